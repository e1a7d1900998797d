"""Marks: *tebal*, _miring_, ~coret~, `mono` and ```mono``` as staff know them from WhatsApp, some doubled as in
Telegram's own apps.

A mark opens at the beginning of a word and closes at the end of one, on the same line. Whatever else looks like one
is a character: `5 * 3`, `a_b@c.id`, `* a list`, `*) a footnote`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conversations.announcing.writing.fields import in_characters
from conversations.announcing.writing.letters import Letter, Style
from conversations.script import Misread
from locales.text import _

_STYLES = {"*": "b", "_": "i", "~": "s", "`": "code"}
_FENCE = "```"
_RUN = re.compile(r"\*+|_+|~+|`+")
_LONGEST = 2
# Addresses hold marks that are none.
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[^\s*_~`]\S*@\S+|@\w+", re.IGNORECASE)
_AFTER_ADDRESS = "*_~`.,;:!?)]}'\"”’"
# Before one of these, a mark without its second is a character: a footnote, a blank to fill in.
_CLOSERS = frozenset(")]}.,;:!?%/\\'\"”’…-–—=|")
QUOTED_LETTERS = 24


@dataclass(frozen=True, slots=True)
class _Mark:
    """One or two of the same character, and whether it may open and close."""

    at: int
    written: str
    opens: bool
    closes: bool
    is_soft: bool

    @property
    def end(self) -> int:
        return self.at + len(self.written)


def settle(letters: Sequence[Letter]) -> list[Letter] | Misread:
    """The letters without their marks, in the styles that these gave them."""
    fenced = _fences(letters)
    if isinstance(fenced, Misread):
        return fenced
    found: list[Letter] = []
    for line in _lines(fenced):
        settled = _line(line)
        if isinstance(settled, Misread):
            return settled
        found += settled
    return found


def _fences(letters: Sequence[Letter]) -> list[Letter] | Misread:
    """What stands between ```, on one line or over many."""
    words = _open_to_marks(letters)
    found: list[Letter] = []
    at = 0
    while (start := words.find(_FENCE, at)) >= 0:
        end = words.find(_FENCE, start + len(_FENCE))
        if end < 0:
            return _not_closed(letters, start, _FENCE)
        inside = _without_outer_breaks(letters[start + len(_FENCE) : end])
        after = end + len(_FENCE)
        if inside:
            tag = "pre" if any(letter.char == "\n" for letter in inside) else "code"
            inside = _styled(inside, Style(tag, number=-1 - start), settled=True)
        found += [*letters[at:start], *(inside or _as_typed(letters[start:after]))]
        at = after
    return found + list(letters[at:])


def _without_outer_breaks(letters: Sequence[Letter]) -> list[Letter]:
    """The marks often stand on lines of their own."""
    first = 1 if letters and letters[0].char == "\n" else 0
    last = len(letters) - 1 if len(letters) > first and letters[-1].char == "\n" else len(letters)
    return list(letters[first:last])


def _lines(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Each with the break that ends it."""
    line: list[Letter] = []
    for letter in letters:
        line.append(letter)
        if letter.char == "\n":
            yield line
            line = []
    yield line


def _line(letters: list[Letter]) -> list[Letter] | Misread:
    """Pairs the marks of a line."""
    opened: list[_Mark] = []
    pairs: list[tuple[_Mark, _Mark]] = []
    for mark in _marks(letters):
        opener = next((each for each in reversed(opened) if each.written == mark.written), None)
        if mark.closes and opener is not None and opener.end < mark.at:
            inner = next((each for each in opened[opened.index(opener) + 1 :] if not each.is_soft), None)
            if inner is not None:
                return _crossing(letters, opener, inner)
            del opened[opened.index(opener) :]
            pairs.append((opener, mark))
        elif mark.opens:
            opened.append(mark)
    if broken := next((mark for mark in opened if not mark.is_soft), None):
        return _not_closed(letters, broken.at, broken.written)
    return _paired(letters, pairs)


def _marks(letters: Sequence[Letter]) -> Iterator[_Mark]:
    words = _open_to_marks(letters)
    for run in _RUN.finditer(words):
        if len(run[0]) > _LONGEST or run[0] == "``":
            continue
        before = letters[run.start() - 1] if run.start() else None
        after = letters[run.end()] if run.end() < len(letters) else None
        opens = after is not None and not after.char.isspace() and not (before is not None and before.is_word)
        closes = before is not None and not before.char.isspace() and not (after is not None and after.is_word)
        yield _Mark(run.start(), run[0], opens, closes, _is_soft(run[0], after))


def _is_soft(written: str, after: Letter | None) -> bool:
    """Whether it is a character where its second one is missing: `Aisyiyah, *) a footnote, ~5 km."""
    if after is None or written == "`" or after.char in _CLOSERS:
        return True
    return written == "~" and after.char.isdigit()


def _paired(letters: list[Letter], pairs: list[tuple[_Mark, _Mark]]) -> list[Letter]:
    """The letters of a line in the styles of its pairs, which go; marks that are left are characters from now on."""
    styled = list(letters)
    gone: set[int] = set()
    for opener, closer in pairs:
        style = Style(_STYLES[opener.written[0]], number=-1 - opener.at if opener.written == "`" else 0)
        styled[opener.end : closer.at] = _styled(styled[opener.end : closer.at], style)
        gone |= {*range(opener.at, opener.end), *range(closer.at, closer.end)}
    return [letter for at, letter in enumerate(styled) if at not in gone]


def _styled(letters: Sequence[Letter], style: Style, settled: bool = False) -> list[Letter]:
    return [replace(each, styles=(*each.styles, style), settled=settled or each.settled) for each in letters]


def _as_typed(letters: Sequence[Letter]) -> list[Letter]:
    return [replace(each, settled=True) for each in letters]


def _open_to_marks(letters: Sequence[Letter]) -> str:
    """One character a letter, those hidden that cannot be marks: in an address, in code, settled before."""
    words = in_characters(replace(each, settled=True) if each.is_code else each for each in letters)
    return _ADDRESS.sub(_hidden_address, words)


def _hidden_address(found: re.Match[str]) -> str:
    address = found[0].rstrip(_AFTER_ADDRESS)
    return "\N{OBJECT REPLACEMENT CHARACTER}" * len(address) + found[0][len(address) :]


def _not_closed(letters: Sequence[Letter], at: int, mark: str) -> Misread:
    return Misread(
        _(
            "In “{part}” a {mark} is opened and not closed. Please write {mark} at the end of those words too, or "
            "leave a space after it where it is just a character.",
            part=_quoted(letters, at),
            mark=mark,
        )
    )


def _crossing(letters: Sequence[Letter], outer: _Mark, inner: _Mark) -> Misread:
    return Misread(
        _(
            "In “{part}” the {outer} ends before the {inner} inside it. Please close {inner} first, then {outer}.",
            part=_quoted(letters, outer.at),
            outer=outer.written,
            inner=inner.written,
        )
    )


def _quoted(letters: Sequence[Letter], at: int) -> str:
    """The words from a mark on, as far as its line goes."""
    line = "".join(letter.char for letter in letters[at:]).split("\n")[0]
    return line if len(line) <= QUOTED_LETTERS else line[: QUOTED_LETTERS - 1] + "…"
