"""The photo that supports a request for leave; the argument is the request's id."""

from conversations.officer import officer_with
from conversations.reply import Button, Picture, Reply, column
from locales.text import _
from records import absences
from records.permissions import Permission
from records.session import Session
from scheduler.errand import FileGoneError, Tools


async def show(tools: Tools, argument: str) -> Reply | None:
    def photo(session: Session) -> str | None:
        officer = officer_with(tools.context(session, tools.clock.now()), Permission.TRAINING)
        absence = absences.by_id(session, int(argument))
        return None if officer is None or absence is None else absence.photo

    file_id = await tools.database.read(photo)
    if file_id is None:
        return None
    rows = column(Button(_("Answer"), f"m:permit:{argument}"))
    try:
        image = await tools.fetch(file_id)
    except FileGoneError:
        return Reply(_("Telegram no longer has this photo. Please ask her to bring the paper."), rows=rows)
    return Reply(_("📎 The photo of the request for leave"), rows=rows, picture=Picture(image), protected=True)
