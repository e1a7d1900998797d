"""The calendar of messages that start with us: sending hours, Fridays, Ramadan, holidays and the days around Eid.

All bounds are data of the profile; Indonesian public and government holidays come from the package `holidays`.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.util import find_spec
from types import ModuleType
from zoneinfo import ZoneInfo


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


@dataclass(frozen=True)
class Calendar:
    """When something may be sent: `hours` on usual days, `ramadan_hours` in Ramadan, Fridays without `friday_pause`.

    `notices` are the hours of what cannot wait (decisions). Nothing is sent on `closed` days, nor on
    `national_holidays` and around Eid, unless the centre works through them.
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
    _closed: frozenset[date] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_closed", frozenset(self.closed))

    @property
    def urgent(self) -> "Calendar":
        """The calendar of what cannot wait: longer hours, the same days."""
        return replace(self, hours=(self.notices,), ramadan_hours=(self.notices,))

    def is_closed(self, day: date) -> bool:
        """Whether nothing is sent all day long."""
        if day in self._closed:
            return True
        return self.national_holidays and (day in _holidays(day.year) or self._near_eid(day))

    def allows(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return any(h.begin <= local.time() < h.end for h in self.hours_of(local.date()))

    def hours_of(self, day: date) -> tuple[Hours, ...]:
        """The sending hours of one day, in order; none where it is closed."""
        if self.is_closed(day):
            return ()
        usual = self.ramadan_hours if any(day in period for period in self.ramadan) else self.hours
        return tuple(_without(usual, self.friday_pause)) if day.weekday() == 4 else usual

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

    def _near_eid(self, day: date) -> bool:
        return any(
            eid - timedelta(days=self.eid_days_before) <= day <= eid + timedelta(days=self.eid_days_after)
            for year in (day.year - 1, day.year, day.year + 1)
            for eid in _eids(year)
        )


def _without(hours: Iterable[Hours], pause: Hours) -> Iterable[Hours]:
    for span in hours:
        for begin, end in ((span.begin, min(span.end, pause.begin)), (max(span.begin, pause.end), span.end)):
            if begin < end:
                yield Hours(begin, end)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(_named_holidays(year))


def _named_holidays(year: int) -> dict[date, str]:
    found = _indonesia(year, "public", "government")
    return {day: name for day, name in found.items() if day.year == year}


@lru_cache(maxsize=64)
def _eids(year: int) -> frozenset[date]:
    """The first day of each Idulfitri in a year (a Gregorian year can hold two)."""
    public = _indonesia(year, "public")
    days = {day for day, name in public.items() if day.year == year and "Idul Fitri" in name}
    return frozenset(day for day in days if day - timedelta(days=1) not in days)


def _indonesia(year: int, *categories: str) -> dict[date, str]:
    """The holidays of a year by day. The package loads every country with the first one, 300 modules and 8 MB; the
    folder alone instead of their list lets it load this one (docs/decisions/0011-lean-imports.md).
    """
    spec = find_spec("holidays")
    folder = ModuleType("holidays.countries")
    folder.__path__ = [] if spec is None else [f"{place}/countries" for place in spec.submodule_search_locations or ()]
    sys.modules.setdefault(folder.__name__, folder)
    import holidays

    return dict(holidays.country_holidays("ID", years=year, categories=categories, language="id").items())
