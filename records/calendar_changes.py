"""Calendar changes: what staff decided about the days and hours of sending, one row a decision.

A change is proposed first; nothing follows from it until an officer, who has seen its effect, confirms it. A row is
never altered: who takes a change back leaves it in place, with her name.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant, Sealed


class ChangeKind(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    RAMADAN = "ramadan"
    EID = "eid"
    HOURS = "hours"


class Part(StrEnum):
    """Which hours a change of hours is about (see records.calendar.Times)."""

    USUAL = "usual"
    FRIDAY = "friday"
    RAMADAN = "ramadan"
    NOTICES = "notices"


class CalendarChange(Base):
    """`first` to `last`: the days it is about; of Eid the first day only, of hours the day from which they hold.

    `hours` as 08:00-11:30,13:00-17:15.
    """

    __tablename__ = "calendar_changes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    first: Mapped[date]
    last: Mapped[date]
    part: Mapped[str | None] = mapped_column(String(8))
    hours: Mapped[str | None] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(Sealed)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))

    @property
    def stands(self) -> bool:
        return self.confirmed_at is not None and self.withdrawn_at is None

    @property
    def is_proposed(self) -> bool:
        return self.confirmed_at is None and self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change as it is proposed."""

    kind: ChangeKind
    first: date
    last: date
    reason: str
    part: Part | None = None
    hours: str | None = None


def propose(session: Session, wanted: Wanted, staff_id: int, now: datetime) -> CalendarChange:
    change = CalendarChange(
        kind=wanted.kind.value,
        first=wanted.first,
        last=wanted.last,
        part=None if wanted.part is None else wanted.part.value,
        hours=wanted.hours,
        reason=wanted.reason,
        staff_id=staff_id,
        at=now,
    )
    session.add(change)
    session.flush()
    return change


def by_id(session: Session, change_id: int) -> CalendarChange | None:
    return session.get(CalendarChange, change_id)


def confirm(session: Session, change_id: int, now: datetime) -> bool:
    """It holds from now on; False where it is no longer a proposal."""
    changed = session.execute(
        update(CalendarChange)
        .where(
            CalendarChange.id == change_id,
            CalendarChange.confirmed_at.is_(None),
            CalendarChange.withdrawn_at.is_(None),
        )
        .values(confirmed_at=now)
        .returning(CalendarChange.id)
    )
    return changed.first() is not None


def withdraw(session: Session, change_id: int, staff_id: int, now: datetime) -> bool:
    """Takes a change back, or drops a proposal; False where somebody did before."""
    changed = session.execute(
        update(CalendarChange)
        .where(CalendarChange.id == change_id, CalendarChange.withdrawn_at.is_(None))
        .values(withdrawn_at=now, withdrawn_by=staff_id)
        .returning(CalendarChange.id)
    )
    return changed.first() is not None


def standing(session: Session) -> list[CalendarChange]:
    """Those that hold, in the order in which they were decided: a later one wins over one before."""
    return list(
        session.scalars(
            select(CalendarChange)
            .where(CalendarChange.confirmed_at.is_not(None), CalendarChange.withdrawn_at.is_(None))
            .order_by(CalendarChange.confirmed_at, CalendarChange.id)
        )
    )


def listed(session: Session) -> list[CalendarChange]:
    """Those that hold and those that are proposed, the latest first."""
    kept = select(CalendarChange).where(CalendarChange.withdrawn_at.is_(None))
    return list(session.scalars(kept.order_by(CalendarChange.id.desc())))


# Built once: every tick asks for it.
_VERSION = select(func.count(CalendarChange.confirmed_at), func.count(CalendarChange.withdrawn_at))


def version(session: Session) -> tuple[int, int]:
    """Differs once anything was confirmed or taken back."""
    confirmed, withdrawn = plain.rows(session, _VERSION).one()
    return int(confirmed), int(withdrawn)
