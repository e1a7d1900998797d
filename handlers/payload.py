"""What a reply becomes: the parameters of Telegram's methods."""

from typing import Any

from telegram import InputFile

from conversations import qr
from conversations.applying import card
from conversations.reply import Card, Picture, Qr, Reply, Venue
from records.chats import ChatState

FILE_NAME = "canting.png"


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
    data |= {"text": text, "link_preview_options": {"is_disabled": True}}
    return "sendMessage"


def venue(chat: ChatState, venue: Venue) -> dict[str, Any]:
    return {
        "chat_id": chat.id,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "title": venue.title,
        "address": venue.address,
    }
