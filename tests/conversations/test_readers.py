"""Readers: typed words become a value or a kind sentence; a value reads as itself; nothing makes them fail."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations import readers
from conversations.announcing.writing import words
from conversations.script import Answers, Misread
from tests.conversations.speaker import EXAMPLES, plain, refusal

TODAY = date(2026, 10, 6)


def _announced(typed: str) -> str | Misread:
    """The announcement's own reader."""
    reader = words.SCRIPT.asks[0].reader
    assert reader is not None
    return reader(typed, Answers(), EXAMPLES["announcement_words"].facts[0])


READERS: dict[str, Callable[[str], str | Misread]] = {
    "name": readers.name,
    "words": readers.words,
    "nik": lambda typed: readers.nik(typed, TODAY),
    "birth_date": lambda typed: readers.birth_date(typed, TODAY),
    "phone": readers.phone,
    "address": readers.address,
    "announcement": _announced,
}
# What people's keyboards and pastes bring: letters and digits of everywhere, accents apart, invisible characters.
ODD = st.sampled_from(
    [
        *"e\u0301\u200b\u200d\u00ad\ufeff\u202e\n\r\t\x00\x0b\u2028\u2029\x85\u2019`'.,- <b>&;{}",
        *"0\u0663\uff13\u00b2\u00bd\u2167\U0001f600\ua9b1\ua9b6\ud800",
        "e\u200b\u0301",
        "Siti",
    ]
)
TYPED = st.text() | st.lists(ODD, max_size=20).map("".join) | st.from_regex(r"\+?[0-9 .()/-]{5,25}", fullmatch=True)


@pytest.mark.parametrize("reader", READERS)
@given(typed=TYPED)
def test_whatever_is_typed_is_a_value_that_reads_as_itself_or_a_sentence(reader: str, typed: str) -> None:
    value = READERS[reader](typed)
    if isinstance(value, Misread):
        assert plain(value.text)
    else:
        assert READERS[reader](value) == value
        assert value.encode()


@pytest.mark.parametrize("reader", READERS)
def test_a_very_long_text_is_refused(reader: str) -> None:
    assert isinstance(READERS[reader]("panjang " * 512), Misread)


@given(TYPED)
def test_cleaning_twice_is_cleaning_once(typed: str) -> None:
    assert readers.clean(readers.clean(typed)) == readers.clean(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Siti   Aminah ", "Siti Aminah"),
        ("Siti\nAminah", "Siti Aminah"),
        ("Siti\u200bAminah\x00\x07", "SitiAminah"),
        ("Jose\u0301", "José"),
        ("Jose\u200b\u0301", "José"),
        ("Rp 5.000 <b>", "Rp 5.000 <b>"),
    ],
)
def test_cleaning_takes_away_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert readers.clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Suparman", "Suparman"),
        ("Siti Nur'aini", "Siti Nur'aini"),
        ("Siti Nur’aini", "Siti Nur'aini"),
        ("Siti Nur`aini", "Siti Nur'aini"),
        ("R.Ngt. Sri Wahyuningsih", "R.Ngt. Sri Wahyuningsih"),
        ("Ki Ageng Djojo Kusumo-Dewi", "Ki Ageng Djojo Kusumo-Dewi"),
        ("H. Abdul Ghofur, S.Pd.", "H. Abdul Ghofur, S.Pd."),
        ("JOSÉ", "JOSÉ"),
        ("A" * 60, "A" * 60),
    ],
)
def test_a_name_is_kept_as_typed(typed: str, kept: str) -> None:
    assert readers.name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Please write your full name in letters"),
        ("S", "Please write your full name in letters"),
        ("-", "Please write your full name in letters"),
        ("3375015708990001", "Please write your full name in letters"),
        ("😀😀😀", "Please write your full name in letters"),
        ("\x00\x07", "Please write your full name in letters"),
        ("Siti 😀", "A name on a KTP has no “😀”"),
        ("<b>Siti</b>", "A name on a KTP has no “/<>”"),
        ("Siti 2", "A name on a KTP has no “2”"),
        ("إيكو محمد", "Latin letters"),
        ("Сити", "Latin letters"),
        ("Siti Аминах", "Latin letters"),
        ("A" * 61, "longer than a name on a KTP"),
        ("Siti " * 800, "longer than a name on a KTP"),
    ],
)
def test_what_is_no_name_is_refused_with_what_is_odd_in_it(typed: str, why: str) -> None:
    assert why in refusal(readers.name(typed))


@pytest.mark.parametrize("typed", ["Jl. Melati 5 RT 02 RW 03", "Gg. Kenari No. 3/B, RT.1/RW.2", "Desa Sokoduwet"])
def test_an_address_is_kept(typed: str) -> None:
    assert readers.address(typed) == typed


@pytest.mark.parametrize("typed", ["", "Jl.", "-----", "Jl. Melati " * 20])
def test_what_is_no_address_is_refused_with_an_example(typed: str) -> None:
    assert "for example: Jl. Melati 5 RT 02 RW 03" in refusal(readers.address(typed))


def test_words_have_a_least_and_a_greatest_length() -> None:
    assert readers.words("ya") == "ya"
    assert readers.words("Apa kabar? 😀") == "Apa kabar? 😀"
    assert refusal(readers.words("ya", least=3)) == "Please write it in words, at least 3 letters."
    assert refusal(readers.words("?!?!")) == "Please write it in words, at least 1 letters."
    assert refusal(readers.words("a" * 301)) == "That is too long: 301 characters. Please use at most 300."
    assert readers.words("a" * 300) == "a" * 300


@pytest.mark.parametrize("typed", ["2025", "tahun 2025", "lulus th. 2025", "2025.", "2025 😊"])
def test_a_year_may_have_words_around_it(typed: str) -> None:
    assert readers.year(typed, 2013, 2026) == "2025"


@pytest.mark.parametrize("typed", ["2024/2025", "25", "20255", "dua ribu", "5-2025", "2025 2"])
def test_what_is_not_one_year_alone_is_refused(typed: str) -> None:
    assert isinstance(readers.year(typed, 2013, 2026), Misread)


def test_an_announcement_keeps_its_lines_and_nothing_around_them() -> None:
    read = READERS["announcement"]
    assert read(" Kepada  peserta\n\nBesok libur. ") == "Kepada  peserta\n\nBesok libur."
    assert read("\u200b\nBesok libur.\n\u200b") == "Besok libur."
    assert refusal(read("\n\n…\n")).startswith("Please write the announcement in words.")
    assert "4,073 characters with the longest names. At most 4,072 fit." in refusal(read("a" * 4073))
