"""Dossiers: an application's documents as a whole: until when they are wanted, and since when they are all there."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.applications import Application, ApplicationStatus
from records.base import Base, Instant
from records.people import Person
from records.upsert import insert_new

# While one of these holds, documents are wanted and may be replaced; afterwards they have been checked.
AWAITING = frozenset(
    {ApplicationStatus.SUBMITTED.value, ApplicationStatus.VERIFYING.value, ApplicationStatus.CORRECTION.value}
)


class Dossier(Base):
    """`reminded` is the smallest number of days before the end for which a reminder was ordered; 0 at the end."""

    __tablename__ = "dossiers"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True, autoincrement=False)
    due_at: Mapped[datetime] = mapped_column(Instant, index=True)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    completed_at: Mapped[datetime | None] = mapped_column(Instant)
    reminded: Mapped[int | None]


# What is to be corrected later has a date of its own (see corrections).
_LACKING = and_(Dossier.completed_at.is_(None), Application.status == ApplicationStatus.SUBMITTED.value)
# A reminder so many days before the end is still to come.
_UNREMINDED = or_(Dossier.reminded.is_(None), Dossier.reminded > bindparam("days"))
# Built once: every tick asks for them, for each of the distances.
_TO_REMIND = (
    select(Dossier)
    .join(Application, Application.id == Dossier.application_id)
    .where(_LACKING, _UNREMINDED, Dossier.due_at > bindparam("start"), Dossier.due_at <= bindparam("end"))
    .order_by(Dossier.due_at)
    .limit(bindparam("limit"))
)
_FIRST_END = (
    select(func.min(Dossier.due_at))
    .join(Application, Application.id == Dossier.application_id)
    .where(_LACKING, _UNREMINDED, Dossier.due_at > bindparam("after"))
)


@dataclass(frozen=True, slots=True)
class Overdue:
    """An application whose documents were due and are not all there."""

    application_id: int
    number: str
    name: str
    due_at: datetime


def open_for(
    session: Session, application_id: int, due_at: datetime, now: datetime, reminded: int | None = None
) -> bool:
    """Opens the dossier of an application; `reminded` where its end is near from the start. False: there was one."""
    values = {"due_at": due_at, "opened_at": now, "reminded": reminded}
    return insert_new(session, Dossier, {"application_id": application_id}, values)


def reopen(session: Session, application_id: int, due_at: datetime, reminded: int | None) -> None:
    """Documents are wanted until another day."""
    session.execute(
        update(Dossier).where(Dossier.application_id == application_id).values(due_at=due_at, reminded=reminded)
    )


def of(session: Session, application_id: int) -> Dossier | None:
    return session.get(Dossier, application_id)


def complete(session: Session, application_id: int, now: datetime) -> None:
    """All documents are there: for the first time, or once more after some were wanted anew."""
    session.execute(update(Dossier).where(Dossier.application_id == application_id).values(completed_at=now))


def to_remind(session: Session, days: int, start: datetime, end: datetime, limit: int) -> list[Dossier]:
    """Incomplete ones that end after `start` and not after `end`, of which nobody was reminded so near the end."""
    return list(session.scalars(_TO_REMIND, {"days": days, "start": start, "end": end, "limit": limit}))


def remind(session: Session, application_id: int, days: int) -> None:
    session.execute(update(Dossier).where(Dossier.application_id == application_id).values(reminded=days))


def first_end(session: Session, days: int, after: datetime) -> datetime | None:
    """When the next incomplete dossier ends, after this, of those with such a reminder still to come."""
    return plain.scalar(session, _FIRST_END, days=days, after=after)


def overdue_count(session: Session, now: datetime) -> int:
    return (
        session.scalar(
            select(func.count())
            .select_from(Dossier)
            .join(Application, Application.id == Dossier.application_id)
            .where(_LACKING, Dossier.due_at <= now)
        )
        or 0
    )


def overdue(session: Session, now: datetime, limit: int) -> list[Overdue]:
    """Those that wait longest first."""
    rows = session.execute(
        select(Application.id, Application.number, Person.name, Dossier.due_at)
        .join(Application, Application.id == Dossier.application_id)
        .join(Person, Person.id == Application.person_id)
        .where(_LACKING, Dossier.due_at <= now)
        .order_by(Dossier.due_at, Dossier.application_id)
        .limit(limit)
    )
    return [Overdue(*row) for row in rows]
