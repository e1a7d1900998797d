"""Answered on the web: whoever has the question in her chat as well learns there that it is done."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice
from conversations.notices.unfinished import GO_ON
from conversations.reply import Reply, column
from locales.text import _
from records import talks
from records.deliveries import Claim


def _answered(context: Context, _claim: Claim) -> Composed:
    """A form that had waited behind it is open again."""
    text = _("Thank you, your answers on the web page are noted. The question in this chat is done with that.")
    waited = talks.open_of(context.session, context.chat_id) is not None
    return Reply(text, rows=column(GO_ON if waited else BACK_HOME))


ANSWERED = Notice("web_answered", _answered, Hours.ANY)
