"""The poster of a class; the argument is `class.form`, the form pdf or png."""

from conversations.buttons import STAFF_MENU
from conversations.offering import poster
from conversations.reply import Document, Reply, column
from locales.text import _
from records import offers
from scheduler import posters
from scheduler.errand import Tools


async def draw(tools: Tools, argument: str) -> Reply | None:
    class_id, _dot, form = argument.partition(".")
    offer = await tools.database.read(offers.by_id, int(class_id))
    if offer is None:
        return None
    house, language = tools.house, tools.chat.language
    content = poster.of_offer(
        offer, house.profile, house.bot_username, lambda text: house.languages.plain(text, language)
    )
    drawn = await tools.slow.run(posters.poster, content, "png" if form == "png" else "pdf")
    text = _("Poster: <b>{programme}</b>, code <code>{code}</code>", programme=content.title, code=content.code)
    return Reply(text, rows=column(STAFF_MENU), document=Document(f"{content.file_name}.{form}", drawn))
