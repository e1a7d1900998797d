"""Walking: applications further down the road than a test cares to talk about."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import enrolments, road
from records.applications import Application, ApplicationStatus
from records.steps import Kind
from tests.stage import Stage

TO_A_SEAT = (
    ApplicationStatus.VERIFYING,
    ApplicationStatus.ADMINISTRATIVELY_PASSED,
    ApplicationStatus.SELECTED,
    ApplicationStatus.REREGISTERING,
    ApplicationStatus.PARTICIPANT,
)


def becomes_participant(session: Session, number: str, now: datetime) -> None:
    """Checked, selected and re-registered: she is in the class."""
    application = by_number(session, number)
    for status in TO_A_SEAT:
        road.move(session, Kind.APPLICATION, application.id, status, now)
    enrolments.enrol(session, application.person_id, application.class_id, application.id, now)


def by_number(session: Session, number: str) -> Application:
    return session.scalars(select(Application).where(Application.number == number)).one()


async def is_a_participant(stage: Stage, number: str) -> None:
    await stage.writes(becomes_participant, number, stage.clock.now())
