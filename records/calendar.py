"""The calendar of messages that start with us: sending hours, Fridays, Ramadan, holidays and the days around Eid.

All bounds are data: of the profile, and of what staff decided since (see records/almanac.py); Indonesian public and
government holidays come from the package `holidays`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from records import national_holidays

FRIDAY = 4
# Two Eids, or two Ramadans, are more than eleven months apart: what lies closer is the same one, told more exactly.
SAME_WITHIN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Hours:
    """From (included) until (excluded), local time."""

    begin: time
    end: time


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Times:
    """The hours of sending that hold from some day on (see Calendar)."""

    hours: tuple[Hours, ...]
    friday_pause: Hours
    ramadan_hours: tuple[Hours, ...]
    notices: Hours


class Cause(StrEnum):
    """Why nothing is sent on a day."""

    OWN = "own"
    HOLIDAY = "holiday"
    EID = "eid"


@dataclass(frozen=True, slots=True)
class Closed:
    """`words`: the name of the holiday, or the reason that staff gave."""

    cause: Cause
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What staff decided about one day, whatever the rules say of it."""

    is_open: bool
    reason: str


@dataclass(frozen=True)
class Calendar:
    """When something may be sent: `hours` on usual days, `ramadan_hours` in Ramadan, Fridays without `friday_pause`.

    `notices` are the hours of what cannot wait (decisions). Nothing is sent on `closed` days, nor on
    `national_holidays` and around Eid, unless the centre works through them. What staff decided comes first: `decided`
    by day, `eids` in place of those the package estimates, `later` hours from a day on (in the order of these days).
    """

    zone: ZoneInfo
    hours: tuple[Hours, ...]
    friday_pause: Hours
    ramadan_hours: tuple[Hours, ...]
    ramadan: tuple[Period, ...] = ()
    closed: tuple[date, ...] = ()
    eid_days_before: int = 3
    eid_days_after: int = 8
    national_holidays: bool = True
    notices: Hours = Hours(time(8), time(20))
    decided: Mapping[date, Decided] = field(default_factory=dict, hash=False)
    eids: tuple[date, ...] = ()
    later: tuple[tuple[date, Times], ...] = ()
    _closed: frozenset[date] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_closed", frozenset(self.closed))

    @property
    def urgent(self) -> "Calendar":
        """The calendar of what cannot wait: longer hours, the same days."""
        later = tuple(
            (first, replace(times, hours=(times.notices,), ramadan_hours=(times.notices,)))
            for first, times in self.later
        )
        return replace(self, hours=(self.notices,), ramadan_hours=(self.notices,), later=later)

    def is_closed(self, day: date) -> bool:
        """Whether nothing is sent all day long."""
        return self.why_closed(day) is not None

    def why_closed(self, day: date) -> Closed | None:
        """Why nothing is sent on a day; None where something is."""
        decision = self.decided.get(day)
        if decision is not None:
            return None if decision.is_open else Closed(Cause.OWN, decision.reason)
        return self._by_rule(day)

    def is_ramadan(self, day: date) -> bool:
        return any(day in period for period in self.ramadan)

    def times(self, day: date) -> Times:
        """The hours that hold on a day, be it closed or not."""
        changed = next((times for first, times in reversed(self.later) if first <= day), None)
        return changed or Times(self.hours, self.friday_pause, self.ramadan_hours, self.notices)

    def allows(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return any(h.begin <= local.time() < h.end for h in self.hours_of(local.date()))

    def hours_of(self, day: date) -> tuple[Hours, ...]:
        """The sending hours of one day, in order; none where it is closed."""
        if self.is_closed(day):
            return ()
        times = self.times(day)
        usual = times.ramadan_hours if self.is_ramadan(day) else times.hours
        return tuple(_without(usual, times.friday_pause)) if day.weekday() == FRIDAY else usual

    def next_allowed(self, moment: datetime) -> datetime:
        """The first instant, not before `moment`, at which something may be sent."""
        local = moment.astimezone(self.zone)
        day = local.date()
        while True:
            for hours in self.hours_of(day):
                if day > local.date() or local.time() < hours.begin:
                    return datetime.combine(day, hours.begin, self.zone)
                if local.time() < hours.end:
                    return moment
            day += timedelta(days=1)

    def eids_of(self, year: int) -> frozenset[date]:
        """The first day of each Eid in a year, as staff set it where they did."""
        told = frozenset(eid for eid in self.eids if eid.year == year)
        return told | {eid for eid in national_holidays.eids(year) if not self._is_told(eid)}

    def _is_told(self, eid: date) -> bool:
        return any(abs(eid - told) < SAME_WITHIN for told in self.eids)

    def _by_rule(self, day: date) -> Closed | None:
        if day in self._closed:
            return Closed(Cause.OWN)
        if not self.national_holidays:
            return None
        if day in self.eids or day - timedelta(days=1) in self.eids:
            return Closed(Cause.HOLIDAY, national_holidays.EID)
        name = national_holidays.named(day.year).get(day)
        if name is not None and not (day in national_holidays.eid_days(day.year) and self._is_told(day)):
            return Closed(Cause.HOLIDAY, name)
        return Closed(Cause.EID) if self._near_eid(day) else None

    def _near_eid(self, day: date) -> bool:
        return any(
            eid - timedelta(days=self.eid_days_before) <= day <= eid + timedelta(days=self.eid_days_after)
            for year in (day.year - 1, day.year, day.year + 1)
            for eid in self.eids_of(year)
        )


def _without(hours: Iterable[Hours], pause: Hours) -> Iterable[Hours]:
    for span in hours:
        for begin, end in ((span.begin, min(span.end, pause.begin)), (max(span.begin, pause.end), span.end)):
            if begin < end:
                yield Hours(begin, end)
