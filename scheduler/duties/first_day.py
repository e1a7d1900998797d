"""The day before a training begins its participants are told time, place, and what to bring."""

from datetime import date, datetime, time, timedelta

from conversations.context import Context
from conversations.notices.lessons import FIRST_DAY
from records import trainees
from records.calendar import Calendar
from scheduler.duty import Duty

AT = time(9)
# Where the days before are closed (Eid), the last open one of so many is taken.
LOOK_BACK_DAYS = 20


def reminded_on(starts_on: date, calendar: Calendar) -> datetime:
    """Nine in the morning of the last day before on which something is sent."""
    before = [starts_on - timedelta(days=n) for n in range(1, LOOK_BACK_DAYS + 1)]
    day = next((day for day in before if not calendar.is_closed(day)), before[0])
    return datetime.combine(day, AT, calendar.zone)


def perform(context: Context) -> int:
    """Orders what is due; whoever was told before is not told twice."""
    calendar = context.house.calendar
    coming = trainees.starting(
        context.session, context.today - timedelta(days=1), context.today + timedelta(days=LOOK_BACK_DAYS)
    )
    due = [one for one in coming if reminded_on(one.starts_on, calendar) <= context.now]
    return sum(FIRST_DAY.to_person(context, one.person_id, one.id, key=f"{one.starts_on:%Y%m%d}") for one in due)


def next_due(context: Context) -> datetime | None:
    calendar = context.house.calendar
    coming = trainees.starting(context.session, context.today, context.today + timedelta(days=400))
    moments = {reminded_on(one.starts_on, calendar) for one in coming}
    return min((moment for moment in moments if moment > context.now), default=None)


DUTY = Duty("first_day", perform, next_due)
