"""Corrections: what an applicant was asked to put right, and until when."""

from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain, road
from records.applications import Application, ApplicationStatus
from records.base import Base, Instant
from records.steps import Kind


class Correction(Base):
    """The latest one of an application; whether it still stands, its status tells."""

    __tablename__ = "corrections"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(Instant, index=True)
    reminded_at: Mapped[datetime | None] = mapped_column(Instant)


def ask(session: Session, application_id: int, due_at: datetime) -> None:
    """From now on it is due then; an earlier one of the same application is forgotten."""
    found = session.get(Correction, application_id)
    if found is None:
        session.add(Correction(application_id=application_id, due_at=due_at))
    else:
        found.due_at, found.reminded_at = due_at, None
    session.flush()


def by_id(session: Session, application_id: int) -> Correction | None:
    return session.get(Correction, application_id)


_OPEN = (
    select(Correction)
    .join(Application, Application.id == Correction.application_id)
    .where(Application.status == ApplicationStatus.CORRECTION.value, Correction.reminded_at.is_(None))
)
# Built once: every tick asks for them.
_UNREMINDED = _OPEN.where(Correction.due_at <= bindparam("until")).order_by(Correction.due_at).limit(bindparam("limit"))
_NEXT_DUE = _OPEN.where(Correction.due_at > bindparam("after")).with_only_columns(func.min(Correction.due_at))


def done(session: Session, application_id: int, now: datetime) -> bool:
    """What was asked is put right, so that it is checked again; False where it does not wait for that."""
    application = session.get(Application, application_id)
    if application is None or application.status != ApplicationStatus.CORRECTION.value:
        return False
    moved = road.move(session, Kind.APPLICATION, application_id, ApplicationStatus.VERIFYING, now)
    session.refresh(application)
    return moved


def unreminded(session: Session, due_until: datetime, limit: int) -> list[Correction]:
    """Those that still stand, are due until then and were not called to mind, the most urgent first."""
    return list(session.scalars(_UNREMINDED, {"until": due_until, "limit": limit}))


def next_due(session: Session, after: datetime) -> datetime | None:
    """The first instant after `after` at which one is due that was not called to mind."""
    return plain.scalar(session, _NEXT_DUE, after=after)


def reminded(session: Session, application_id: int, now: datetime) -> None:
    session.execute(update(Correction).where(Correction.application_id == application_id).values(reminded_at=now))
