"""Readers: typed words become a value, or a kind sentence that says what is wrong. A value reads as itself."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

import phonenumbers

from conversations.applying.nik import DIGITS, digits_of, parse
from conversations.script import Misread
from locales.text import _

NAME_LETTERS = 60
WORDS = 300
LONG_WORDS = 1500
OLDEST_YEARS = 100
EMAIL_LETTERS = 254
_MONTHS = (
    ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"),
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    ("jan", "peb", "mar", "apr", "mei", "jun", "jul", "agt", "sep", "okt", "nop", "des"),
)
_DATE = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,10})\s*[-/. ]\s*(\d{4})")
# A day and a month that there are, though not together: 31-2, or 29-2 in most years.
_DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])\s*[-/. ]\s*(0?[1-9]|1[0-2])\s*[-/. ]\s*[12]\d{3}")
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_NUMBER = re.compile(r"(\d{1,5})(?:\s+[a-z]+)?")
_CARD = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./-]{2,39}")
_YEAR = re.compile(r"[^0-9]*([12][0-9]{3})[^0-9]*")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def clean(words: str) -> str:
    """Without control and invisible characters, spaces made single. Letters, marks and punctuation stay as typed."""
    composed = unicodedata.normalize("NFC", words)
    if composed.isascii() and composed.isprintable():
        return " ".join(composed.split())
    kept = (" " if char.isspace() else char for char in composed if char.isspace() or _visible(char))
    # An invisible character may have kept a letter and its accent apart.
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def words(typed: str, limit: int = WORDS, least: int = 1) -> str | Misread:
    """Free words of a bounded length."""
    cleaned = clean(typed)
    if len(cleaned) < least or not any(char.isalnum() for char in cleaned):
        return Misread(_("Please write it in words, at least {least} letters.", least=least))
    if len(cleaned) > limit:
        return Misread(
            _("That is too long: {count} characters. Please use at most {limit}.", count=len(cleaned), limit=limit)
        )
    return cleaned


def name(typed: str) -> str | Misread:
    """A name as on the KTP: letters, spaces, apostrophes, dots, commas and hyphens; one word is enough."""
    cleaned = clean(typed).replace("’", "'").replace("\N{MODIFIER LETTER APOSTROPHE}", "'").replace("`", "'")
    if len(cleaned) > NAME_LETTERS:
        return Misread(_("That is longer than a name on a KTP. Please write the name only."))
    if sum(char.isalpha() for char in cleaned) < 2:
        return Misread(_("Please write your full name in letters, as on your KTP."))
    if any(char.isalpha() and not unicodedata.name(char, "").startswith("LATIN") for char in cleaned):
        return Misread(_("A name on a KTP is written in Latin letters. Please write it as it stands there."))
    odd = sorted({char for char in cleaned if not (char.isalpha() or unicodedata.combining(char) or char in " '.,-")})
    if odd:
        return Misread(
            _("A name on a KTP has no “{odd}”. Please write the name in letters only.", odd="".join(odd[:5]))
        )
    return cleaned


def nik(typed: str, today: date) -> str | Misread:
    """Sixteen digits in which a real date stands; spaces and dots between them are welcome."""
    digits = digits_of(clean(typed))
    if not digits.isascii() or not digits.isdigit():
        return Misread(_("A NIK is 16 digits, without letters. It stands at the top of your KTP."))
    if len(digits) != DIGITS:
        return Misread(
            _("A NIK has 16 digits; this one has {count}. Please look at your KTP again.", count=len(digits))
        )
    if parse(digits, today) is None:
        return Misread(_("There is no such NIK: its date or region cannot be. Please look at your KTP again."))
    return digits


def birth_date(typed: str, today: date) -> str | Misread:
    """A date like 17-8-1999 or 17 Agustus 1999, in the past; kept as ISO."""
    cleaned = clean(typed).lower()
    day = _date(cleaned)
    if day is None and _DAY_AND_MONTH.fullmatch(cleaned):
        return Misread(_("There is no such day in the calendar. Please look at your date of birth again."))
    if day is None:
        return Misread(_("Please write the date as day-month-year, for example 17-8-1999."))
    if day >= today:
        return Misread(_("That date still lies ahead. Please write your date of birth."))
    if today.year - day.year > OLDEST_YEARS:
        return Misread(_("That is more than {years} years ago. Please look at the year again.", years=OLDEST_YEARS))
    return day.isoformat()


def year(typed: str, earliest: int, latest: int) -> str | Misread:
    """A year of four digits between these two; words around it ("lulus tahun 2019") are welcome, other digits not."""
    found = _YEAR.fullmatch(clean(typed))
    if found is None:
        return Misread(_("Please write the year in four digits, for example {latest}.", latest=str(latest)))
    if not earliest <= int(found[1]) <= latest:
        return Misread(
            _(
                "That year cannot be: please write one from {earliest} to {latest}.",
                earliest=str(earliest),
                latest=str(latest),
            )
        )
    return found[1]


def day(typed: str) -> date | None:
    """A date like 17-8-1999 or 17 Agustus 1999, whenever it is; None where it is none."""
    return _date(clean(typed).lower())


def _date(typed: str) -> date | None:
    iso = _ISO_DATE.fullmatch(typed)
    usual = _DATE.fullmatch(typed)
    if iso is not None:
        year, month, day = iso.groups()
    elif usual is not None:
        day, month, year = usual.groups()
    else:
        return None
    number = int(month) if month.isdigit() else month_number(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def month_number(typed: str) -> int:
    """1 to 12 by the first three letters, in Indonesian or English; 0 where it is none."""
    return next((names.index(typed[:3]) + 1 for names in _MONTHS if typed[:3] in names), 0)


@lru_cache(maxsize=256)
def phone(typed: str) -> str | Misread:
    """A phone number, Indonesian unless it says otherwise; kept as +62..."""
    cleaned = clean(typed)
    try:
        number = phonenumbers.parse(cleaned[:40], "ID")
    except phonenumbers.NumberParseException:
        return Misread(_("That is not a phone number. Please write it like 0812 3456 7890."))
    if not phonenumbers.is_valid_number(number):
        return Misread(_("That number cannot be reached. Please look at its digits again, like 0812 3456 7890."))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shared_phone(raw: str) -> str:
    """A shared contact's number with the plus put back, without which a foreign number can read as an Indonesian
    one.
    """
    return raw if raw.startswith(("+", "0")) else f"+{raw}"


def email(typed: str) -> str | Misread:
    """An address that can be one; whether it is read, only a message would tell."""
    cleaned = clean(typed)
    if len(cleaned) > EMAIL_LETTERS or not _EMAIL.fullmatch(cleaned):
        return Misread(_("That is not an email address. Please write it like nama@contoh.id."))
    return cleaned


def card_number(typed: str) -> str | Misread:
    """The number of a card: letters, digits and what stands between them."""
    cleaned = clean(typed)
    if not _CARD.fullmatch(cleaned) or not any(char.isdigit() for char in cleaned):
        return Misread(_("Please write the number as it stands on the card."))
    return cleaned.upper()


def address(typed: str) -> str | Misread:
    """Street, house, RT/RW."""
    cleaned = words(typed, limit=200, least=5)
    if isinstance(cleaned, Misread):
        return Misread(
            _("Please write street, number and RT/RW, for example: Jl. Melati 5 RT 02 RW 03 (at most 200 characters).")
        )
    return cleaned


def count(typed: str, least: int, most: int) -> str | Misread:
    """A whole number; a word behind it ("16 kursi") is welcome."""
    found = _NUMBER.fullmatch(clean(typed).lower())
    if found is None or not least <= int(found[1]) <= most:
        return Misread(_("Please write a number from {least} to {most}.", least=least, most=most))
    return str(int(found[1]))
