"""Moments: when somebody who puts it off may be reminded, on the days of the sending calendar."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from conversations.context import Context
from records import planning

# Later today means so many hours ahead, at least one, and never after the last half hour in which one is reminded.
HOURS_AHEAD, LEAST_AHEAD, LAST = timedelta(hours=3), timedelta(hours=1), time(19, 30)
HALF_HOUR = timedelta(minutes=30)


class When(StrEnum):
    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Later:
    """A time at which she may be reminded; `moved`: that day is closed, so that it is a later one."""

    when: When
    at: datetime
    moved: bool = False


def ahead(context: Context, hours: str | None) -> tuple[Later, ...]:
    """Later today where that is still possible, tomorrow and in a week at the hour that suits her."""
    today = _later_today(context)
    at = planning.ASKING_TIMES.get(hours or "", planning.ASKING_TIME)
    days = (_in_days(context, When.TOMORROW, 1, at), _in_days(context, When.WEEK, 7, at))
    return days if today is None else (Later(When.TODAY, today), *days)


def _later_today(context: Context) -> datetime | None:
    """A reminder that was asked for may come in the evening too, on a day that is not closed."""
    zone = context.house.calendar.zone
    now = context.now.astimezone(zone)
    last = datetime.combine(now.date(), LAST, zone)
    wanted = min(_rounded_up(now + HOURS_AHEAD), last)
    at = context.house.calendar.urgent.next_allowed(wanted)
    return at if now + LEAST_AHEAD <= at <= last else None


def _rounded_up(moment: datetime) -> datetime:
    past = timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return moment if not past else moment - past + HALF_HOUR


def _in_days(context: Context, when: When, days: int, at: time) -> Later:
    calendar = context.house.calendar
    day = context.today + timedelta(days=days)
    allowed = calendar.next_allowed(datetime.combine(day, at, calendar.zone))
    return Later(when, allowed, moved=allowed.astimezone(calendar.zone).date() != day)
