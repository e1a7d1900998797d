"""An entity: a stretch of a text that is bold, a link, a command ...; offsets count UTF-16 units, as Telegram's do."""

from dataclasses import dataclass, replace
from typing import Any

Json = dict[str, Any]

# What Telegram calls the further field of an entity of this kind.
VALUE_FIELDS = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}


@dataclass(frozen=True, slots=True)
class Entity:
    """Offsets and lengths in UTF-16 units; `value` is the URL, language or user id where the kind has one."""

    kind: str
    offset: int
    length: int
    value: str = ""

    @property
    def end(self) -> int:
        """The offset just behind it."""
        return self.offset + self.length

    def moved(self, by: int) -> "Entity":
        """The same, `by` units further on."""
        return replace(self, offset=self.offset + by)

    def to_api(self) -> Json:
        """As the Bot API shows it."""
        shown: Json = {"type": self.kind, "offset": self.offset, "length": self.length}
        if self.kind == "text_mention":
            shown["user"] = {"id": int(self.value), "is_bot": False, "first_name": ""}
        elif self.value:
            shown[VALUE_FIELDS[self.kind]] = self.value
        return shown

    def to_state(self) -> list[Any]:
        """As it is saved."""
        return [self.kind, self.offset, self.length, self.value]


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text and its entities."""

    text: str = ""
    entities: tuple[Entity, ...] = ()


def is_flat(text: str) -> bool:
    """Whether every character is one UTF-16 unit, so that offsets are plain indices."""
    return text.isascii() or max(text, default="") <= "\uffff"


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if is_flat(text) else len(text) + sum(1 for c in text if c > "\uffff")


def unit_indices(text: str) -> list[int]:
    """For every UTF-16 offset (and the end) the index of its character; the second half of a pair has -1."""
    indices = []
    for index, character in enumerate(text):
        indices.append(index)
        if character > "\uffff":
            indices.append(-1)
    indices.append(len(text))
    return indices


def trimmed(formatted: FormattedText) -> FormattedText:
    """Without white space at both ends, as Telegram stores a text; entities are cut to what is left."""
    text = formatted.text.rstrip()
    kept = text.lstrip()
    if len(kept) == len(formatted.text):
        return formatted
    lead = utf16_length(text) - utf16_length(kept)
    return FormattedText(kept, clipped(formatted.entities, lead, utf16_length(kept)))


def clipped(entities: tuple[Entity, ...], lead: int, size: int) -> tuple[Entity, ...]:
    """Entities after `lead` units were cut off in front and `size` units were kept."""
    kept = []
    for entity in entities:
        start, end = max(0, entity.offset - lead), min(size, entity.end - lead)
        if start < end:
            kept.append(replace(entity, offset=start, length=end - start))
    return tuple(kept)
