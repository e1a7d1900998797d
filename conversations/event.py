"""Events: what a person did, without any of Telegram's types."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from html import escape


class Medium(StrEnum):
    """Things sent where words were expected."""

    PHOTO = "photo"
    DOCUMENT = "document"
    STICKER = "sticker"
    VOICE = "voice"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """Typed words; `html` is the same with the formatting of Telegram as tags, where it has any."""

    words: str
    html: str | None = None

    @property
    def formatted(self) -> str:
        """The words as HTML."""
        return escape(self.words) if self.html is None else self.html


@dataclass(frozen=True, slots=True)
class Tapped:
    """An inline button: its data as it came, never trusted, and the message it sat on."""

    data: str
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A contact: the phone number as it came, and whether it is the sender's own."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class File:
    """A file that was sent: Telegram's id for fetching it, its message, its size in bytes, and for a photo its width
    and height in pixels. `album` is the same for files sent together. `caption`: the words with it, as HTML.
    """

    file_id: str
    message_id: int
    size: int = 0
    mime: str = ""
    name: str = ""
    width: int = 0
    height: int = 0
    album: str = ""
    caption: str = ""

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "File":
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees, with its name where it was sent with one."""

    latitude: float
    longitude: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that holds no words; a photo or a document with its file, a location with its point."""

    medium: Medium
    file: File | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A message changed after it was read; the words as they are now, where it has any."""

    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Commanded:
    """A /command with what followed it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """Nothing was said: the open question is due again (a debt after a restart, a redelivered update)."""


@dataclass(frozen=True, slots=True)
class Membership:
    """The person blocked the bot, or came back."""

    blocked: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody (`by`: a user) put the bot into a group or a channel, took it out, or changed what it may do there."""

    kind: str
    title: str
    by: int
    present: bool
    may_post: bool


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A group has become a supergroup, with another chat id."""

    new_id: int


Event = Said | Tapped | Shared | Sent | Edited | Commanded | Returned | Membership | Placed | Upgraded
