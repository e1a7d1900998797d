"""The languages the bot speaks: catalogues loaded once at the start, and the rendering of a Text in one of them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import escape
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_skeleton
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from locales.text import Lines, Month, Percent, Rupiah, Text

DEFAULT = "id"
SPOKEN = {"id": "Bahasa Indonesia", "en": "English"}
# A day with its time, in each language.
MOMENT = {"id": "EEEE, d MMMM y 'pukul' HH.mm", "en": "EEEE, d MMMM y, HH:mm"}
# How something ends that needs no further full stop.
STOPS = (".", ".</b>", ".</i>", ".</code>")
HERE = Path(__file__).parent


class CatalogueError(Exception):
    """A catalogue is missing or incomplete: the start fails, not the user."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language: its code, its locale and its sentences by msgid."""

    code: str
    locale: Locale
    sentences: dict[str, str]


@cache
def read_catalogue(code: str, folder: Path = HERE) -> Catalogue:
    """The catalogue of a language, complete or refused. Read once a process, since it takes a tenth of a second."""
    path = folder / code / "LC_MESSAGES" / "canting.po"
    if not path.is_file():
        raise CatalogueError(f"locales: the catalogue of '{code}' is missing; run 'make words'.")
    with path.open("rb") as file:
        messages = read_po(file, locale=code)
    lacking = [str(m.id) for m in messages if m.id and (m.fuzzy or not m.string)]
    if lacking:
        raise CatalogueError(
            f"locales: '{code}' lacks {len(lacking)} sentences, the first is {lacking[0]!r}; translate them."
        )
    sentences = {str(m.id): str(m.string) for m in messages if m.id}
    for msgid, words in sentences.items():
        if wrong := _misfit(msgid, words):
            raise CatalogueError(f"locales: in '{code}' the translation of {msgid!r} does not fit: {wrong}.")
    return Catalogue(code, Locale.parse(code), sentences)


def _misfit(msgid: str, words: str) -> str | None:
    """What in a translation would fail when values come: a name in braces that the msgid lacks, or a broken brace."""
    try:
        unknown = placeholders(words) - placeholders(msgid)
    except ValueError as broken:
        return str(broken)
    return ", ".join(f"{{{name}}}" for name in sorted(unknown)) or None


class Languages:
    """Every spoken language, and the one place where values meet templates."""

    def __init__(self, catalogues: dict[str, Catalogue], zone: ZoneInfo) -> None:
        self.catalogues = catalogues
        self.zone = zone

    @classmethod
    def load(cls, zone: ZoneInfo, folder: Path = HERE) -> "Languages":
        return cls({code: read_catalogue(code, folder) for code in SPOKEN}, zone)

    def html(self, text: Text, language: str) -> str:
        """The text as Telegram's HTML: templates may hold tags, values are escaped."""
        return self._render(text, language, lambda words: escape(words, quote=False))

    def plain(self, text: Text, language: str) -> str:
        """The text for a button or a file: nothing is escaped."""
        return self._render(text, language, str)

    def _render(self, text: Text, language: str, clean: Callable[[str], str]) -> str:
        catalogue = self.catalogues.get(language) or self.catalogues[DEFAULT]
        template = text.msgid if text.own else catalogue.sentences.get(text.msgid, text.msgid)
        if not text.values:
            return template
        values = {name: self._value(value, catalogue, clean) for name, value in text.values.items()}
        return _undoubled(template, values).format_map(values)

    def _value(self, value: object, catalogue: Catalogue, clean: Callable[[str], str]) -> str:
        match value:
            case str():
                return clean(value)
            case Text():
                return self._render(value, catalogue.code, clean)
            case Lines():
                return value.separator.join(self._render(item, catalogue.code, clean) for item in value.items)
            case _:
                return clean(self._formatted(value, catalogue.locale))

    def _formatted(self, value: object, locale: Locale) -> str:
        match value:
            case int() if -1000 < value < 1000:
                return str(value)  # no separator in any language, and a step count stands in every question
            case int():
                return format_decimal(value, locale=locale)
            case datetime():
                moment = value.astimezone(self.zone)
                return f"{format_datetime(moment, MOMENT[locale.language], self.zone, locale)} {moment.tzname()}"
            case date():
                return format_date(value, "d MMMM y", locale)
            case Month(day):
                return format_skeleton("yMMMM", datetime(day.year, day.month, 15), locale=locale)  # noqa: DTZ001
            case Percent(share):
                return str(format_percent(share, "#,##0%", locale=locale))
            case Rupiah(amount):
                return "Rp" + format_decimal(amount, "#,##0", locale="id")
            case _:
                raise TypeError(f"no words for a {type(value).__name__}")


def _undoubled(template: str, values: Mapping[str, str]) -> str:
    """Without the full stop that follows a value which ends with one itself, as a name like “Hj. A.” does."""
    if "." not in template:
        return template
    for name, said in values.items():
        if said.endswith(STOPS):
            template = re.sub(rf"(\{{{re.escape(name)}\}}(?:</\w+>)*)\.(?![.\w{{])", r"\1", template)
    return template


def placeholders(template: str) -> set[str]:
    """The names in {braces} of a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}
