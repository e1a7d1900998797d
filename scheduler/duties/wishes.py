"""Wishes are told once registration for a class of their kejuruan is open: once each, in the sending hours."""

from datetime import datetime

from conversations.context import Context
from conversations.notices.wishes import OPENED
from records import offers, wishes
from records.offers import Offer
from scheduler.duty import Duty

BATCH = 200


def _tell(context: Context) -> int:
    """Outside of the sending hours nothing is ordered, so that a class that is cancelled overnight is not promised."""
    if context.house.calendar.next_allowed(context.now) > context.now:
        return 0
    told = 0
    for offer in _wanted(context):
        for wish in wishes.untold(context.session, offer.programme_id, BATCH - told):
            if wishes.mark_told(context.session, wish.id, context.now):
                OPENED.to_chat(context, wish.chat_id, offer.id, detail=str(wish.id))
                told += 1
    return told


def _wanted(context: Context) -> list[Offer]:
    """The open classes that somebody waits for; of a programme that which closes last, since there is most time."""
    wanted = wishes.wanted(context.session, context.now)
    if not wanted:
        return []
    takes_more = [offer for offer in offers.open_at(context.session, context.now) if not offer.is_full]
    return [o for o in {o.programme_id: o for o in takes_more}.values() if o.programme_id in wanted]


def _next_due(context: Context) -> datetime | None:
    """When the sending hours are on and one of the wanted classes is open."""
    calendar, opening = context.house.calendar, wishes.next_opening(context.session, context.now)
    instants = [] if opening is None else [calendar.next_allowed(opening)]
    if _wanted(context):
        instants.append(calendar.next_allowed(context.now))
    return min((instant for instant in instants if instant > context.now), default=None)


DUTY = Duty("tell_wishes", _tell, _next_due)
