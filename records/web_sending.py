"""Web sending: who has not answered a wave yet and could be sent its link, by class."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.people import Person
from records.programmes import Programme
from records.quieting import stopped
from records.web_links import BEGINS, OPEN_DAYS, WebLink

_UNANSWERED = (FollowupState.ASKED.value, FollowupState.SILENT.value, FollowupState.UNREACHABLE.value)


@dataclass(frozen=True, slots=True)
class Batch:
    """A wave of a class: how many have not answered, and to how many of them the link was sent."""

    class_id: int
    wave: int
    programme: str
    cohort: str
    waiting: int
    sent: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who has not answered: her number in E.164, when she was sent the link and when it was opened."""

    followup_id: int
    class_id: int
    wave: int
    name: str
    phone: str | None
    sent_at: datetime | None
    opened_at: datetime | None


def batches(session: Session, now: datetime) -> list[Batch]:
    """Every class and wave with somebody to send to, the latest cohort first."""
    rows = session.execute(
        select(TrainingClass.id, Followup.wave, Programme.name, Cohort.name, func.count(), func.count(WebLink.sent_at))
        .select_from(Followup)
        .join(Person, Person.id == Followup.person_id)
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .outerjoin(WebLink, WebLink.followup_id == Followup.id)
        .where(_waiting(now))
        .group_by(TrainingClass.id, Followup.wave, Programme.name, Cohort.name, Cohort.starts_on)
        .order_by(Cohort.starts_on.desc(), Programme.name, TrainingClass.id, Followup.wave)
    )
    return [Batch(*row) for row in rows]


def recipients(session: Session, class_id: int, wave: int, now: datetime) -> list[Recipient]:
    """Those of a class and wave, by name; whoever was sent nothing yet comes first."""
    found = _recipients(session, now, (Enrolment.class_id == class_id) & (Followup.wave == wave))
    return sorted(found, key=lambda one: (one.sent_at is not None, one.name, one.followup_id))


def recipient(session: Session, followup_id: int, now: datetime) -> Recipient | None:
    """One of them; None where she has answered meanwhile, or it is over."""
    return next(iter(_recipients(session, now, Followup.id == followup_id)), None)


def _recipients(session: Session, now: datetime, chosen: ColumnElement[bool]) -> list[Recipient]:
    rows = session.execute(
        select(
            *(Followup.id, Enrolment.class_id, Followup.wave, Person.name, Person.phone),
            *(WebLink.sent_at, WebLink.opened_at),
        )
        .select_from(Followup)
        .join(Person, Person.id == Followup.person_id)
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .outerjoin(WebLink, WebLink.followup_id == Followup.id)
        .where(_waiting(now), chosen)
    )
    return [Recipient(*row) for row in rows]


def _waiting(now: datetime) -> ColumnElement[bool]:
    """Asked in this wave and not answered, while it lasts; with a phone, alive, and never said “do not ask again”. Whom
    a question reached in her chat is not asked a second time while its reminders go on.
    """
    other = aliased(Followup)
    begins = func.coalesce(other.first_asked_at, other.due_at)
    later = (
        exists()
        .where(other.enrolment_id == Followup.enrolment_id, other.wave > Followup.wave, begins <= now)
        .correlate(Followup)
    )
    return and_(
        Followup.state.in_(_UNANSWERED),
        or_(Followup.state != FollowupState.ASKED.value, Followup.reached_at.is_(None), WebLink.sent_at.is_not(None)),
        now - timedelta(days=OPEN_DAYS) < BEGINS,
        Person.phone.is_not(None),
        Person.deceased_on.is_(None),
        ~later,
        ~stopped(),
    )
