"""A late tap: on a question whose time was over before anybody answered it."""

from dataclasses import replace

from conversations import stage
from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.event import Tapped
from conversations.reply import Reply, column
from conversations.screen import number
from conversations.scripts import SCRIPTS
from locales.text import Text
from records import talks
from records.talks import TalkState

_WAYS_ON = column(MY_STATUS, BACK_HOME)


def answer(context: Context, tap: Tapped) -> Reply:
    """Why it is not noted, in the place of the question; of what ended otherwise only that the button is over."""
    too_late = _said(context, tap)
    return stage.closed() if too_late is None else replace(stage.closed(), text=too_late, rows=_WAYS_ON)


def _said(context: Context, tap: Tapped) -> Text | None:
    talk_id = number(tap.data.partition(":")[0])
    talk = None if talk_id is None else talks.by_id(context.session, talk_id)
    if talk is None or talk.actor_chat != context.chat_id or talk.state is not TalkState.EXPIRED:
        return None
    return SCRIPTS[talk.script].too_late
