"""Occurring: of what an audience may ask for, that which somebody has."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from records.applications import Application, ApplicationStatus
from records.campaigns import UNSENT, Campaign
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.consents import Consent, Purpose
from records.enrolments import Enrolment, EnrolmentStatus
from records.programmes import Programme
from records.wishes import Wish

# In the order of the road; some are of both.
ROAD = tuple(dict.fromkeys((*(one.value for one in ApplicationStatus), *(one.value for one in EnrolmentStatus))))


def statuses(session: Session) -> list[str]:
    """Of applications and enrolments. An applicant who became a participant is one by her enrolment."""
    return [status for status in ROAD if _occurs(session, status)]


def _occurs(session: Session, status: str) -> bool:
    enrolled, applied = exists().where(Enrolment.status == status), exists().where(Application.status == status)
    if session.scalar(select(enrolled)):
        return True
    return status != ApplicationStatus.PARTICIPANT.value and bool(session.scalar(select(applied)))


def years(session: Session) -> list[int]:
    """Of cohorts, the latest first."""
    return list(session.scalars(select(Cohort.year).distinct().order_by(Cohort.year.desc())))


def cohorts(session: Session) -> list[int]:
    """The ids of all of them, the latest first, archived ones too: their people may be written to."""
    return list(session.scalars(select(Cohort.id).order_by(Cohort.starts_on.desc(), Cohort.id.desc())))


def classes(session: Session, cohort_ids: list[int], programme_ids: list[int]) -> list[int]:
    """The ids of those of these cohorts and trades (empty: of any), the latest first."""
    chosen = select(TrainingClass.id).join(Programme, Programme.id == TrainingClass.programme_id)
    if cohort_ids:
        chosen = chosen.where(TrainingClass.cohort_id.in_(cohort_ids))
    if programme_ids:
        chosen = chosen.where(TrainingClass.programme_id.in_(programme_ids))
    return list(session.scalars(chosen.order_by(TrainingClass.starts_on.desc(), Programme.name, TrainingClass.id)))


def programmes(session: Session) -> list[int]:
    """The ids of all of them, by name."""
    return list(session.scalars(select(Programme.id).order_by(Programme.name)))


def wished(session: Session) -> list[int]:
    """The ids of the programmes that somebody waits for, by name."""
    waited_for = select(Wish.programme_id).where(Wish.told_at.is_(None))
    return list(session.scalars(select(Programme.id).where(Programme.id.in_(waited_for)).order_by(Programme.name)))


def purposes(session: Session) -> list[str]:
    """To what somebody's consent holds."""
    return [
        purpose.value
        for purpose in Purpose
        if session.scalar(select(exists().where(Consent.purpose == purpose.value, Consent.withdrawn_at.is_(None))))
    ]


def answered(session: Session, limit: int) -> list[Campaign]:
    """The latest announcements that asked for an answer and went out."""
    unsent = [status.value for status in UNSENT]
    chosen = select(Campaign).where(Campaign.answering.is_not(None), Campaign.status.not_in(unsent))
    return list(session.scalars(chosen.order_by(Campaign.id.desc()).limit(limit)))
