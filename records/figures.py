"""Figures: what became of the graduates, with the denominators that make a percentage honest.

N graduates less deaths; T those the question reached; R those who answered what their main activity is; E those working
(BPS: at least one hour in the last seven days, or temporarily absent from work).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, Subquery, and_, case, func, select
from sqlalchemy.orm import Session, aliased

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup
from records.monitoring import MAIN_ACTIVITY_IS_WORK, LabourStatus, MonitoringRecord
from records.people import Person
from records.programmes import Programme

HEADLINE_RESPONSE = 0.5
SMALL_CELL = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """Placement of one group at one wave, in persons' enrolments.

    `undetermined` are those of the answered who told their main activity, which is not work, and left before saying
    whether they work all the same: like the silent, they may.
    """

    graduates: int
    reached: int
    answered: int
    working: int
    main_activity_work: int
    undetermined: int = 0

    @property
    def share(self) -> float | None:
        """Placement among respondents, E/R."""
        return self.working / self.answered if self.answered else None

    @property
    def lower(self) -> float | None:
        """Nobody of whom it is not known works: E/N."""
        return self.working / self.graduates if self.graduates else None

    @property
    def upper(self) -> float | None:
        """Everybody of whom it is not known works: (E + N - R)/N, of R those whose answers determine it."""
        if not self.graduates:
            return None
        return (self.working + self.undetermined + self.graduates - self.answered) / self.graduates

    @property
    def response(self) -> float | None:
        """Gross response, R/N."""
        return self.answered / self.graduates if self.graduates else None

    @property
    def is_headline(self) -> bool:
        """Below half of the graduates answering, no percentage is told."""
        return self.response is not None and self.response >= HEADLINE_RESPONSE


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


def _latest(wave: int) -> Subquery:
    """The records of a wave; `age` is 1 for the one an enrolment's last word was recorded in."""
    newest_first = func.row_number().over(
        partition_by=MonitoringRecord.enrolment_id,
        order_by=(MonitoringRecord.recorded_at.desc(), MonitoringRecord.id.desc()),
    )
    return (
        select(MonitoringRecord.id, MonitoringRecord.enrolment_id, newest_first.label("age"))
        .where(MonitoringRecord.wave == wave)
        .subquery()
    )


def _counted(wave: int) -> Select[str, int, int, int, int, int, int]:
    latest = _latest(wave)
    record = aliased(MonitoringRecord)
    works = record.status == LabourStatus.WORKING.value
    unclear = record.status == LabourStatus.UNDETERMINED.value
    main = record.activity.in_([activity.value for activity in MAIN_ACTIVITY_IS_WORK])
    arrived = Followup.reached_at.is_not(None) | record.id.is_not(None)
    return (
        select(
            Programme.name,
            func.count(Enrolment.id),
            func.sum(case((arrived, 1), else_=0)),
            func.count(record.id),
            func.sum(case((works, 1), else_=0)),
            func.sum(case((main, 1), else_=0)),
            func.sum(case((unclear, 1), else_=0)),
        )
        .select_from(Enrolment)
        .join(Person, Person.id == Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .outerjoin(Followup, and_(Followup.enrolment_id == Enrolment.id, Followup.wave == wave))
        .outerjoin(latest, and_(latest.c.enrolment_id == Enrolment.id, latest.c.age == 1))
        .outerjoin(record, record.id == latest.c.id)
        .where(Enrolment.status == EnrolmentStatus.GRADUATED.value, Person.deceased_on.is_(None))
        .group_by(Programme.id)
        .order_by(Programme.name)
    )


def of_cohort(session: Session, cohort_id: int, wave: int, now: datetime) -> Report:
    """The cohort's figure and each programme's."""
    cohort = session.get_one(Cohort, cohort_id)
    rows = session.execute(_counted(wave).where(TrainingClass.cohort_id == cohort_id)).all()
    bars = tuple(Bar(row[0], _figure(row)) for row in rows)
    return Report(cohort.name, wave, _sum([bar.figure for bar in bars]), bars, now)


def _figure(row: Row[str, int, int, int, int, int, int]) -> Figure:
    return Figure(row[1], row[2] or 0, row[3], row[4] or 0, row[5] or 0, row[6] or 0)


def _sum(figures: list[Figure]) -> Figure:
    return Figure(
        sum(f.graduates for f in figures),
        sum(f.reached for f in figures),
        sum(f.answered for f in figures),
        sum(f.working for f in figures),
        sum(f.main_activity_work for f in figures),
        sum(f.undetermined for f in figures),
    )


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
