"""The text of a call: its parse mode or its entities read, cleaned and trimmed as Telegram does it."""

import re
from typing import Any

from simulator import html
from simulator.detection import detected
from simulator.entity import Entity, FormattedText, trimmed, unit_indices, utf16_length
from simulator.errors import PageError, RefusalError, bad_request
from simulator.nesting import ordered
from simulator.params import Params

MAX_TEXT = 4096
MAX_CAPTION = 1024
# Before anything is parsed.
MAX_BYTES = 1 << 15

# Kinds a bot may set; Telegram finds the others itself and ignores them where they are given.
SETTABLE = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "blockquote",
        "expandable_blockquote",
    }
)
FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\u2028\u2029]")
_HALF = re.compile(r"[\ud800-\udfff]")


def message_text(params: Params) -> FormattedText:
    """The text of sendMessage or editMessageText; never empty."""
    formatted = read_text(params.text("text"), params.text("parse_mode"), entities_of(params, "entities"))
    if not formatted.text:
        raise bad_request("message text is empty")
    return formatted


def caption(params: Params) -> FormattedText:
    """The caption of a file; often empty."""
    entities = entities_of(params, "caption_entities")
    return checked_caption(read_text(params.text("caption"), params.text("parse_mode"), entities))


def checked_caption(formatted: FormattedText) -> FormattedText:
    """The same, when it is short enough."""
    if len(formatted.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def entities_of(params: Params, name: str) -> Any:
    """The entities parameter, as JSON."""
    return params.structure(name, "can't parse entities JSON object")


def read_text(source: str, parse_mode: str, entities: Any = None) -> FormattedText:
    """A text with its entities, given in a parse mode or apart."""
    # No character has more than four bytes, so most texts need not be encoded to be measured.
    if len(source) > MAX_BYTES // 4 and len(source.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise bad_request("text is too long")
    if _HALF.search(source):
        raise bad_request("strings must be encoded in UTF-8")
    mode = parse_mode.lower()
    if mode == "html":
        formatted = html.parse(source)
    elif mode in ("", "none"):
        formatted = FormattedText(source, given_entities(source, entities))
    else:
        raise bad_request("unsupported parse_mode")
    return detected(trimmed(_clean(formatted)))


def _clean(formatted: FormattedText) -> FormattedText:
    """Control characters become spaces; lengths stay as they are, so entities fit still."""
    return FormattedText(_CONTROL.sub(" ", formatted.text), formatted.entities)


def given_entities(text: str, entities: Any) -> tuple[Entity, ...]:
    """The entities a bot set itself, checked against the text."""
    if entities is None or entities == []:
        return ()
    if not isinstance(entities, list):
        raise bad_request("expected an Array of MessageEntity")
    read = [entity for entity in map(_entity, entities) if entity is not None]
    for entity in read:
        _check_bounds(entity, text)
    return ordered(entity for entity in read if entity.length)


def _entity(value: Any) -> Entity | None:
    if not isinstance(value, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind = value.get("type")
    if kind in FOUND:
        return None
    if kind not in SETTABLE:
        raise bad_request("can't parse MessageEntity: unsupported type specified")
    offset, length = value.get("offset"), value.get("length")
    if not isinstance(offset, int) or not isinstance(length, int):
        name = "length" if isinstance(offset, int) else "offset"
        raise bad_request(f"can't parse MessageEntity: can't find field \"{name}\"")
    argument = value.get("url") or value.get("language") or value.get("custom_emoji_id") or ""
    if kind == "text_mention":
        argument = value.get("user", {}).get("id", 0)
    return Entity(kind, offset, length, str(argument))


def _check_bounds(entity: Entity, text: str) -> None:
    if not 0 <= entity.offset <= 1_000_000:
        raise bad_request(f"Receive an entity with incorrect offset {entity.offset}")
    if not 0 <= entity.length <= 1_000_000:
        raise bad_request(f"Receive an entity with incorrect length {entity.length}")
    size = utf16_length(text)
    if entity.offset > size:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {entity.offset}")
    if entity.end > size:
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset {size}"
        )
    if size == len(text):
        return
    indices = unit_indices(text)
    if indices[entity.offset] < 0:
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {entity.offset}")
    if indices[entity.end] < 0:
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends in a middle of a UTF-16 symbol "
            f"at UTF-16 offset {entity.end}"
        )


def html_body(source: str) -> FormattedText:
    """What a person wrote with an app's formatting; broken HTML is the page's mistake."""
    try:
        return read_text(source, "html")
    except RefusalError as refused:
        raise PageError(400, refused.description) from None


def plain_text(text: str) -> str:
    """What a person typed, as Telegram's apps send it: trimmed, without control characters or broken halves."""
    return _CONTROL.sub(" ", _HALF.sub("\ufffd", text.replace("\r\n", "\n"))).strip()
