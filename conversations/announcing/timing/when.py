"""When an announcement may go out: at the time that was chosen, within the hours it keeps."""

from datetime import datetime

from conversations import timing
from conversations.context import Context
from locales.text import Text, _
from records.calendar import Calendar
from records.campaigns import Campaign


def calendar_of(context: Context, campaign: Campaign) -> Calendar:
    """Of an urgent one, the longer hours of what cannot wait."""
    calendar = context.house.calendar
    return calendar if campaign.urgent_why is None else calendar.urgent


def due_at(context: Context, campaign: Campaign) -> datetime:
    """The first instant, not before now, at which it may be sent."""
    chosen = campaign.send_at or context.now
    return calendar_of(context, campaign).next_allowed(max(chosen, context.now))


def in_words(context: Context, campaign: Campaign) -> Text:
    """The same, said to staff."""
    due, chosen = due_at(context, campaign), campaign.send_at
    if chosen is None or chosen <= context.now:
        return timing.when(context, due)
    if due == chosen:
        return _("on {when}", when=due)
    return _("on {when}, since nothing is sent at the time chosen ({chosen})", when=due, chosen=chosen)
