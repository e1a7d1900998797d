"""Texts: values meet templates in one place, where they are escaped and formatted for the reader."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from locales.languages import Catalogue, CatalogueError, Languages, placeholders, read_catalogue
from locales.text import Lines, Month, Percent, Rupiah, Text, _, lines, verbatim

JAKARTA = ZoneInfo("Asia/Jakarta")


def speaking(**sentences: dict[str, str]) -> Languages:
    return Languages({code: Catalogue(code, Locale.parse(code), words) for code, words in sentences.items()}, JAKARTA)


LANGUAGES = speaking(
    id={"Hello <b>{name}</b>": "Halo <b>{name}</b>", "{n} seats": "{n} kursi", "Welcome": "Selamat datang"},
    en={"Hello <b>{name}</b>": "Hello <b>{name}</b>", "{n} seats": "{n} seats"},
)


def test_a_sentence_is_said_in_the_readers_language() -> None:
    greeting = _("Hello <b>{name}</b>", name="Siti")
    assert LANGUAGES.html(greeting, "id") == "Halo <b>Siti</b>"
    assert LANGUAGES.html(greeting, "en") == "Hello <b>Siti</b>"


def test_a_language_that_is_not_spoken_is_answered_in_indonesian() -> None:
    assert LANGUAGES.html(Text("Welcome"), "fr") == "Selamat datang"


@given(st.text())
def test_whatever_somebody_writes_comes_out_as_written_and_cannot_become_markup(words: str) -> None:
    html = LANGUAGES.html(verbatim(words), "id")
    assert html == words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert LANGUAGES.plain(verbatim(words), "id") == words


def test_a_value_is_escaped_in_html_and_the_template_is_not() -> None:
    greeting = _("Hello <b>{name}</b>", name="<i>&{n}")
    assert LANGUAGES.html(greeting, "id") == "Halo <b>&lt;i&gt;&amp;{n}</b>"
    assert LANGUAGES.plain(greeting, "id") == "Halo <b><i>&{n}</b>"


@pytest.mark.parametrize(
    ("template", "name", "said"),
    [
        ("Thanks, {name}.", "Hj. A.", "Thanks, Hj. A."),
        ("For <b>{name}</b>. Next: wait.", "Hj. A.", "For <b>Hj. A.</b> Next: wait."),
        ("{name}, thanks.", "Hj. A.", "Hj. A., thanks."),
        ("{name}...", "Hj. A.", "Hj. A...."),
        ("{name}.pdf", "Hj. A.", "Hj. A..pdf"),
        ("Thanks, {name}.", "Siti", "Thanks, Siti."),
    ],
)
def test_after_a_name_that_ends_with_a_dot_no_second_one_ends_the_sentence(template: str, name: str, said: str) -> None:
    assert LANGUAGES.html(Text(template, {"name": name}), "id") == said
    within = Text(template, {"name": Text("<i>{who}</i>", {"who": name})})
    assert LANGUAGES.html(within, "id") == said.replace(name, f"<i>{name}</i>")


def test_a_text_within_a_text_is_translated_too() -> None:
    said = lines(_("Welcome"), None, _("{n} seats", n=1234))
    assert LANGUAGES.html(said, "id") == "Selamat datang\n1.234 kursi"
    assert LANGUAGES.html(said, "en") == "Welcome\n1,234 seats"
    assert LANGUAGES.plain(lines(_("Welcome"), _("Welcome"), separator=", "), "id") == "Selamat datang, Selamat datang"
    assert LANGUAGES.plain(Text("{all}", {"all": Lines(())}), "id") == ""


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1234567, "1.234.567", "1,234,567"),
        (Rupiah(2_700_926), "Rp2.700.926", "Rp2.700.926"),
        (Percent(0.56), "56%", "56%"),
        (Percent(0.285), "28%", "28%"),
        (date(2026, 8, 17), "17 Agustus 2026", "17 August 2026"),
        (Month(date(2026, 8, 17)), "Agustus 2026", "August 2026"),
        (
            datetime(2026, 8, 17, 18, 30, tzinfo=UTC),
            "Selasa, 18 Agustus 2026 pukul 01.30 WIB",
            "Tuesday, 18 August 2026, 01:30 WIB",
        ),
    ],
)
def test_values_are_written_as_the_reader_writes_them(value: object, indonesian: str, english: str) -> None:
    text = Text("{it}", {"it": value})  # type: ignore[dict-item]
    assert LANGUAGES.plain(text, "id") == indonesian
    assert LANGUAGES.plain(text, "en") == english


def test_a_value_nobody_can_say_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="no words for a float"):
        LANGUAGES.plain(Text("{it}", {"it": 0.5}), "id")  # type: ignore[dict-item]


def test_the_names_in_braces_are_found() -> None:
    assert placeholders("Halo {name}, {n} kursi {{bukan}}") == {"name", "n"}


def _catalogue(folder: Path, *entries: str) -> Path:
    path = folder / "id" / "LC_MESSAGES"
    path.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (path / "canting.po").write_text(header + "\n".join(entries), encoding="utf-8")
    return folder


def test_a_complete_catalogue_is_read(tmp_path: Path) -> None:
    folder = _catalogue(tmp_path, 'msgid "Welcome, {name}"\nmsgstr "Selamat datang, {name}"\n')
    assert read_catalogue("id", folder).sentences == {"Welcome, {name}": "Selamat datang, {name}"}


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('msgid "Welcome"\nmsgstr ""\n', "lacks 1 sentences, the first is 'Welcome'"),
        ('#, fuzzy\nmsgid "Welcome"\nmsgstr "Selamat"\n', "lacks 1 sentences, the first is 'Welcome'"),
        ('msgid "Welcome, {name}"\nmsgstr "Selamat, {nama}"\n', "'Welcome, {name}' does not fit: {nama}"),
        ('msgid "Welcome, {name}"\nmsgstr "Selamat, {name"\n', "'Welcome, {name}' does not fit: "),
    ],
)
def test_a_catalogue_that_would_fail_a_reader_fails_the_start(tmp_path: Path, entry: str, complaint: str) -> None:
    folder = _catalogue(tmp_path, 'msgid "Yes"\nmsgstr "Ya"\n', entry)
    with pytest.raises(CatalogueError) as refused:
        read_catalogue("id", folder)
    assert complaint in str(refused.value)


def test_a_catalogue_that_is_missing_fails_the_start(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="catalogue of 'id' is missing"):
        read_catalogue("id", tmp_path)
    with pytest.raises(CatalogueError):
        Languages.load(JAKARTA, tmp_path)


# What half the width of a small phone holds in one line, beside another button.
HALF_A_ROW = 14


@pytest.mark.parametrize("code", ["id", "en"])
def test_an_arrow_that_leads_on_is_never_alone_on_a_line(code: str) -> None:
    leading_on = [words for words in read_catalogue(code).sentences.values() if words.endswith("▶️")]
    assert leading_on
    assert [words for words in leading_on if len(words) > HALF_A_ROW] == []
