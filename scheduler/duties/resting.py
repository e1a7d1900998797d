"""Announcements rest outside their hours: what is left of them is put off at once, instead of message by message."""

from datetime import datetime

from conversations.announcing.timing import when
from conversations.context import Context
from records import announcing, arrival, campaigns
from scheduler.duty import Duty


def _perform(context: Context) -> int:
    moved = 0
    for campaign in campaigns.sending(context.session):
        opens = when.calendar_of(context, campaign).next_allowed(context.now)
        if opens > context.now:
            moved += announcing.put_off(context.session, campaign.id, opens, context.now)
    return moved


def _next(context: Context) -> datetime | None:
    """The end of the hours in which something is being sent."""
    calendars = (when.calendar_of(context, one) for one in campaigns.sending(context.session))
    ends = (arrival.closes(calendar, context.now) for calendar in calendars if calendar.allows(context.now))
    return min(ends, default=None)


DUTY = Duty("resting", _perform, _next)
