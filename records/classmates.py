"""Classmates: what somebody who has answered may read of the others of her cohort, and of no single one of them.

Counted are those of the same programme and cohort whose answer tells whether they work. Nothing is said where fewer
than five work or fewer than five do not. It is counted anew with every fifth answer only, and told in tenths: two of
these sentences, one after the other, differ by five people at least, never by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.enrolments import Enrolment, EnrolmentStatus
from records.labour import LabourStatus
from records.monitoring import MonitoringRecord
from records.people import Person

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """The how manieth she is to have answered a wave, of so many graduates of her cohort (less deaths)."""

    place: int
    graduates: int


@dataclass(frozen=True, slots=True)
class Result:
    """Of so many who answered, about so many in ten work (1 to 9)."""

    answered: int
    tenths: int


def turn(session: Session, enrolment_id: int, wave: int) -> Turn:
    """Counts those who have told at least their main activity."""
    cohort = (
        select(TrainingClass.cohort_id)
        .join(Enrolment, Enrolment.class_id == TrainingClass.id)
        .where(Enrolment.id == enrolment_id)
        .scalar_subquery()
    )
    place, graduates = session.execute(
        select(func.count(MonitoringRecord.id), func.count())
        .select_from(Enrolment)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(
            MonitoringRecord,
            (MonitoringRecord.enrolment_id == Enrolment.id) & (MonitoringRecord.wave == wave) & MonitoringRecord.latest,
        )
        .where(TrainingClass.cohort_id == cohort, Enrolment.status == EnrolmentStatus.GRADUATED.value)
        .where(Person.deceased_on.is_(None))
    ).one()
    return Turn(place, graduates)


def result(session: Session, enrolment_id: int, wave: int) -> Result | None:
    """Of those who did her training in her cohort; None where it would tell of too few."""
    hers = select(TrainingClass).join(Enrolment, Enrolment.class_id == TrainingClass.id)
    a_class = session.scalars(hers.where(Enrolment.id == enrolment_id)).one()
    statuses = session.scalars(
        select(MonitoringRecord.status)
        .join(Enrolment, Enrolment.id == MonitoringRecord.enrolment_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(TrainingClass.cohort_id == a_class.cohort_id, TrainingClass.programme_id == a_class.programme_id)
        .where(MonitoringRecord.wave == wave, MonitoringRecord.latest)
        .where(MonitoringRecord.status != LabourStatus.UNDETERMINED.value)
        .order_by(MonitoringRecord.id)
    ).all()
    return summed_up([status == LabourStatus.WORKING.value for status in statuses])


def summed_up(works: Sequence[bool]) -> Result | None:
    """Whether each of those who answered works, in the order of their answers, as far as it may be told."""
    counted = works[: len(works) - len(works) % FEWEST]
    working = sum(counted)
    if working < FEWEST or len(counted) - working < FEWEST:
        return None
    return Result(len(counted), min(9, max(1, round(10 * working / len(counted)))))
