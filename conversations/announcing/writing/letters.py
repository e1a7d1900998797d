"""Letters: Telegram's HTML as a row of letters, each with its styles, and back again in one canonical form.

What is written holds no character that could still be read as a mark or a brace: those are references such as `&#42;`,
which Telegram shows as what they are and which read back as settled. So a form that was read once stays as it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

# From the outermost to the innermost.
ORDER = ("blockquote", "a", "b", "i", "u", "s", "tg-spoiler", "pre", "code")
CODE = frozenset({"pre", "code"})
# Two of these side by side stay two.
_APART = frozenset({"blockquote", "a", "pre", "code"})
_ALIKE = {"strong": "b", "em": "i", "ins": "u", "strike": "s", "del": "s", "span": "tg-spoiler"}
_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-z][a-z-]*)(?P<attributes>(?: [a-z-]+(?:=\"[^\"]*\")?)*)>"
    r"|&(?P<reference>lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-f]{1,6});"
    r"|(?P<char>.)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-f]{1,6});")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_HREF = re.compile(r'href="([^"]*)"')
_MENTION = "tg://user"
_MARKS = str.maketrans({char: f"&#{ord(char)};" for char in "*_~`{}"})
# They turn the words around them or have no width, and come along with what is copied from a page. Those that join the
# parts of an emoji stay.
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class Style:
    """A tag of Telegram's HTML around a letter, with its link, or whether a quote is `expandable`. `number` tells apart
    what stands side by side.
    """

    tag: str
    value: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """One character, or one field such as `{nama}`. A settled one is no mark and no brace."""

    char: str
    styles: tuple[Style, ...] = ()
    settled: bool = False

    @property
    def is_field(self) -> bool:
        return len(self.char) > 1

    @property
    def is_word(self) -> bool:
        """Whether it is part of a word."""
        return self.is_field or self.char.isalnum()

    @property
    def is_code(self) -> bool:
        return any(style.tag in CODE for style in self.styles)


def read(html: str) -> list[Letter]:
    """The letters of what Telegram's entities give as HTML, or of our own form. Nothing makes it fail: what is not
    closed goes to the end, and of an unknown tag what is in it is left.
    """
    found: list[Letter] = []
    within: list[tuple[str, Style | None]] = []
    for number, token in enumerate(_TOKEN.finditer(html)):
        if (tag := token["tag"]) is None:
            char = token["char"] or _referred(token["reference"])
            settled = (token["reference"] or "").removeprefix("#").isdigit()
            styles = tuple(style for _tag, style in within if style is not None)
            found += [Letter(kept, styles, settled) for kept in _visible(char)]
        elif not token["close"]:
            within.append((tag, _style(tag, token["attributes"], number)))
        elif any(tag == opened for opened, _style_of in within):
            while within.pop()[0] != tag:
                pass
    return found


def _referred(reference: str) -> str:
    """The character that a reference stands for; none where there is no such."""
    if reference in _NAMED:
        return _NAMED[reference]
    code = int(reference[2:], 16) if reference.startswith("#x") else int(reference[1:])
    return chr(code) if 0 < code <= 0x10FFFF else ""


def _visible(char: str) -> str:
    """The character, as far as Telegram would show it."""
    if char in ("\u2028", "\u2029"):
        return "\n"
    if char == "\t":
        return " "
    gone = char in _UNSEEN or (unicodedata.category(char) in ("Cc", "Cs") if char else True)
    return "" if gone and char != "\n" else char


def _style(tag: str, attributes: str, number: int) -> Style | None:
    tag = _ALIKE.get(tag, tag)
    if tag not in ORDER:
        return None
    value = ""
    if tag == "a":
        link = _HREF.search(attributes)
        value = "" if link is None else _REFERENCE.sub(lambda found: _referred(found[1]), link[1])
        if not value or value.startswith(_MENTION):
            return None
    if tag == "blockquote" and "expandable" in attributes:
        value = "expandable"
    return Style(tag, value, number if tag in _APART else 0)


def write(letters: Iterable[Letter]) -> str:
    """The canonical form: tags in one order, properly one in the other."""
    parts: list[str] = []
    opened: list[Style] = []
    for letter in letters:
        wanted = _in_order(letter.styles)
        shared = next((n for n, pair in enumerate(zip(opened, wanted, strict=False)) if pair[0] != pair[1]), None)
        kept = min(len(opened), len(wanted)) if shared is None else shared
        parts += [f"</{style.tag}>" for style in reversed(opened[kept:])]
        parts += [_opening(style) for style in wanted[kept:]]
        opened = wanted
        parts.append(letter.char if letter.is_field else escape(letter.char, quote=False).translate(_MARKS))
    return "".join(parts + [f"</{style.tag}>" for style in reversed(opened)])


def _in_order(styles: Sequence[Style]) -> list[Style]:
    """One of each kind; code shows nothing else but that it is quoted."""
    by_tag = {style.tag: style for style in reversed(styles)}
    tags = [tag for tag in ORDER if tag in by_tag]
    code = next((tag for tag in tags if tag in CODE), None)
    if code is not None:
        tags = [tag for tag in tags if tag in ("blockquote", code)]
    return [by_tag[tag] for tag in tags]


def _opening(style: Style) -> str:
    if style.tag == "a":
        return f'<a href="{escape(style.value).translate(_MARKS)}">'
    return f"<{style.tag} {style.value}>" if style.value else f"<{style.tag}>"


def trimmed(letters: Sequence[Letter]) -> list[Letter]:
    """Without white space at both ends, as Telegram keeps a text."""
    shown = [n for n, letter in enumerate(letters) if not letter.char.isspace()]
    return list(letters[shown[0] : shown[-1] + 1]) if shown else []


def units(letters: Iterable[Letter]) -> int:
    """How long Telegram counts them at most: an emoji is two."""
    return sum(width(letter.char) for letter in letters)


def width(words: str) -> int:
    """The same of words as they are read."""
    return len(words.encode("utf-16-le")) // 2


def within(letters: Sequence[Letter], limit: int) -> list[Letter]:
    """As many of the first as Telegram counts up to a limit."""
    so_far = accumulate(width(letter.char) for letter in letters)
    return [letter for letter, length in zip(letters, so_far, strict=True) if length <= limit]
