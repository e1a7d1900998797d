"""Call listings: whom an officer put on the phone list, since a figure could not be told without them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Select, exists, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Instant
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.monitoring import MonitoringRecord
from records.people import Person
from records.programmes import Programme
from records.quieting import stopped
from records.upsert import upsert

# What was asked and has no answer.
_UNANSWERED = (
    FollowupState.ASKED.value,
    FollowupState.SILENT.value,
    FollowupState.UNREACHABLE.value,
    FollowupState.MISDIRECTED.value,
    FollowupState.COVERED.value,
)


class CallListing(Base):
    """An officer put her on the list."""

    __tablename__ = "call_listings"

    followup_id: Mapped[int] = mapped_column(ForeignKey("followups.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)


def put(session: Session, followup_ids: Sequence[int], staff_id: int, now: datetime) -> None:
    """Puts these on the list, or keeps them there for another window."""
    for followup_id in followup_ids:
        upsert(session, CallListing, {"followup_id": followup_id}, {"staff_id": staff_id, "at": now})


def put_on_list(session: Session, whom: Sequence[ColumnElement[bool]], wave: int, staff_id: int, now: datetime) -> int:
    """Puts everybody on the list who was asked in this wave and has told nothing; how many they are.

    `whom` are conditions on Enrolment, Person, TrainingClass, Cohort and Programme: a cut of the figures. Whoever has
    died or does not want to be asked is left out; one who is asked about another training is called about that.
    """
    chosen = list(session.scalars(_silent(whom, wave)))
    put(session, chosen, staff_id, now)
    return len(chosen)


def silent(session: Session, whom: Sequence[ColumnElement[bool]], wave: int) -> int:
    """How many `put_on_list` would put there."""
    return session.scalar(select(func.count()).select_from(_silent(whom, wave).subquery())) or 0


def _silent(whom: Sequence[ColumnElement[bool]], wave: int) -> Select[int]:
    told = exists().where(MonitoringRecord.enrolment_id == Enrolment.id, MonitoringRecord.wave == wave)
    return (
        select(func.coalesce(Followup.covered_by, Followup.id))
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .where(Followup.wave == wave, Followup.state.in_(_UNANSWERED), *whom)
        .where(Person.deceased_on.is_(None), ~stopped(), ~told)
        .distinct()
    )
