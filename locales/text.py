"""Text: something to say, not yet in any language.

A Text is a msgid (English) with named values. It is translated at the moment it is sent, in the recipient's language,
and only there do values meet the template: that is the one place where HTML is escaped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Rupiah:
    """An amount of money, in whole rupiah."""

    amount: int


@dataclass(frozen=True, slots=True)
class Percent:
    """A share between 0 and 1, shown as a whole percentage."""

    share: Decimal | float


@dataclass(frozen=True, slots=True)
class Month:
    """A date of which only month and year are said."""

    day: date


@dataclass(frozen=True, slots=True)
class Lines:
    """Several texts, one under the other (or joined by another separator)."""

    items: tuple["Text", ...]
    separator: str = "\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A msgid and the values its {placeholders} take. An `own` one is somebody's template, the same in every
    language.
    """

    msgid: str
    values: Mapping[str, "str | int | date | datetime | Rupiah | Percent | Month | Lines | Text"] = field(
        default_factory=dict
    )
    own: bool = False


def _(msgid: str, /, **values: "str | int | date | datetime | Rupiah | Percent | Month | Lines | Text") -> Text:
    """A Text; the name marks the msgid for extraction into the catalogues."""
    return Text(msgid, values)


def verbatim(words: str) -> Text:
    """Somebody's own words, the same in every language."""
    return Text("{words}", {"words": words})


def lines(*items: Text | None, separator: str = "\n") -> Text:
    """Texts under each other; None is left out."""
    return Text("{lines}", {"lines": Lines(tuple(item for item in items if item is not None), separator)})
