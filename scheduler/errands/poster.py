"""The poster of a class; the argument is `class.form`, the form pdf or png."""

from conversations import poster
from conversations.context import Context
from conversations.poster import Poster
from conversations.reply import Document, Reply, column
from conversations.screens.desk import STAFF_MENU
from locales.text import _
from records import offers
from records.session import Session
from scheduler import posters
from scheduler.errand import Tools


async def draw(tools: Tools, argument: str) -> Reply | None:
    class_id, _dot, form = argument.partition(".")
    content = await tools.database.read(_content, tools, int(class_id))
    if content is None:
        return None
    drawn = await tools.slow.run(posters.poster, content, "png" if form == "png" else "pdf")
    text = _("Poster: <b>{programme}</b>, code <code>{code}</code>", programme=content.title, code=content.code)
    return Reply(text, rows=column(STAFF_MENU), document=Document(f"{content.file_name}.{form}", drawn))


def _content(session: Session, tools: Tools, class_id: int) -> Poster | None:
    offer = offers.by_id(session, class_id)
    context: Context = tools.context(session, tools.clock.now())
    return None if offer is None else poster.of_offer(context, offer)
