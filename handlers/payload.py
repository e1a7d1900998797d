"""What a reply becomes: the parameters of Telegram's methods."""

from typing import Any

from telegram import InputFile, InputMedia, InputMediaDocument, InputMediaPhoto
from telegram.constants import ParseMode

from conversations import qr
from conversations.applying import card
from conversations.reply import Card, Kind, Picture, Qr, Reply, Venue
from records.chats import ChatState

FILE_NAME = "canting.png"
ATTACHED = {Kind.PHOTO: "sendPhoto", Kind.DOCUMENT: "sendDocument"}


def print_of(data: dict[str, Any]) -> int:
    """Tells pages apart."""
    return hash((data["text"], repr(data.get("reply_markup"))))


def is_protected(reply: Reply) -> bool:
    return reply.protected or reply.shown is not None


def png(picture: Qr | Card | Picture) -> bytes:
    match picture:
        case Qr(words):
            return qr.png(words)
        case Card():
            return card.png(picture)
        case Picture(png):
            return png


def media(data: dict[str, Any], reply: Reply, text: str) -> str:
    """Fills in what is said and shown; the method that says it."""
    if reply.picture is not None:
        data |= {"caption": text, "photo": InputFile(png(reply.picture), filename=FILE_NAME, attach=False)}
        return "sendPhoto"
    if reply.document is not None:
        file = InputFile(reply.document.content, filename=reply.document.name, attach=False)
        data |= {"caption": text, "document": file}
        return "sendDocument"
    if reply.attachment is not None:
        data |= {"caption": text, reply.attachment.kind.value: reply.attachment.file_id}
        return ATTACHED[reply.attachment.kind]
    data |= {"text": text, "link_preview_options": {"is_disabled": True}}
    return "sendMessage"


def exchanged(reply: Reply, text: str) -> InputMedia | None:
    """What takes the place of a picture or a file that was sent; None where the reply has neither."""
    if reply.picture is not None:
        return InputMediaPhoto(png(reply.picture), caption=text, parse_mode=ParseMode.HTML, filename=FILE_NAME)
    if reply.attachment is None:
        return None
    kind = InputMediaPhoto if reply.attachment.kind is Kind.PHOTO else InputMediaDocument
    return kind(reply.attachment.file_id, caption=text, parse_mode=ParseMode.HTML)


def venue(chat: ChatState, venue: Venue) -> dict[str, Any]:
    return {
        "chat_id": chat.id,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "title": venue.title,
        "address": venue.address,
    }
