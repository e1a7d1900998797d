"""The reply_markup of a call, read and checked."""

from typing import Any

from simulator.entity import Json
from simulator.errors import bad_request
from simulator.keyboards import (
    ForceReply,
    InlineButton,
    InlineKeyboard,
    KeyButton,
    Markup,
    RemoveKeyboard,
    ReplyKeyboard,
)
from simulator.links import LinkError, check_link, mentioned_user
from simulator.params import Params

MAX_DATA = 64
MAX_COPY = 256
MAX_BUTTONS = 100
MAX_IN_ROW = 8
STYLES = ("primary", "success", "danger")


def read_markup(params: Params) -> Markup | None:
    """The reply_markup of a call, checked."""
    value = params.structure("reply_markup", "can't parse reply keyboard markup JSON object")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if rows := _array(value, "keyboard"):
        return _reply_keyboard(value, rows)
    if rows := _array(value, "inline_keyboard"):
        return inline_keyboard(rows)
    if value.get("remove_keyboard"):
        return RemoveKeyboard()
    return ForceReply(str(value.get("input_field_placeholder", ""))) if value.get("force_reply") else None


def inline_only(markup: Markup | None) -> InlineKeyboard | None:
    """An edited message can have only buttons under it."""
    if markup is None or isinstance(markup, InlineKeyboard):
        return markup
    raise bad_request("inline keyboard expected")


def inline_keyboard(rows: list[Any]) -> InlineKeyboard:
    """The rows of an inline keyboard, each button checked."""
    read = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
        read.append(tuple(map(_inline_button, row)))
    _check_shape(read)
    return InlineKeyboard(tuple(read))


def _check_shape(rows: list[tuple[InlineButton, ...]] | list[tuple[KeyButton, ...]]) -> None:
    """Telegram drops empty rows and what is too much in silence; here that is a refusal, since nobody wants it."""
    if not all(rows):
        raise bad_request("REPLY_MARKUP_INVALID")
    if any(len(row) > MAX_IN_ROW for row in rows) or sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")


def _array(value: Json, name: str) -> list[Any]:
    found = value.get(name)
    if found is None:
        return []
    if not isinstance(found, list):
        raise bad_request(f'field "{name}" must be of type Array')
    return found


def _inline_button(value: Any) -> InlineButton:
    if not isinstance(value, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = _string(value, "text", "inline keyboard")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    action, argument = _action(value)
    return InlineButton(text, action, argument, _style(value))


def _action(value: Json) -> tuple[str, str]:
    """What the button does, in the order in which Telegram looks."""
    if url := _optional(value, "url"):
        return "url", _checked_url(url)
    if data := _optional(value, "callback_data"):
        if len(data.encode()) > MAX_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        return "callback_data", data
    if "copy_text" in value:
        copied = value["copy_text"].get("text", "") if isinstance(value["copy_text"], dict) else ""
        if not isinstance(copied, str) or not 1 <= len(copied) <= MAX_COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return "copy_text", copied
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if name in value:
            return name, str(value[name])
    if isinstance(value.get("web_app"), dict):
        return "web_app", _checked_web_app(str(value["web_app"].get("url", "")))
    raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _checked_url(url: str) -> str:
    if mentioned_user(url):
        return url
    try:
        return check_link(url)
    except LinkError as reason:
        raise bad_request(f"inline keyboard button {reason}") from None


def _checked_web_app(url: str) -> str:
    if not url.startswith("https://"):
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return _checked_url(url)


def _reply_keyboard(value: Json, rows: list[Any]) -> ReplyKeyboard:
    read = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('field "keyboard" must be an Array of Arrays')
        read.append(tuple(map(_key, row)))
    _check_shape(read)
    placeholder = _optional(value, "input_field_placeholder")
    if len(placeholder) > 64:
        raise bad_request("REPLY_MARKUP_INVALID")
    return ReplyKeyboard(tuple(read), bool(value.get("one_time_keyboard")), placeholder)


def _key(value: Any) -> KeyButton:
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    text = _string(value, "text", "keyboard")
    if not text.strip():
        raise bad_request("keyboard button text must be non-empty")
    return KeyButton(text, bool(value.get("request_contact")), bool(value.get("request_location")), _style(value))


def _style(value: Json) -> str:
    style = _optional(value, "style")
    if style and style not in STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    return style


def _string(value: Json, name: str, keyboard: str) -> str:
    if name not in value:
        raise bad_request(f"can't parse {keyboard} button: Can't find field \"{name}\"")
    found = value[name]
    if not isinstance(found, str):
        raise bad_request(f'can\'t parse {keyboard} button: Field "{name}" must be of type String')
    return found


def _optional(value: Json, name: str) -> str:
    found = value.get(name, "")
    if not isinstance(found, str):
        raise bad_request(f'can\'t parse inline keyboard button: Field "{name}" must be of type String')
    return found
