"""The NIK: PPKKCC DDMMYY NNNN, the day of birth raised by 40 for women. No offline check proves that one exists.

The prefix tells where the number was issued, not where its owner lives.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from records.people import Sex

DIGITS = 16
WOMEN = 40
SEPARATORS = re.compile(r"[\s.\-]")
# Provinces by the codes of the Ministry of Home Affairs.
PROVINCES = frozenset(
    [*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 97)]
)


@dataclass(frozen=True, slots=True)
class Nik:
    """What a NIK tells: the date of birth and the sex that were given when it was issued."""

    digits: str
    birth_date: date
    sex: Sex


def digits_of(typed: str) -> str:
    """Without the spaces, dots and hyphens people put between the digits."""
    return SEPARATORS.sub("", typed)


@lru_cache(maxsize=256)
def parse(digits: str, today: date) -> Nik | None:
    """A NIK that can exist, or None. Of the two centuries the one that has begun: nobody is born after today."""
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()) or digits.endswith("0000"):
        return None
    province, regency, district, day, month, year = (int(digits[at : at + 2]) for at in range(0, 12, 2))
    if province not in PROVINCES or 0 in (regency, district):
        return None
    sex = Sex.FEMALE if day > WOMEN else Sex.MALE
    born = _born(year, month, day - WOMEN if sex is Sex.FEMALE else day, today)
    return None if born is None else Nik(digits, born, sex)


def _born(year: int, month: int, day: int, today: date) -> date | None:
    for century in (2000, 1900):
        try:
            born = date(century + year, month, day)
        except ValueError:
            continue
        if born <= today:
            return born
    return None
