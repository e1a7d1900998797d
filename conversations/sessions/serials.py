"""Registration numbers as officers type them: whole, or the last digits, several in a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SPLIT = re.compile(r"[\s,;]+")
# A serial is printed with at least so many digits: whoever types as many means that very one.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was typed, and the numbers it may mean: one is understood, none is unknown, several must be asked."""

    typed: str
    numbers: tuple[str, ...]

    @property
    def only(self) -> str | None:
        return self.numbers[0] if len(self.numbers) == 1 else None


def resolve(typed: str, numbers: Iterable[str]) -> Resolved:
    """The number of this name, or those whose serial ends with these digits."""
    known = tuple(numbers)
    wanted = typed.strip().upper()
    whole = tuple(number for number in known if number.upper() == wanted)
    if whole or not (wanted.isascii() and wanted.isdigit()):
        return Resolved(typed, whole)
    exact = tuple(number for number in known if serial(number) == wanted) if len(wanted) >= DIGITS else ()
    return Resolved(typed, exact or tuple(number for number in known if serial(number).endswith(wanted)))


def serial(number: str) -> str:
    """The part behind the last dash."""
    return number.rpartition("-")[2]


def resolve_all(typed: str, numbers: Iterable[str]) -> list[Resolved]:
    """Each of several, in their order, each once."""
    known = tuple(numbers)
    return [resolve(each, known) for each in dict.fromkeys(filter(None, SPLIT.split(typed)))]
