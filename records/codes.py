"""Codes of classes that can be typed: what stands on posters beside the QR, for phones on which scanning does nothing.

The short code is made of the class's own code and id, so that it needs no place of its own: three letters to read, and
the id. `2026-4-menjahit` with the id 57 is MNJ57.
"""

import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass

DEEP_LINK = "k_"
LETTERS = 3
LONGEST = 40
_SHORT = re.compile(r"[a-z]{1,3}(\d{1,12})")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,60}")
_SEPARATORS = re.compile(r"[\s._-]+")


def short_code(code: str, class_id: int) -> str:
    """At most three consonants of the class's code (its other letters where it has none), and its id."""
    letters = [letter for letter in code.upper() if "A" <= letter <= "Z"]
    consonants = [letter for letter in letters if letter not in "AEIOU"]
    return "".join((consonants or letters or ["K"])[:LETTERS]) + str(class_id)


def payload(code: str, class_id: int) -> str:
    """What a deep link carries: the class's own code where Telegram takes it, else the short one."""
    return DEEP_LINK + (code if _PAYLOAD.fullmatch(code) else short_code(code, class_id))


def class_of(session: Session, typed: str, *, surely: bool = False) -> int | None:
    """The class of a code as somebody types it: short or full, with or without k_, in any case, with spaces.

    `surely`: only what can be nothing but a code: a short one, or one that begins with k_.
    """
    words = typed.strip().lower()
    if len(words) > LONGEST:
        return None
    marked, bare = words.startswith(DEEP_LINK), _SEPARATORS.sub("", words.removeprefix(DEEP_LINK))
    short = _SHORT.fullmatch(bare)
    if short is not None and (found := _by_short(session, bare, int(short[1]))) is not None:
        return found
    return None if not bare.isalnum() or (surely and not marked) else _by_full(session, bare)


def _by_short(session: Session, bare: str, class_id: int) -> int | None:
    code = session.scalar(select(TrainingClass.code).where(TrainingClass.id == class_id))
    return class_id if code is not None and short_code(code, class_id).lower() == bare else None


def _by_full(session: Session, bare: str) -> int | None:
    """Where two codes differ in their separators only, the later class."""
    plain = func.lower(TrainingClass.code)
    for separator in "-_. ":
        plain = func.replace(plain, separator, "")
    return session.scalar(select(TrainingClass.id).where(plain == bare).order_by(TrainingClass.id.desc()).limit(1))
