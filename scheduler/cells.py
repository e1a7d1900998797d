"""Cells: what stands in a cell of a workbook becomes a value, or a sentence that says what is wrong with it.

Excel changes what people type: a NIK loses its last digit, a phone number its zero, 7,5 becomes a day. What can be
understood is; what was damaged is explained. For the process for slow work.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from conversations import readers
from conversations.script import Misread
from locales.text import Text, _

# What a cell holds: words, a number, a day, or nothing. Formulas and errors never get here.
Raw = str | int | float | bool | date | datetime | None
EXACT_DIGITS = 15
NIK_DIGITS = 16
PLACES = 2
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,12})?")
_EXPONENT = re.compile(r"\d[.,]?\d*[eE]\+?\d+")


def words(raw: Raw) -> str:
    """Any cell as its words; a whole number without a point."""
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 10**EXACT_DIGITS:
        return str(int(raw))
    if isinstance(raw, date):
        return raw.strftime("%d-%m-%Y")
    return "" if raw is None else readers.clean(str(raw))


def text(raw: Raw) -> str | Text:
    """Words as they stand; those that begin with = + - or @ too."""
    found = words(raw)
    return found if len(found) <= readers.WORDS else _("This is longer than {limit} characters.", limit=readers.WORDS)


def decimal(raw: Raw) -> Decimal | Text:
    """A number with a decimal comma or point, typed as a number or as words."""
    if isinstance(raw, date):
        return _("Excel has made a day of this number. Format the cell as text and type the number once more.")
    if isinstance(raw, bool):
        return _("This is not a number.")
    if isinstance(raw, float):
        return Decimal(repr(raw)) if raw == raw and abs(raw) != float("inf") else _("This is not a number.")
    typed = words(raw).replace(" ", "")
    if not _NUMBER.fullmatch(typed):
        return _("“{typed}” is not a number.", typed=words(raw)[:40])
    try:
        return Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return _("“{typed}” is not a number.", typed=typed[:40])


def between(raw: Raw, least: int, most: int, places: int = PLACES) -> Decimal | Text:
    """A number between two bounds, with at most so many places."""
    value = decimal(raw)
    if isinstance(value, Text):
        return value
    if not least <= value <= most:
        return _("{typed} is not between {least} and {most}.", typed=_plain(value), least=least, most=most)
    if value != round(value, places):
        return _("{typed} has more than {places} places behind the comma.", typed=_plain(value), places=places)
    return round(value, places)


def _plain(value: Decimal) -> str:
    """As an Indonesian reads it."""
    return f"{value:f}".replace(".", ",")[:40]


def day(raw: Raw) -> date | Text:
    """A day, as a date of Excel or as words: 11 April 2019, 11/04/2019, 2019-04-11."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    found = readers.day(words(raw))
    return (
        found
        if found is not None
        else _("“{typed}” is not a date. Write it like 11 April 2019.", typed=words(raw)[:40])
    )


def digits(raw: Raw, many: int) -> str | Text:
    """A long number such as a NIK: Excel keeps fifteen digits of a number and rounds the rest away, so that only words
    can be trusted.
    """
    if (isinstance(raw, int | float) and abs(raw) >= 10**EXACT_DIGITS) or _EXPONENT.fullmatch(words(raw)):
        return _(
            "Excel keeps only 15 digits of a number, so the last digit is lost. Format the column as text and type it "
            "once more."
        )
    found = re.sub(r"[\s.'-]", "", words(raw))
    if not (found.isascii() and found.isdigit()):
        return _("This must be {count} digits, without letters.", count=many)
    if len(found) != many:
        return _("This must be {count} digits; there are {found}.", count=many, found=len(found))
    return found


def nik(raw: Raw) -> str | Text:
    return digits(raw, NIK_DIGITS)


def phone(raw: Raw) -> str | Text:
    """A phone number; where Excel took the zero in front away, it is put back."""
    found = words(raw)
    if found.isascii() and found.isdigit():
        found = f"+{found}" if found.startswith("62") else found if found.startswith("0") else f"0{found}"
    read = readers.phone(found)
    return read.text if isinstance(read, Misread) else read


def is_blank(raw: Any) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip())
