"""Markup: what staff write, with Telegram's formatting or WhatsApp's marks, is what their recipients read."""

from html import escape
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conversations.announcing.writing import markup
from conversations.announcing.writing.fields import Field, fill, unfilled, used
from conversations.script import Misread
from locales.languages import DEFAULT, Languages, read_catalogue
from locales.text import _
from simulator import formatting
from simulator.entity import FormattedText
from tests.conversations.speaker import html, refusal
from tests.examples import few

MARKS = "*_~`"
WRITTEN = st.text(alphabet="*_~`{}ab 1\n.,()&<>;#@:/-\"'é😀\u200d\t", max_size=40)
TAGS = st.sampled_from(
    ["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", 'a href="https://blk.id/a_b*"', "x"]
)
PLAIN = st.text(alphabet="abc 12\n.,()&<>;#@:/-\"'é😀", max_size=60)
VALUES = {Field.NAME: "Mbak Siti <b>", Field.CLASS: "Las & Bubut", Field.NUMBER: "B4-0007", Field.DATE: "3 November"}


@st.composite
def formatted(draw: st.DrawFn) -> str:
    """What the ear makes of a message with entities: tags that are one in the other."""
    parts = draw(st.lists(st.tuples(st.one_of(st.none(), TAGS), WRITTEN), max_size=5))
    whole = ""
    for tag, words in parts:
        kept, inside = ("", whole) if draw(st.booleans()) else (whole, "")
        written = inside + escape(words)
        whole = kept + (written if tag is None else f"<{tag}>{written}</{tag.split()[0]}>")
    return whole


def accepted(html: str) -> FormattedText:
    """As Telegram reads it; it refuses what is broken."""
    return formatting.read_text(html, "HTML")


def typed(words: str) -> str | Misread:
    return markup.read(escape(words))


def seen(words: str) -> str:
    """What a recipient reads of what was typed."""
    template = typed(words)
    assert isinstance(template, str), template
    return accepted(template).text


def entities(words: str) -> list[tuple[str, str]]:
    template = typed(words)
    assert isinstance(template, str), template
    read = accepted(template)
    raw = read.text.encode("utf-16-le")
    return [
        (entity.kind, raw[2 * entity.offset : 2 * entity.end].decode("utf-16-le"))
        for entity in read.entities
        if entity.kind in formatting.SETTABLE
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*Jadwal* tes", [("bold", "Jadwal")]),
        ("bawa _KTP asli_.", [("italic", "KTP asli")]),
        ("~Senin~ Selasa", [("strikethrough", "Senin")]),
        ("ketik `/status` saja", [("code", "/status")]),
        ("```B4-0007```", [("code", "B4-0007")]),
        ("```\nSenin  08.00\nSelasa 09.00\n```", [("pre", "Senin  08.00\nSelasa 09.00")]),
        ("*_penting_*", [("bold", "penting"), ("italic", "penting")]),
        ("*📢 PENGUMUMAN*", [("bold", "📢 PENGUMUMAN")]),
        ("**tebal** dan __miring__", [("bold", "tebal"), ("italic", "miring")]),
        ("(*wajib*), *juga*!", [("bold", "wajib"), ("bold", "juga")]),
        ("*Halo {nama}*", [("bold", "Halo {nama}")]),
        ("_lihat https://blk.id/a_b_", [("italic", "lihat https://blk.id/a_b")]),
        ("*satu*\n*dua*", [("bold", "satu"), ("bold", "dua")]),
    ],
)
def test_marks_as_in_whatsapp_become_formatting(words: str, shown: list[tuple[str, str]]) -> None:
    assert entities(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        *("* satu\n* dua", "5 * 3 = 15", "2*3*4", "tulis ke a_b@c.id", "berkas file_name_baru.pdf", "KTP*, KK*"),
        *("*) wajib dibawa", "Nama: ______", "~5 km dari sini", "`Aisyiyah dan `Aisyiyah", "Jum`at", "***", "``````"),
        *("https://blk.id/_a_/*b*", "@blk_kota_", "itu {}", "pilih {1, 2}", "rumah {", "tutup }", "a ~ b"),
        *('Bawa <b>KTP</b> & "ijazah" &amp; &#42;', "_ _", "2 > 1 < 3", "👨\u200d👩\u200d👧 keluarga"),
    ],
)
def test_what_only_looks_like_a_mark_arrives_as_typed(words: str) -> None:
    assert seen(words) == words
    assert entities(words) == []


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Halo,\n*Jadwal tes bagi semua peserta\nbesok*", "*Jadwal tes bagi semua …"),
        ("ini _miring", "_miring"),
        ("```kode", "```kode"),
        ("**tebal*", "**tebal*"),
    ],
)
def test_a_mark_that_is_not_closed_is_quoted(words: str, part: str) -> None:
    read = typed(words)
    assert isinstance(read, Misread)
    assert read.text.values["part"] == part
    assert "is opened and not closed" in refusal(read)


