"""The forecast: what the rows of today will send on which day, if nobody answers. Nothing is written.

Those who share nothing with anybody are climbed together, as one row with a count (see forecast_rows).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import forecast_rows, series_forecast
from records.deliveries import DeliveryKind
from records.followups import LADDER_DAYS, LEFT_ALONE, Followup, FollowupState
from records.forecast_walk import Held, Key, Kind, Rules, Walk
from records.people import Person

# How many follow-ups go out in a second: the sweep takes 200 of them every 20 seconds.
A_SECOND = 10
# What waits behind closed days may have been meant for one so many days ago.
LOOKED_BACK = 100
CLIMBING = (FollowupState.PLANNED.value, FollowupState.ASKED.value)


@dataclass(frozen=True, slots=True)
class Message:
    """So many messages of one kind that become due at one instant. `wave` in months, None where it is no follow-up."""

    at: datetime
    kind: Kind
    wave: int | None
    step: int
    count: int


@dataclass(frozen=True, slots=True)
class Moved:
    """So many first questions that were meant for a closed day and go out on another."""

    day: date
    at: datetime
    count: int


@dataclass(frozen=True)
class Forecast:
    """From `begins` (now) until `ends`: messages in order, how many get nothing and why, what closed days moved."""

    begins: datetime
    ends: datetime
    messages: tuple[Message, ...]
    held: dict[Held, int]
    moved: tuple[Moved, ...]

    @property
    def total(self) -> int:
        return sum(message.count for message in self.messages)


def forecast(session: Session, rules: Rules, now: datetime, days: int) -> Forecast:
    """What goes out from now on until the end of the day so many days ahead."""
    zone = rules.calendar.zone
    ends = datetime.combine(now.astimezone(zone).date() + timedelta(days=days), time(), zone)
    walk = Walk(rules, now, ends, forecast_rows.open_talks(session, now, LEFT_ALONE))
    touching = forecast_rows.touching(session, now, ends, LEFT_ALONE)
    for alike in forecast_rows.alike(session, ends, touching):
        walk.climb([alike])
    for household in forecast_rows.households(session, ends, touching):
        walk.climb(household)
    walk.messages.update(_waiting(session, rules, now, ends))
    repeated = series_forecast.messages(session, rules.calendar, now, ends)
    walk.messages.update({(at, Kind.ANNOUNCEMENT, None, 0): count for at, count in repeated.items()})
    for state, count in forecast_rows.ended(session, now, ends).items():
        walk.held[Held(state)] += count
    messages = sorted((Message(*key, count) for key, count in _counted(walk.messages)), key=_order)
    return Forecast(now, ends, tuple(messages), dict(walk.held), tuple(_moved(session, rules, now, ends)))


@dataclass(frozen=True, slots=True)
class Day:
    """One day's messages, from the first minute to the last, at the pace of the sweep."""

    day: date
    begins: datetime
    ends: datetime
    messages: tuple[Message, ...]

    @property
    def total(self) -> int:
        return sum(message.count for message in self.messages)


def by_day(told: Forecast, zone: ZoneInfo) -> dict[date, Day]:
    """The days on which anything goes out. What waits in the queue is sent before what comes after it."""
    days, free = dict[date, Day](), told.begins
    for message in told.messages:
        day = message.at.astimezone(zone).date()
        free = max(free, message.at) + timedelta(seconds=message.count / A_SECOND)
        before = days.get(day)
        begins, earlier = (message.at, ()) if before is None else (before.begins, before.messages)
        days[day] = Day(day, begins, free, (*earlier, message))
    return days


def names(session: Session, begins: datetime, ends: datetime, limit: int) -> list[tuple[datetime, int, int, str]]:
    """Whose next step is planned for a time: when, wave, step and name. Personal data: for officers' eyes."""
    rows = session.execute(
        select(Followup.due_at, Followup.wave, Followup.step, Person.name)
        .join(Person, Person.id == Followup.person_id)
        .where(Followup.state.in_(CLIMBING), Followup.step < len(LADDER_DAYS))
        .where(Followup.due_at >= begins, Followup.due_at < ends, Person.deceased_on.is_(None))
        .order_by(Followup.due_at, Followup.id)
        .limit(limit)
    )
    return [(due, wave, step, name) for due, wave, step, name in rows]


def _counted(counts: Counter[Key]) -> Iterable[tuple[Key, int]]:
    return ((key, count) for key, count in counts.items() if count)


def _waiting(session: Session, rules: Rules, now: datetime, ends: datetime) -> Counter[Key]:
    """What was ordered and waits, at the first instant of its hours."""
    found = Counter[Key]()
    for name, topic, due, count in forecast_rows.waiting(session, ends):
        calendar = rules.keeps(rules.calendar, DeliveryKind(name), topic)
        at = max(due, now) if calendar is None else calendar.next_allowed(max(due, now))
        if at < ends:
            found[at, Kind(name), None, 0] += count
    return found


def _moved(session: Session, rules: Rules, now: datetime, ends: datetime) -> Iterator[Moved]:
    """First questions that wait behind closed days: those that are due as the first open hour after them begins."""
    calendar, found = rules.calendar, Counter[tuple[date, datetime]]()
    first, last = now.astimezone(calendar.zone).date() - timedelta(days=LOOKED_BACK), ends.date()
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days))
    begun = (datetime.combine(day, time(), calendar.zone) for day in days if calendar.is_closed(day))
    instants = {after for after in map(calendar.next_allowed, begun) if now <= after < ends}
    for meant, due, count in forecast_rows.meant(session, instants, calendar.zone):
        if meant.date() < due.astimezone(calendar.zone).date() and calendar.is_closed(meant.date()):
            found[meant.date(), due] += count
    yield from (Moved(day, at, count) for (day, at), count in sorted(found.items()))


def _order(message: Message) -> tuple[datetime, str, int, int]:
    return message.at, message.kind.value, message.wave or 0, message.step
