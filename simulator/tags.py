"""The tags of Telegram's HTML: which there are, what matters of their attributes, which entity each becomes."""

import re
from dataclasses import dataclass, replace

from simulator.entity import Entity
from simulator.errors import bad_request
from simulator.links import LinkError, check_link, mentioned_user

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


@dataclass(frozen=True, slots=True)
class OpenTag:
    """A tag not yet closed: where in the text it began, and how many pieces of text lay before it."""

    tag: str
    argument: str
    offset: int
    part: int


def argument_of(tag: str, name: str, value: str) -> str:
    """What of an attribute matters to its tag; empty where it does not."""
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value[len("language-") :]
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value[len("tg-") :]
    return "1" if (tag, name) == ("blockquote", "expandable") else ""


def close(tag: OpenTag, length: int, inside: str, entities: list[Entity]) -> None:
    """Add the entity of a tag that was closed around `length` units of text, which is `inside`."""
    if tag.tag == "a":
        _close_link(tag, length, inside, entities)
    elif tag.tag in ("pre", "code"):
        _close_code(tag, length, entities)
    elif tag.tag == "blockquote" and tag.argument:
        entities.append(Entity("expandable_blockquote", tag.offset, length))
    elif tag.tag == "tg-emoji":
        if not re.fullmatch(r"[1-9][0-9]{0,18}", tag.argument):
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        entities.append(Entity("custom_emoji", tag.offset, length, tag.argument))
    else:
        entities.append(Entity(KINDS[tag.tag], tag.offset, length))


def _close_link(tag: OpenTag, length: int, inside: str, entities: list[Entity]) -> None:
    """A link that Telegram would not accept silently stays plain text."""
    url = tag.argument or inside
    if user := mentioned_user(url):
        entities.append(Entity("text_mention", tag.offset, length, user))
        return
    try:
        entities.append(Entity("text_link", tag.offset, length, check_link(url)))
    except LinkError:
        return


def _close_code(tag: OpenTag, length: int, entities: list[Entity]) -> None:
    """`<pre><code class="language-x">` is one block with a language, whichever of the two is outside."""
    inner = entities[-1] if entities else None
    same = inner is not None and (inner.offset, inner.length) == (tag.offset, length)
    if inner is not None and same and tag.tag == "pre" and inner.kind == "code" and inner.value:
        entities[-1] = replace(inner, kind="pre")
    elif inner is not None and same and tag.tag == "code" and inner.kind == "pre" and tag.argument:
        entities[-1] = replace(inner, value=tag.argument)
    else:
        value = tag.argument if tag.tag == "code" else ""
        entities.append(Entity(KINDS[tag.tag], tag.offset, length, value))
