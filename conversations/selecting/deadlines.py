"""Deadlines of re-registration: on a day the centre is open, at the profile's time of day; and when reserves are called
no more.
"""

from datetime import date, datetime, timedelta

from conversations.context import Context

SATURDAY = 5


def after(context: Context, days: int) -> datetime:
    """So many days from today, or the first working day after that."""
    return on(context, working_day(context, context.today + timedelta(days=days)))


def working_day(context: Context, day: date) -> date:
    while day.weekday() >= SATURDAY or context.house.calendar.is_closed(day):
        day += timedelta(days=1)
    return day


def on(context: Context, day: date) -> datetime:
    return datetime.combine(day, context.house.profile.selection.deadline, context.house.calendar.zone)


def cutoff(context: Context, starts_on: date) -> datetime:
    """From then on no reserve of a class that begins on this day is called any more."""
    return on(context, starts_on - timedelta(days=context.house.profile.selection.cutoff_days))


def last_call(context: Context, starts_on: date) -> datetime:
    """From then on nobody at all is offered a seat of a class that begins on this day."""
    return on(context, starts_on - timedelta(days=1))


def of_reserve(context: Context, starts_on: date) -> datetime:
    """Until when a reserve who is called now may confirm: her days, but not into the training."""
    return min(after(context, context.house.profile.selection.reserve_days), last_call(context, starts_on))
