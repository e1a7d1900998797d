"""Endings: how a training ends for each participant, and who is marked to pass or not before the class is closed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import road
from records.base import Base, Sealed
from records.enrolments import Enrolment, EnrolmentStatus
from records.steps import Kind


class Failing(Base):
    """A participant who is not going to pass, with the reason that she will read. Whoever has no such row passes,
    unless she is below the least attendance.
    """

    __tablename__ = "failings"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), primary_key=True)
    reason: Mapped[str] = mapped_column(Sealed)


class Waiver(Base):
    """A participant below the least attendance whom an officer lets pass all the same."""

    __tablename__ = "waivers"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), primary_key=True, autoincrement=False)


def mark_failing(session: Session, enrolment_id: int, reason: str) -> None:
    _unmark(session, enrolment_id)
    session.add(Failing(enrolment_id=enrolment_id, reason=reason))
    session.flush()


def mark_passing(session: Session, enrolment_id: int, *, waived: bool = False) -> None:
    """She passes; `waived`: although she is below the least attendance."""
    _unmark(session, enrolment_id)
    if waived:
        session.add(Waiver(enrolment_id=enrolment_id))
        session.flush()


def _unmark(session: Session, enrolment_id: int) -> None:
    session.execute(delete(Failing).where(Failing.enrolment_id == enrolment_id))
    session.execute(delete(Waiver).where(Waiver.enrolment_id == enrolment_id))


def failing(session: Session, class_id: int) -> dict[int, str]:
    """The reasons by enrolment, of those in a class who are not going to pass."""
    rows = session.execute(
        select(Failing.enrolment_id, Failing.reason)
        .join(Enrolment, Enrolment.id == Failing.enrolment_id)
        .where(Enrolment.class_id == class_id)
    )
    return {row.enrolment_id: row.reason for row in rows}


def waived(session: Session, class_id: int) -> frozenset[int]:
    """The enrolments of a class whose attendance is waived."""
    chosen = select(Waiver.enrolment_id).join(Enrolment, Enrolment.id == Waiver.enrolment_id)
    return frozenset(session.scalars(chosen.where(Enrolment.class_id == class_id)))


def finish(
    session: Session,
    enrolment_id: int,
    status: EnrolmentStatus,
    ended_on: date,
    now: datetime,
    *,
    staff_id: int | None = None,
    reason: str | None = None,
) -> bool:
    """The training is over for this participant; True where it was still going on."""
    if not road.move(session, Kind.ENROLMENT, enrolment_id, status, now, staff_id=staff_id, reason=reason):
        return False
    session.execute(update(Enrolment).where(Enrolment.id == enrolment_id).values(ended_on=ended_on))
    return True


def correct(session: Session, enrolment_id: int, ended_on: date) -> None:
    """Puts the last day of one training right."""
    session.execute(update(Enrolment).where(Enrolment.id == enrolment_id).values(ended_on=ended_on))


def move(session: Session, class_id: int, before: date, after: date) -> bool:
    """Whoever's training ended on one day in a class ended on the other; False where nobody's did."""
    changed = session.execute(
        update(Enrolment)
        .where(Enrolment.class_id == class_id, Enrolment.ended_on == before)
        .values(ended_on=after)
        .returning(Enrolment.id)
    )
    return changed.first() is not None


def graduate(session: Session, enrolment_id: int, ended_on: date, now: datetime) -> bool:
    """The training ended well; True if it was still going on."""
    return finish(session, enrolment_id, EnrolmentStatus.GRADUATED, ended_on, now)
