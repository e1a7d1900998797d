"""Timing: when a message that starts with us may go out. An answer to what somebody asked goes at once; officers have
nights too.
"""

from datetime import datetime

from conversations.context import Context
from locales.text import Text, _
from records.deliveries import DeliveryKind


def due_at(context: Context, kind: DeliveryKind) -> datetime:
    """The first instant, not before now, at which a message of this kind may be sent."""
    calendar = context.house.calendar
    match kind:
        case DeliveryKind.ANNOUNCEMENT | DeliveryKind.FOLLOWUP | DeliveryKind.QUESTION:
            return calendar.next_allowed(context.now)
        case DeliveryKind.ANSWER | DeliveryKind.NOTICE | DeliveryKind.RECALL | DeliveryKind.CORRECTION:
            return context.now


def in_words(context: Context, kind: DeliveryKind) -> Text:
    """When it goes out, said to staff."""
    return when(context, due_at(context, kind))


def when(context: Context, due: datetime) -> Text:
    return _("now") if due <= context.now else _("on {when}, when the sending hours begin", when=due)
