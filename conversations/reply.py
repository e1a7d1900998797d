"""Replies: what to say, as values. The engine and the screens return them, the mouth speaks them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from locales.text import Text, lines
from records.shown import Shown

BUTTON_DATA_BYTES = 64


class Style(StrEnum):
    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: data for the bot, or a link, or words to copy. One with both data and a link is a link where
    the bot hears nobody.
    """

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
class Card:
    """A registration to be shown at the counter: drawn as a picture with the number as a QR code."""

    number: str
    name: str
    programme: str
    centre: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made in time for this reply: PNG or JPEG."""

    png: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A file to send, under its name: a PDF, a workbook."""

    name: str
    content: bytes


class Kind(StrEnum):
    """What a file was sent as, and is sent as again."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo or a document that Telegram holds already: it is sent again by its id there."""

    kind: Kind
    file_id: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on the map, in degrees, with what it is called and where it is."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to say. `toast` is the short word over the screen that answers a tap. `text` None: the toast is all.

    `document` and `attachment` are files sent with the text as their caption; `venue` is a place, shown before the
    text.
    `protected`: it cannot be forwarded or saved, since it shows a person's data. `shown`: it is protected, and is taken
    back at its time. `in_place_of` is a message with a picture that this picture and its caption take the place of.
    `marks` are other buttons for the tapped message, whose words or picture stay. `fresh` asks for a new message even
    where the newest could be edited; one that `stays` takes the place of the tapped message, be it the newest or not.
    `background` names work whose result follows.
    """

    text: Text | None
    rows: Rows = ()
    contact: ContactKeyboard | None = None
    picture: Qr | Card | Picture | None = None
    document: Document | None = None
    attachment: Attached | None = None
    venue: Venue | None = None
    protected: bool = False
    shown: Shown | None = None
    in_place_of: int | None = None
    toast: Text | None = None
    marks: Rows | None = None
    fresh: bool = False
    stays: bool = False
    background: "Background | None" = None

    def with_note(self, note: Text) -> "Reply":
        """The same, with a sentence said before it."""
        return replace(self, text=note if self.text is None else lines(note, self.text, separator="\n\n"))


@dataclass(frozen=True, slots=True)
class Background:
    """Slow work that a reply starts: the errand's name and what it is about (see scheduler/errands)."""

    name: str
    argument: str = ""


def column(*buttons: Button | None) -> Rows:
    """One button a row; None is left out."""
    return tuple((button,) for button in buttons if button is not None)


def grid(buttons: Sequence[Button], across: int = 2) -> Rows:
    """So many buttons a row: of two a phone shows the words uncut."""
    return tuple(tuple(buttons[at : at + across]) for at in range(0, len(buttons), across))
