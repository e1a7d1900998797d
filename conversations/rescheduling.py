"""Rescheduling: the effect of a change of the calendar on everything that starts with us, and carrying it out."""

from datetime import datetime

from conversations.context import Context, House
from conversations.notice import Hours
from conversations.notices import NOTICES
from records import rescheduling
from records.calendar import Calendar
from records.deliveries import DeliveryKind
from records.followups import LATER
from records.freezing import URGENT
from records.rescheduling import Change, Move
from records.session import Session


def keeps(calendar: Calendar, kind: DeliveryKind, topic: str | None) -> Calendar | None:
    """Which hours a delivery keeps; None where it answers what somebody did a moment ago. A reminder that she asked for
    may come later in the day.
    """
    match kind:
        case DeliveryKind.FOLLOWUP:
            return calendar.urgent if topic == LATER else calendar
        case DeliveryKind.ANNOUNCEMENT if topic == URGENT:
            return calendar.urgent
        case DeliveryKind.ANNOUNCEMENT | DeliveryKind.QUESTION:
            return calendar
        case DeliveryKind.ANSWER | DeliveryKind.RECALL | DeliveryKind.CORRECTION:
            return None
        case DeliveryKind.NOTICE:
            notice = NOTICES.get(topic or "")
            hours = Hours.ANY if notice is None else notice.hours
            return {Hours.SENDING: calendar, Hours.URGENT: calendar.urgent}.get(hours)


def preview(context: Context, new: Calendar) -> tuple[Change, list[Move]]:
    """What would move if this calendar held from now on."""
    change = _change(context.house, context.house.calendar, new, context.now)
    return change, rescheduling.moves(context.session, change, keeps)


def follow(session: Session, house: House, now: datetime) -> int:
    """Takes up what was decided of the calendar since it was last read, and moves what has to move; how much that was.

    To be called in the transaction that changes it, and now and then for what another process has changed.
    """
    old = house.calendar
    if not house.almanac.read(session):
        return 0
    change = _change(house, old, house.calendar, now)
    return rescheduling.carry_out(session, rescheduling.moves(session, change, keeps))


def _change(house: House, old: Calendar, new: Calendar, now: datetime) -> Change:
    return Change(old, new, now, house.profile.followup.open_for)
