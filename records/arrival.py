"""Arrival: when the last message of a campaign goes out, from the pace seen so far and the hours of sending."""

from datetime import datetime, timedelta

from records.calendar import Calendar

# Of a shorter look nothing is concluded.
SHORTEST = timedelta(seconds=2)
# So far back it is looked: Telegram's patience, and who else is written to, change.
LOOK_BACK = timedelta(minutes=1)
# Beyond this nobody plans by it.
FARTHEST = timedelta(days=60)


def time_left(pending: int, settled: int, within: timedelta) -> timedelta | None:
    """How long `pending` messages take, where `settled` of them took `within`; None where too little is seen yet."""
    if pending <= 0:
        return timedelta(0)
    if settled <= 0 or within < SHORTEST:
        return None
    left = within * pending / settled
    return left if left <= FARTHEST else None


def after(calendar: Calendar, moment: datetime, work: timedelta) -> datetime:
    """The instant at which so much work is done that begins not before `moment` and rests outside the hours."""
    while True:
        begins = calendar.next_allowed(moment)
        ends = closes(calendar, begins)
        if begins + work <= ends:
            return begins + work
        work -= ends - begins
        moment = ends


def closes(calendar: Calendar, moment: datetime) -> datetime:
    """The end of the span of hours that holds a moment."""
    local = moment.astimezone(calendar.zone)
    span = next(span for span in calendar.hours_of(local.date()) if span.begin <= local.time() < span.end)
    return datetime.combine(local.date(), span.end, calendar.zone)
