"""Events: what a person did, without any of Telegram's types."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


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
    """Typed words."""

    words: str


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
    and height in pixels. `album` is the same for files sent together.
    """

    file_id: str
    message_id: int
    size: int = 0
    mime: str = ""
    name: str = ""
    width: int = 0
    height: int = 0
    album: str = ""

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "File":
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that holds no words; a photo or a document with its file."""

    medium: Medium
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A message changed after it was read."""


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


Event = Said | Tapped | Shared | Sent | Edited | Commanded | Returned | Membership
