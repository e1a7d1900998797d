"""What the Bot API answers: well-formed results, made as cheaply as possible."""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench.walker import Button, Heard

Json = dict[str, object]

BOT: Json = {
    "id": 1,
    "is_bot": True,
    "first_name": "Bench",
    "username": "bench_bot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
SPOKEN = frozenset(
    (
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "sendVenue",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
    )
)
FIXED: Mapping[str, object] = {
    "getMe": BOT,
    "getMyCommands": [],
    "getMyName": {"name": "Bench"},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getChatMenuButton": {"type": "commands"},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    **dict.fromkeys(
        (
            "answerCallbackQuery",
            "sendChatAction",
            "deleteMessage",
            "deleteMessages",
            "setWebhook",
            "deleteWebhook",
            "setMyCommands",
            "deleteMyCommands",
            "setMyName",
            "setMyDescription",
            "setMyShortDescription",
            "setChatMenuButton",
            "pinChatMessage",
            "editMessageReplyMarkup",
        ),
        True,
    ),
}
PHOTO: list[Json] = [{"file_id": "photo", "file_unique_id": "photo", "width": 320, "height": 320, "file_size": 2048}]
DOCUMENT: Json = {"file_id": "document", "file_unique_id": "document", "file_name": "document", "file_size": 2048}
TAG = re.compile(r"<[^>]+>")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _visible(parameters: Mapping[str, object]) -> str:
    """The text or caption as the person sees it."""
    text = _text(parameters.get("text")) or _text(parameters.get("caption"))
    if parameters.get("parse_mode") == "HTML":
        return html.unescape(TAG.sub("", text))
    return text


def _buttons(markup: Mapping[str, object]) -> tuple[Button, ...]:
    """The buttons that send something; those that only open a link are left out."""
    buttons: list[Button] = []
    for rows, inline in ((markup.get("inline_keyboard"), True), (markup.get("keyboard"), False)):
        for row in rows if isinstance(rows, list) else []:
            for key in row:
                if not inline:
                    buttons.append(Button(key["text"], asks_contact=bool(key.get("request_contact"))))
                elif "callback_data" in key:
                    buttons.append(Button(key["text"], key["callback_data"]))
    return tuple(buttons)


@dataclass(frozen=True, slots=True)
class Saying:
    """A message of the bot: what the person sees of it and the Message that the API answers with."""

    chat_id: int
    heard: Heard
    message: Json


def saying(method: str, parameters: Mapping[str, object], message_id: int, now: int) -> Saying:
    """The message that this call (one of SPOKEN) makes or edits."""
    chat_id = int(str(parameters["chat_id"]))
    markup = parameters.get("reply_markup")
    if isinstance(markup, str):
        markup = json.loads(markup)
    keyboard = markup if isinstance(markup, dict) else {}
    text = _visible(parameters)
    message: Json = {
        "message_id": message_id,
        "from": BOT,
        "chat": {"id": chat_id, "type": "private", "first_name": "Warga"},
        "date": now,
        **_content(method, parameters, text),
    }
    if "inline_keyboard" in keyboard:
        message["reply_markup"] = keyboard
    if method.startswith("edit"):
        message["edit_date"] = now
    return Saying(chat_id, Heard(text, _buttons(keyboard)), message)


def _content(method: str, parameters: Mapping[str, object], text: str) -> Json:
    match method:
        case "sendPhoto" | "editMessageCaption" | "editMessageMedia":
            return {"photo": PHOTO, "caption": text}
        case "sendDocument":
            return {"document": DOCUMENT, "caption": text}
        case "sendVenue":
            location = {"latitude": -6.9, "longitude": 109.7}
            return {"venue": {"location": location, "title": _text(parameters.get("title")), "address": ""}}
        case _:
            return {"text": text}
