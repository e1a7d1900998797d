"""Rescheduling: what a change of the calendar moves, told before it holds and done when it does.

Whatever is due at an instant that the new calendar forbids goes to the next it allows. A follow-up that had been moved
out of its own day comes back, where that day is open now. So the plan tells when things will really go out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.orm import Session

from records.calendar import Calendar
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.enrolments import Enrolment
from records.followups import LADDER_DAYS, SILENCE_DAYS, Followup, FollowupState
from records.people import Person
from records.planning import meant_at

# A change is looked after for so long: longer than any wave lies ahead.
HORIZON_DAYS = 800

# Which calendar a delivery of a kind keeps, made from the usual one; None where it goes out at any time.
# What tells them apart is a notice's topic, or a follow-up's detail.
Keeps = Callable[[Calendar, DeliveryKind, str | None], Calendar | None]


@dataclass(frozen=True, slots=True)
class Change:
    """From one calendar to another, at an instant; `window` is how long after its day a follow-up still makes sense."""

    old: Calendar
    new: Calendar
    now: datetime
    window: timedelta

    @property
    def today(self) -> date:
        return self.now.astimezone(self.new.zone).date()

    def moved(self, due: datetime, meant: datetime | None = None) -> datetime:
        """When something due goes out under the new calendar. `meant`: when it would, were every instant allowed."""
        if due <= self.now and self.new.allows(self.now):
            return due
        anchored = meant is not None and self.old.next_allowed(meant) == due
        return self.new.next_allowed(max(meant if anchored and meant is not None else due, self.now))

    def days(self) -> list[date]:
        """The days from today on whose hours differ."""
        ahead = (self.today + timedelta(days=number) for number in range(HORIZON_DAYS))
        pairs = ((self.old, self.new), (self.old.urgent, self.new.urgent))
        return [day for day in ahead if any(old.hours_of(day) != new.hours_of(day) for old, new in pairs)]


@dataclass(frozen=True, slots=True)
class Move:
    """So many messages that go out at another time. `late`: only once their window is over, which they were not yet."""

    kind: DeliveryKind
    due: datetime
    after: datetime
    count: int
    late: bool
    where: tuple[ColumnElement[bool], ...]


def moves(session: Session, change: Change, keeps: Keeps) -> list[Move]:
    """Everything that a change moves, in order."""
    days = change.days()
    if not days:
        return []
    begins = datetime.combine(days[0], time(), change.old.zone)
    day_after = datetime.combine(days[-1] + timedelta(days=1), time(), change.old.zone)
    beyond = (days[-1] - change.today).days >= HORIZON_DAYS - 1
    ends = None if beyond else change.old.next_allowed(day_after)
    found = [*_planned(session, change, begins, ends), *_asked(session, change, begins, ends)]
    found += _waiting(session, change, keeps, begins, ends)
    return sorted(found, key=lambda move: (move.due, move.after))


def carry_out(session: Session, moved: list[Move]) -> int:
    """Gives them their new time; how many rows that were."""
    for move in moved:
        table = Followup if move.kind is DeliveryKind.FOLLOWUP else Delivery
        session.execute(update(table).where(*move.where).values(due_at=move.after))
    return sum(move.count for move in moved)


def _between(column: ColumnElement[datetime], begins: datetime, ends: datetime | None) -> ColumnElement[bool]:
    return column >= begins if ends is None else column.between(begins, ends)


def _planned(session: Session, change: Change, begins: datetime, ends: datetime | None) -> Iterator[Move]:
    """Those not asked yet, a group for everyone who ended on the same day and prefers the same hours."""
    key = (Followup.due_at, Followup.wave, Enrolment.ended_on, Person.preferred_hours)
    rows = session.execute(
        select(*key, func.count())
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .join(Person, Person.id == Followup.person_id)
        .where(Followup.state == FollowupState.PLANNED.value, _between(Followup.due_at.expression, begins, ends))
        .group_by(*key)
    )
    for due, wave, ended_on, preferred, count in rows:
        if ended_on is None:
            continue
        meant = meant_at(ended_on, wave, change.new.zone, preferred)
        alike = (
            select(Enrolment.id)
            .join(Person, Person.id == Enrolment.person_id)
            .where(Enrolment.ended_on == ended_on, Person.preferred_hours.is_not_distinct_from(preferred))
        )
        where = (Followup.wave == wave, Followup.enrolment_id.in_(alike))
        yield from _followups(change, FollowupState.PLANNED, due, meant, count, where)


def _asked(session: Session, change: Change, begins: datetime, ends: datetime | None) -> Iterator[Move]:
    """Reminders, which count from the first asking; one that she asked for herself keeps its own time."""
    key = (Followup.due_at, Followup.step, Followup.first_asked_at)
    rows = session.execute(
        select(*key, func.count())
        .where(Followup.state == FollowupState.ASKED.value, Followup.snoozed_until.is_(None))
        .where(_between(Followup.due_at.expression, begins, ends))
        .group_by(*key)
    )
    for due, step, first, count in rows:
        days = LADDER_DAYS[step] if step < len(LADDER_DAYS) else SILENCE_DAYS
        meant = None if first is None else first + timedelta(days=days)
        where = (Followup.step == step, Followup.first_asked_at.is_not_distinct_from(first))
        yield from _followups(change, FollowupState.ASKED, due, meant, count, where)


def _followups(
    change: Change,
    state: FollowupState,
    due: datetime,
    meant: datetime | None,
    count: int,
    where: tuple[ColumnElement[bool], ...],
) -> Iterator[Move]:
    after = change.moved(due, meant)
    if after == due:
        return
    until = (meant or due) + change.window
    every = (Followup.state == state.value, Followup.due_at == due, *where)
    yield Move(DeliveryKind.FOLLOWUP, due, after, count, due <= until < after, every)


def _waiting(session: Session, change: Change, keeps: Keeps, begins: datetime, ends: datetime | None) -> Iterator[Move]:
    about = case((Delivery.kind == DeliveryKind.FOLLOWUP.value, Delivery.detail), else_=Delivery.topic)
    key = (Delivery.kind, about, Delivery.due_at)
    is_waiting = Delivery.status == DeliveryStatus.WAITING.value
    rows = session.execute(
        select(*key, func.count()).where(is_waiting, _between(Delivery.due_at.expression, begins, ends)).group_by(*key)
    )
    for name, topic, due, count in rows:
        kind = DeliveryKind(name)
        calendar = keeps(change.new, kind, topic)
        if calendar is None or (after := calendar.next_allowed(max(due, change.now))) == max(due, change.now):
            continue
        where = (Delivery.kind == name, about.is_not_distinct_from(topic), Delivery.due_at == due)
        yield Move(kind, due, after, count, late=False, where=(is_waiting, *where))
