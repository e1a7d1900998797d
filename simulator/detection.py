"""What Telegram finds in a text by itself: commands, links, mentions, hashtags, addresses."""

import re
from itertools import pairwise

from simulator.entity import Entity, FormattedText, is_flat, utf16_length
from simulator.nesting import ordered

_HINT = re.compile(r"[/@#]|\w\.\w")
_FOUND = re.compile(
    r"(?P<url>(?:https?://|(?<![\w@.-])(?=[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|id|me|io|info|dev|app)\b))[^\s<>\"']+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#&/])#(?=\d*[^\W\d])\w{1,256})"
    r"|(?P<bot_command>(?<![\w/<>.:])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?\b(?!/))"
)
_CLOSED = frozenset({"pre", "code", "text_link", "text_mention", "custom_emoji"})


def detected(formatted: FormattedText) -> FormattedText:
    """The same text with the entities Telegram adds, in order."""
    text = formatted.text
    if not _HINT.search(text):
        return formatted
    taken = [entity for entity in formatted.entities if entity.kind in _CLOSED]
    found = [entity for entity in _find(text) if not any(_overlap(entity, other) for other in taken)]
    if not found:
        return formatted
    return FormattedText(text, ordered((*formatted.entities, *found)))


def _find(text: str) -> list[Entity]:
    matches = list(_FOUND.finditer(text))
    flat = is_flat(text)
    found, offset = [], 0
    for before, match in pairwise([None, *matches]):
        assert match is not None
        start = before.start() if before else 0
        offset = match.start() if flat else offset + utf16_length(text[start : match.start()])
        shown = match.group().rstrip(".,;:!?)") if match.lastgroup == "url" else match.group()
        found.append(Entity(str(match.lastgroup), offset, utf16_length(shown)))
    return found


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end
