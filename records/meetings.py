"""Meetings: the timetable of a class, one row a lesson day. Dates and hours are local; a change counts revisions."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Sealed

LONGEST_DAYS = 400


class Meeting(Base):
    """`begins` and `ends` are "08:00". `why` tells those concerned why it was moved or cancelled."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("class_id", "held_on", "begins"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    held_on: Mapped[date]
    begins: Mapped[str] = mapped_column(String(5))
    ends: Mapped[str] = mapped_column(String(5))
    topic: Mapped[str | None] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(120))
    cancelled: Mapped[bool] = mapped_column(default=False)
    moved_from: Mapped[date | None]
    why: Mapped[str | None] = mapped_column(Sealed)
    revision: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the days of a timetable have in common."""

    begins: time
    ends: time
    topic: str | None
    place: str


def lesson_days(
    first: date, last: date, weekdays: Collection[int], is_closed: Callable[[date], bool]
) -> tuple[date, ...]:
    """The days from the first to the last, both included, that fall on these weekdays (0 Monday) and are no holiday."""
    span = min((last - first).days + 1, LONGEST_DAYS)
    days = (first + timedelta(days=n) for n in range(span))
    return tuple(day for day in days if day.weekday() in weekdays and not is_closed(day))


def plan(session: Session, class_id: int, days: Sequence[date], lesson: Lesson) -> int:
    """Writes the days that have no lesson yet; how many there were."""
    taken = set(session.scalars(select(Meeting.held_on).where(Meeting.class_id == class_id)))
    new = [day for day in days if day not in taken]
    session.add_all(
        Meeting(
            class_id=class_id,
            held_on=day,
            begins=lesson.begins.strftime("%H:%M"),
            ends=lesson.ends.strftime("%H:%M"),
            topic=lesson.topic,
            place=lesson.place,
        )
        for day in new
    )
    session.flush()
    return len(new)


def by_id(session: Session, meeting_id: int) -> Meeting | None:
    return session.get(Meeting, meeting_id)


def of_class(session: Session, class_id: int, since: date | None = None, until: date | None = None) -> list[Meeting]:
    """The lessons of a class in their order, cancelled ones included."""
    chosen = select(Meeting).where(Meeting.class_id == class_id).order_by(Meeting.held_on, Meeting.begins)
    if since is not None:
        chosen = chosen.where(Meeting.held_on >= since)
    if until is not None:
        chosen = chosen.where(Meeting.held_on <= until)
    return list(session.scalars(chosen))
