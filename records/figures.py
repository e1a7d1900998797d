"""Figures of cohorts: each with its programmes, at one wave."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup
from records.indicators import By, Cut, table
from records.indicators.figure import HEADLINE_RESPONSE, SMALL_CELL, Figure, Withheld
from records.people import Person

__all__ = [
    "HEADLINE_RESPONSE",
    "SMALL_CELL",
    "Bar",
    "Figure",
    "Report",
    "Withheld",
    "graduates",
    "newest_wave",
    "of_cohort",
]


@dataclass(frozen=True, slots=True)
class Bar:
    """One programme's figure, for the chart."""

    programme: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Report:
    """The figure of one cohort at one wave, as the records stand at `as_of`."""

    cohort: str
    wave: int
    total: Figure
    by_programme: tuple[Bar, ...]
    as_of: datetime


def of_cohort(session: Session, cohort_id: int, wave: int, now: datetime) -> Report:
    """The cohort's figure and each programme's."""
    found = table(session, Cut(cohort_id=cohort_id), wave, By.PROGRAMME, now)
    bars = tuple(Bar(row.name, row.indicators.figure) for row in found.rows)
    return Report(session.get_one(Cohort, cohort_id).name, wave, found.total.figure, bars, now)


def newest_wave(session: Session, cohort_id: int, waves: tuple[int, ...], headline: int) -> int:
    """The wave to open with: the headline's where it has been asked, else the latest that has, else the first."""
    asked = set(
        session.scalars(
            select(Followup.wave)
            .join(Enrolment, Enrolment.id == Followup.enrolment_id)
            .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
            .where(TrainingClass.cohort_id == cohort_id, Followup.reached_at.is_not(None))
            .distinct()
        )
    ).intersection(waves)
    return headline if headline in asked else max(asked, default=min(waves))


def graduates(session: Session, cohort_id: int) -> int:
    """N of a cohort: graduates less deaths."""
    return session.scalars(
        select(func.count(Enrolment.id))
        .join(Person, Person.id == Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(
            TrainingClass.cohort_id == cohort_id,
            Enrolment.status == EnrolmentStatus.GRADUATED.value,
            Person.deceased_on.is_(None),
        )
    ).one()
