"""Unfinished registrations: reminders, and the end of those whose class has closed."""

from conversations.context import Context
from conversations.notices.unfinished import CLOSED, CLOSING, QUIET
from records import talks, unfinished
from scheduler.duty import Duty
from scheduler.expiry import close

BATCH = 200


def _perform(context: Context) -> int:
    over = unfinished.over(context.session, context.now, BATCH)
    for talk in over:
        close(context.session, talk, context.now)
        if talk.actor_chat is not None and talks.is_begun(talk):
            CLOSED.to_chat(context, talk.actor_chat, talk.id)
    to_remind = unfinished.to_remind(context.session, context.now, BATCH)
    for one in to_remind:
        unfinished.reminded(context.session, one)
        chat_id = one.talk.actor_chat
        if chat_id is not None and talks.is_begun(one.talk):
            (CLOSING if one.closing else QUIET).to_chat(context, chat_id, one.talk.id)
    return len(over) + len(to_remind)


DUTY = Duty("unfinished", _perform, lambda context: unfinished.next_due(context.session, context.now))
