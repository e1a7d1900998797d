"""Markup: rows of buttons as Telegram's keyboards, labels in the person's language."""

from typing import Any

from conversations.reply import BUTTON_DATA_BYTES, Button, ContactKeyboard, Reply, Rows, Style
from locales.languages import Languages

REMOVE: dict[str, Any] = {"remove_keyboard": True}


def inline(rows: Rows, languages: Languages, language: str) -> dict[str, Any]:
    """An InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_button(button, languages, language) for button in row] for row in rows]}


def _button(button: Button, languages: Languages, language: str) -> dict[str, Any]:
    label = languages.plain(button.label, language)
    # A reason that stands in the midst of a sentence begins with a capital where it is a button.
    made: dict[str, Any] = {"text": label[:1].upper() + label[1:]}
    if button.data is not None:
        if len(button.data.encode()) > BUTTON_DATA_BYTES:
            raise ValueError("button data is over 64 bytes")
        made["callback_data"] = button.data
    elif button.url is not None:
        made["url"] = button.url
    elif button.copy is not None:
        made["copy_text"] = {"text": button.copy}
    if button.style is not Style.PLAIN:
        made["style"] = button.style.value
    return made


def contact(keyboard: ContactKeyboard, languages: Languages, language: str) -> dict[str, Any]:
    """A ReplyKeyboardMarkup whose first key shares the sender's own number."""
    share = {"text": languages.plain(keyboard.share, language), "request_contact": True}
    words = [{"text": languages.plain(word, language)} for word in keyboard.words]
    markup: dict[str, Any] = {"keyboard": [[share], words], "resize_keyboard": True, "one_time_keyboard": True}
    if keyboard.placeholder is not None:
        markup["input_field_placeholder"] = languages.plain(keyboard.placeholder, language)
    return markup


def of(reply: Reply, languages: Languages, language: str) -> dict[str, Any] | None:
    """The one markup a reply carries."""
    if reply.contact is not None:
        return contact(reply.contact, languages, language)
    return inline(reply.rows, languages, language) if reply.rows else None
