"""Asking the officers: with the common answers first, or what was just written in vain."""

from datetime import timedelta

from conversations import home
from conversations.asking import question
from conversations.context import Context
from conversations.screen import Begin, Outcome, Screen
from locales.text import _
from records import scraps


def ask_this(context: Context, _argument: str) -> Outcome:
    """What this chat wrote last that no script understood becomes a question."""
    words = scraps.take(context.session, context.chat_id, context.now)
    if words is None:
        return home.home(context).with_note(_("That is no longer kept here. Please write it once more with /tanya."))
    hours = context.house.profile.questions.answer_within_hours
    promised_at = context.house.calendar.next_allowed(context.now + timedelta(hours=hours))
    return question.put(context, words, promised_at)


SCREENS = (Screen("ask", lambda _context, _argument: Begin("question")), Screen("askthis", ask_this))