def test_marks_that_cross_are_refused() -> None:
    assert "Please close" in refusal(typed("*tebal _keduanya* miring_"))


def test_the_formatting_of_telegram_is_kept_and_goes_together_with_marks() -> None:
    link, emoji = '<a href="https://blk.id/?a=1&copy=2">*di sini*</a>', '<tg-emoji emoji-id="5">😀</tg-emoji>'
    template = markup.read(f"<b>Halo</b> {link} {emoji} <i>&lt;i&gt;</i>")
    assert template == ('<b>Halo</b> <a href="https://blk.id/?a=1&amp;copy=2"><b>di sini</b></a> 😀 <i>&lt;i&gt;</i>')
    mention = '<a href="tg://user?id=5">Bu Ratna</a>'
    assert markup.read(mention) == "Bu Ratna"


def test_entities_that_a_field_lies_across_hold_all_of_it() -> None:
    assert markup.read("<b>Halo {na</b>ma}!") == "<b>Halo {nama}</b>!"


@pytest.mark.parametrize("words", ["{nama}", "{ Nama }", "{{nama}}", "{NAMA}"])
def test_a_field_is_known_however_it_is_written(words: str) -> None:
    assert typed(words) == "{nama}"
    assert used("Halo {nama}, kelas {kelas}") == {Field.NAME, Field.CLASS}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("{namaa}", "There is no field {namaa}. Did you mean {nama}?"),
        ("{tgl}", "Did you mean {tanggal}?"),
        ("{name}", "Did you mean {nama}?"),
        ("{ruangan}", "There is no field {ruangan}. These are there: {nama}, {kelas}, {nomor}, {tanggal}."),
        ("Halo {nama, apa kabar", "The brace of “{nama” is not closed."),
    ],
)
def test_a_field_that_is_not_there_is_named(words: str, sentence: str) -> None:
    assert sentence in refusal(typed(words))


@given(st.one_of(WRITTEN.map(escape), formatted()))
@example("*{a*}")
@few(200)
def test_whatever_is_written_telegram_accepts_it_or_a_sentence_says_why_not(html: str) -> None:
    template = markup.read(html)
    if isinstance(template, str):
        accepted(template)
        assert markup.read(template) == template


@given(st.text(max_size=60))
@few(100)
def test_nothing_makes_the_reading_fail(html: str) -> None:
    template = markup.read(html)
    if isinstance(template, str):
        accepted(template)
        assert markup.read(template) == template


@given(PLAIN)
@few(100)
def test_words_without_marks_arrive_as_typed(words: str) -> None:
    assert seen(words) == accepted(escape(words)).text


@given(formatted())
@few(100)
def test_nothing_of_what_was_written_is_lost_but_its_marks(html: str) -> None:
    template = markup.read(html)
    if isinstance(template, str):
        read, written = accepted(template).text, accepted(html.replace("<x>", "").replace("</x>", "")).text
        assert bare(read) == bare(written)


def bare(words: str) -> str:
    """Without what may be a mark, or stand at its edge."""
    return "".join(char for char in words if char not in MARKS + "{}\u200d" and not char.isspace())


@given(st.text(alphabet="<b>&;Budi {nama}*_", min_size=1, max_size=20))
@few(100)
def test_a_name_arrives_as_it_is_whatever_it_holds(name: str) -> None:
    template = typed("Halo *{nama}*, kelas {kelas}!")
    assert isinstance(template, str)
    sent = html(fill(template, VALUES | {Field.NAME: name}))
    assert accepted(sent).text == f"Halo {name}, kelas Las & Bubut!"


def test_a_template_is_nobodys_msgid() -> None:
    """A word that happens to be a sentence of ours is not translated."""
    languages = Languages({DEFAULT: read_catalogue(DEFAULT)}, ZoneInfo("Asia/Jakarta"))
    assert languages.html(_("now"), DEFAULT) == "sekarang"
    assert languages.html(fill("now", {}), DEFAULT) == "now"


def test_the_length_is_that_of_the_longest_values_without_the_tags() -> None:
    template = typed("*{nama}* 😀 & {kelas}")
    assert isinstance(template, str)
    assert markup.length(template, VALUES) == len("Mbak Siti <b>  & Las & Bubut") + 2


@given(WRITTEN, st.integers(2, 20))
@few(100)
def test_what_is_shortened_is_no_longer_than_it_may_be(text: str, limit: int) -> None:
    template = typed(f"x{text}")
    if isinstance(template, str):
        shown = accepted(html(unfilled(markup.shortened(template, limit)))).text
        assert len(shown.encode("utf-16-le")) // 2 <= limit
