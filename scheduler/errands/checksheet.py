"""The sheet of an application with the picture of a document.

The argument is `application`, or `application.kind` where the picture of the message that stands is to be swapped.
"""

from dataclasses import replace
from datetime import datetime

from conversations.checking import checksheet
from conversations.checking.checksheet import Page
from conversations.reply import Picture, Reply
from records import shown
from records.session import Session
from records.vault import VaultError
from scheduler.errand import Tools


async def show(tools: Tools, argument: str) -> Reply | None:
    application_id, _dot, kind = argument.partition(".")
    page, standing = await tools.database.read(_composed, tools, int(application_id), kind, tools.clock.now())
    if page is None or page.file is None:
        return None if page is None else page.reply
    try:
        picture = Picture(tools.house.documents.read(page.file))
    except (FileNotFoundError, VaultError):
        return await tools.database.read(_without_picture, tools, int(application_id), tools.clock.now())
    return replace(page.reply, picture=picture, in_place_of=standing)


def _composed(
    session: Session, tools: Tools, application_id: int, kind: str, now: datetime
) -> tuple[Page | None, int | None]:
    page = checksheet.compose(tools.context(session, now), application_id, kind)
    standing = shown.latest(session, tools.chat.id, checksheet.about(application_id), now) if kind else None
    return page, standing


def _without_picture(session: Session, tools: Tools, application_id: int, now: datetime) -> Reply | None:
    """The file is gone, or was altered: the officer reads that, and decides by the paper itself."""
    page = checksheet.compose(tools.context(session, now), application_id, lost=True)
    return None if page is None else page.reply
