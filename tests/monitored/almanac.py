"""The calendar as the town knows it, told here once more: when a message may come. Nothing of ours is imported."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

ZONE = ZoneInfo("Asia/Jakarta")
USUAL = ((time(8), time(11, 30)), (time(13), time(17, 15)))
RAMADAN_HOURS = ((time(9), time(16, 30)),)
RAMADAN = ((date(2027, 2, 8), date(2027, 3, 9)),)
FRIDAY = (time(11), time(13, 30))
BEFORE_EID, AFTER_EID = 3, 8
# A reminder that somebody asked for may come later in the day.
LATEST_ASKED_FOR = time(20)


@cache
def _named(year: int) -> dict[date, str]:
    found = holidays.country_holidays("ID", years=year, categories=("public", "government"), language="id")
    return dict(found.items())


@cache
def _around_eid(year: int) -> frozenset[date]:
    feasts = sorted(day for day, name in _named(year).items() if "Idul Fitri" in name and "Cuti" not in name)
    if not feasts:
        return frozenset()
    return frozenset(feasts[0] + timedelta(days=n) for n in range(-BEFORE_EID, AFTER_EID + 1))


def is_closed(day: date) -> bool:
    return day in _named(day.year) or day in _around_eid(day.year)


def spans(day: date) -> list[tuple[time, time]]:
    """The hours of a day, in order."""
    if is_closed(day):
        return []
    usual = RAMADAN_HOURS if any(first <= day <= last for first, last in RAMADAN) else USUAL
    if day.weekday() != 4:
        return list(usual)
    cut = [(begin, min(end, FRIDAY[0])) for begin, end in usual] + [
        (max(begin, FRIDAY[1]), end) for begin, end in usual
    ]
    return sorted((begin, end) for begin, end in cut if begin < end)


def allows(moment: datetime) -> bool:
    local = moment.astimezone(ZONE)
    return any(begin <= local.time() < end for begin, end in spans(local.date()))


def allows_what_was_asked_for(moment: datetime) -> bool:
    """Until eight in the evening, on a day on which anything may be sent."""
    local = moment.astimezone(ZONE)
    hours = spans(local.date())
    return bool(hours) and hours[0][0] <= local.time() <= LATEST_ASKED_FOR


def next_allowed(moment: datetime) -> datetime:
    """The first instant from this one on at which a message may be sent."""
    local = moment.astimezone(ZONE)
    for ahead in range(60):
        day = local.date() + timedelta(days=ahead)
        for begin, end in spans(day):
            opens, closes = (datetime.combine(day, at, ZONE) for at in (begin, end))
            if local < closes:
                return max(local, opens)
    raise AssertionError("two months without an hour to send in")
