"""The ear: an update of Telegram becomes an event. What people say is heard in private chats alone; of a group or a
channel, whether the bot is in it.
"""

from html import escape

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType

from conversations import readers
from conversations.event import (
    Commanded,
    Edited,
    Event,
    File,
    Medium,
    Membership,
    Placed,
    Point,
    Said,
    Sent,
    Shared,
    Tapped,
    Upgraded,
)
from conversations.turn import Incoming

# What stands in HTML as a tag; Telegram finds links, mentions and the like again itself.
FORMATTED = frozenset(
    {
        *(MessageEntity.BOLD, MessageEntity.ITALIC, MessageEntity.UNDERLINE, MessageEntity.STRIKETHROUGH),
        *(MessageEntity.SPOILER, MessageEntity.CODE, MessageEntity.PRE, MessageEntity.TEXT_LINK),
        *(MessageEntity.BLOCKQUOTE, MessageEntity.EXPANDABLE_BLOCKQUOTE),
    }
)
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
COMMAND_LETTERS = 32
ABSENT = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)

# By what a message of Telegram holds.
_MEDIA = {
    "photo": Medium.PHOTO,
    "document": Medium.DOCUMENT,
    "sticker": Medium.STICKER,
    "voice": Medium.VOICE,
    "audio": Medium.VOICE,
    "video_note": Medium.VOICE,
    "location": Medium.LOCATION,
    "venue": Medium.LOCATION,
}


def hear(update: Update) -> Incoming | None:
    """What somebody did, or None where it is not ours to hear."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None:
        return None
    event = _event(update) if chat.type == ChatType.PRIVATE else _of_group(update)
    if event is None:
        return None
    return Incoming(chat.id, update.update_id, event, "" if user is None else user.first_name)


def _event(update: Update) -> Event | None:
    if (tap := update.callback_query) is not None:
        return Tapped(tap.data or "", None if tap.message is None else tap.message.message_id)
    if update.message is not None:
        return _spoken(update.message)
    if (edited := update.edited_message) is not None:
        return Edited(None if edited.text is None else Said(edited.text, _formatted(edited)))
    if (change := update.my_chat_member) is not None:
        return Membership(blocked=change.new_chat_member.status in ABSENT)
    return None


def _of_group(update: Update) -> Event | None:
    """The bot's own standing there, and nothing else."""
    if (change := update.my_chat_member) is not None:
        now, chat = change.new_chat_member, change.chat
        present = now.status not in ABSENT and getattr(now, "is_member", True)
        # In a channel only admins post, and only those who were given the right.
        may = getattr(now, "can_post_messages", None) if chat.type == ChatType.CHANNEL else True
        may_post = present and bool(may) and getattr(now, "can_send_messages", True)
        return Placed(chat.type, chat.title or "", change.from_user.id, present, may_post)
    if update.message is not None and update.message.migrate_to_chat_id is not None:
        return Upgraded(update.message.migrate_to_chat_id)
    return None


def _spoken(message: Message) -> Event:
    if message.text is not None:
        return _words(message)
    if (contact := message.contact) is not None:
        own = message.from_user is not None and contact.user_id == message.from_user.id
        return Shared(readers.shared_phone(contact.phone_number), own)
    medium = next((medium for kind, medium in _MEDIA.items() if getattr(message, kind)), Medium.OTHER)
    return Sent(medium, _file(message), _point(message))


def _formatted(message: Message) -> str | None:
    """The words as HTML where Telegram formatted any of them; most are plain."""
    if not any(entity.type in FORMATTED for entity in (*message.entities, *message.caption_entities)):
        return None
    return message.text_html if message.caption is None else message.caption_html


def _caption(message: Message) -> str:
    return "" if message.caption is None else _formatted(message) or escape(message.caption)


def _point(message: Message) -> Point | None:
    if (place := message.location) is None:
        return None
    return Point(place.latitude, place.longitude, "" if message.venue is None else message.venue.title)


def _file(message: Message) -> File | None:
    """The photo in its greatest size, or the document."""
    album = message.media_group_id or ""
    if message.photo:
        photo = message.photo[-1]
        size = photo.file_size or 0
        measures = (photo.width, photo.height)
        return File(photo.file_id, message.message_id, size, "image/jpeg", "", *measures, album, _caption(message))
    if (document := message.document) is not None:
        name, mime = document.file_name or "", document.mime_type or ""
        size, caption = document.file_size or 0, _caption(message)
        return File(document.file_id, message.message_id, size, mime, name, album=album, caption=caption)
    return None


def _words(message: Message) -> Event:
    """A /command, perhaps with @ and a bot's name, and what follows it; or words."""
    text = message.text or ""
    if not text.startswith("/"):
        return Said(text, _formatted(message))
    head, _space, argument = text[1:].partition(" ")
    name = head.partition("@")[0].lower()
    if not name or len(name) > COMMAND_LETTERS or not name.replace("_", "").isalnum():
        return Said(text)
    return Commanded(name, argument.strip())
