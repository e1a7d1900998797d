"""Pasted lines: a number of the list, then what belongs to it. Nothing is taken where any line is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conversations.script import Misread
from locales.text import Text, _, lines

LINES = 60
SHOWN_FAULTS = 12
# So that the list of a full class fits into one message.
NAME_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """`place` counts from 1, as the list is numbered."""

    place: int
    words: str


def lines_of(typed: str) -> list[Line | str]:
    """Each line that is not empty; a string where it has no number in front."""
    found: list[Line | str] = []
    for raw in typed.splitlines():
        if not raw.strip():
            continue
        first, _space, rest = raw.strip().partition(" ")
        digits = first.rstrip(".):")
        good = digits.isascii() and digits.isdigit() and len(digits) <= 3 and rest.strip()
        found.append(Line(int(digits), " ".join(rest.split())) if good else raw.strip()[:40])
    return found


def check(typed: str, count: int, fault_of: Callable[[Line], Text | None]) -> str | Misread:
    """The lines as they are kept (one a line), or everything that is wrong with them."""
    found = lines_of(typed)
    if not found or len(found) > LINES:
        return Misread(_("Please send one line a person: her number in the list, a space, and what belongs to it."))
    faults: list[Text] = []
    seen: set[int] = set()
    for line in found:
        if isinstance(line, str):
            faults.append(_("“{words}”: no number in front", words=line))
            continue
        fault = _("there is no such number in the list") if not 1 <= line.place <= count else fault_of(line)
        if line.place in seen:
            fault = _("the number stands twice")
        seen.add(line.place)
        if fault is not None:
            faults.append(_("{place}: {fault}", place=line.place, fault=fault))
    if faults:
        head = _("Nothing was taken over. Please mend this and send all lines again:")
        return Misread(lines(head, *faults[:SHOWN_FAULTS]))
    return "\n".join(f"{line.place} {line.words}" for line in found if isinstance(line, Line))


def kept(value: str) -> Sequence[Line]:
    """The lines of a value that was taken."""
    return [line for line in lines_of(value) if isinstance(line, Line)]


def listed(names: Sequence[str], said: Sequence[Text | str | None]) -> Text:
    """The numbered list that the lines refer to."""
    rows = [
        _("{n}. {name}", n=n, name=name) if word is None else _("{n}. {name}: {word}", n=n, name=name, word=word)
        for n, (name, word) in enumerate(zip((name[:NAME_LETTERS] for name in names), said, strict=True), 1)
    ]
    return lines(*rows)
