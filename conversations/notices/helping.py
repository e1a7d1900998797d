"""What an alumna hears of the help she asked for."""

from conversations.buttons import ASK, BACK_HOME
from conversations.context import Context
from conversations.following import vocabulary
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.reply import Reply, column
from locales.text import _
from records import help_requests
from records.deliveries import Claim
from records.questionnaire import Need


def _closed(context: Context, claim: Claim) -> Composed:
    request = help_requests.by_id(context.session, claim.about)
    if request is None or request.done is None:
        return Skip("no such request")
    text = _(
        "<b>{name}</b>, you asked the BLK for help: {need}.\n\n{done}\n\nIf you need more, put it to an officer.",
        name=request.name,
        need=vocabulary.NEED[Need(request.need)],
        done=request.done,
    )
    return Reply(text, rows=column(ASK, BACK_HOME))


CLOSED = Notice("help_closed", _closed, Hours.SENDING)
