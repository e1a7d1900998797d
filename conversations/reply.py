"""Replies: what to say, as values. The engine and the screens return them, the mouth speaks them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from locales.text import Text, lines

BUTTON_DATA_BYTES = 64


class Style(StrEnum):
    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: data for the bot, or a link, or words to copy."""

    label: Text
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    style: Style = Style.PLAIN


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class ContactKeyboard:
    """A keyboard below the typing field that offers to share one's own number.

    Its other keys send their label as words.
    """

    share: Text
    words: tuple[Text, ...] = ()
    placeholder: Text | None = None


@dataclass(frozen=True, slots=True)
class Qr:
    """A picture of a short text as a QR code."""

    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG made in time for this reply."""

    png: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to say. `toast` is the short word over the screen that answers a tap. `text` None: the toast is all.

    `fresh` asks for a new message even where the newest could be edited. `background` names work whose result follows.
    """

    text: Text | None
    rows: Rows = ()
    contact: ContactKeyboard | None = None
    picture: Qr | Picture | None = None
    toast: Text | None = None
    fresh: bool = False
    background: "Background | None" = None

    def with_note(self, note: Text) -> "Reply":
        """The same, with a sentence said before it."""
        return replace(self, text=note if self.text is None else lines(note, self.text, separator="\n\n"))


@dataclass(frozen=True, slots=True)
class Background:
    """Slow work that a reply starts: the chart of a cohort's figure at a wave."""

    cohort_id: int
    wave: int


def column(*buttons: Button | None) -> Rows:
    """One button a row; None is left out."""
    return tuple((button,) for button in buttons if button is not None)
