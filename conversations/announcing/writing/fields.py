"""Fields: {nama}, {kelas}, {nomor} and {tanggal} in an announcement stand for what each recipient has of her own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from conversations.announcing.writing.letters import Letter
from conversations.script import Misread
from locales.text import Text, _


class Field(StrEnum):
    """What may stand in braces; the words are what staff write."""

    NAME = "nama"
    CLASS = "kelas"
    NUMBER = "nomor"
    DATE = "tanggal"


ALL = ", ".join(f"{{{field.value}}}" for field in Field)
_KNOWN = frozenset(field.value for field in Field)
_IN_BRACES = re.compile(r"\{+([^{}\n]*)\}+")
_NOT_CLOSED = re.compile(rf"\{{+\s*({'|'.join(Field)})\b(?![^{{}}\n]*\}})", re.IGNORECASE)
_LIKE_A_NAME = re.compile(r"[^\W\d][\w -]{0,29}")
_IN_TEMPLATE = re.compile(rf"\{{({'|'.join(Field)})\}}")
# What others call it.
_CALLED = {
    "name": Field.NAME,
    "class": Field.CLASS,
    "number": Field.NUMBER,
    "no": Field.NUMBER,
    "date": Field.DATE,
    "tgl": Field.DATE,
}
_HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"


def settle(letters: Sequence[Letter]) -> list[Letter] | Misread:
    """The same, each known field one letter. Braces around what cannot be a field's name, and lone ones, are braces."""
    words = in_characters(letters)
    found: list[Letter] = []
    at = 0
    for match in _IN_BRACES.finditer(words):
        name = match[1].strip().casefold()
        if name in _KNOWN:
            found += letters[at : match.start()]
            found.append(Letter(f"{{{name}}}", letters[match.start()].styles, settled=True))
            at = match.end()
        elif _LIKE_A_NAME.fullmatch(match[1].strip()):
            return _unknown(match[0], name)
    if open_brace := _NOT_CLOSED.search(words):
        return Misread(_("The brace of “{part}” is not closed. Please write {fields}.", part=open_brace[0], fields=ALL))
    return found + list(letters[at:])


def in_characters(letters: Iterable[Letter]) -> str:
    """One character a letter; what is settled cannot be taken for anything."""
    return "".join(_HIDDEN if letter.settled else letter.char for letter in letters)


def _unknown(written: str, name: str) -> Misread:
    near = _CALLED.get(name) or next(iter(get_close_matches(name, list(Field), 1, 0.65)), None)
    if near is None:
        return Misread(_("There is no field {written}. These are there: {fields}.", written=written, fields=ALL))
    return Misread(
        _(
            "There is no field {written}. Did you mean {near}? These are there: {fields}.",
            written=written,
            near=f"{{{near}}}",
            fields=ALL,
        )
    )


def used(template: str) -> frozenset[Field]:
    """Which fields stand in a template."""
    return frozenset(map(Field, _IN_TEMPLATE.findall(template)))


def fill(template: str, values: Mapping[Field, str | date]) -> Text:
    """A template with a value for each of its fields, which are escaped where they meet it."""
    return Text(template, {field.value: value for field, value in values.items()}, own=True)


def unfilled(template: str) -> Text:
    """A template with its fields as they are written."""
    return Text(template, own=True)
