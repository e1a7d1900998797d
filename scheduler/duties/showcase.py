"""Once a year whoever shows a business is asked whether it still holds; without an answer it is hidden, and she hears
so.
"""

from datetime import datetime, timedelta

from conversations.context import Context
from conversations.notices.showcases import HIDDEN, YEARLY
from records import confirmations, showcases
from records.showcases import Hidden
from scheduler.duty import Duty

BATCH = 200


def _perform(context: Context) -> int:
    return _ask(context) + _hide(context)


def _ask(context: Context) -> int:
    before = context.now - timedelta(days=context.house.profile.showcase.confirm_days)
    due = confirmations.to_ask(context.session, before, BATCH)
    for one in due:
        confirmations.asked(context.session, one.id, context.now)
        YEARLY.to_person(context, one.person_id, one.id, detail=f"{one.revision}.{context.today}")
    return len(due)


def _hide(context: Context) -> int:
    before = context.now - timedelta(days=context.house.profile.showcase.wait_days)
    due = confirmations.unanswered(context.session, before, BATCH)
    for one in due:
        showcases.hide(context.session, one.id, Hidden.UNCONFIRMED)
        HIDDEN.to_person(context, one.person_id, one.id, detail=f"{one.revision}.{context.today}")
    return len(due)


def _next(context: Context) -> datetime | None:
    rules = context.house.profile.showcase
    unconfirmed, unanswered = confirmations.next_asking(context.session)
    instants = [
        None if unconfirmed is None else unconfirmed + timedelta(days=rules.confirm_days),
        None if unanswered is None else unanswered + timedelta(days=rules.wait_days),
    ]
    return min((at for at in instants if at is not None and at > context.now), default=None)


DUTY = Duty("showcase", _perform, _next, listens=True)
