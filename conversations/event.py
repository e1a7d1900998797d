"""Events: what a person did, without any of Telegram's types."""

from dataclasses import dataclass
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
class Sent:
    """Something that holds no words."""

    medium: Medium


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
