"""Places: what is typed for a kelurahan or a town finds it, by former names and with a letter wrong."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.applying import places
from records import profile

PROFILE = profile.load()
KELURAHAN = [
    (name, places.code_of(kecamatan, kelurahan))
    for kecamatan in PROFILE.kecamatan
    for kelurahan in kecamatan.kelurahan
    for name in (kelurahan.name, *kelurahan.formerly)
]
TOWNS = [(name, code) for code, name in places.towns().items()]


def names(typed: str) -> list[str]:
    found = [places.kelurahan_of(code, PROFILE) for code in places.kelurahan_like(typed, PROFILE)]
    return [one[1].name for one in found if one is not None]


def towns(typed: str) -> list[str | None]:
    return [places.town_name(code) for code in places.towns_like(typed)]


@st.composite
def with_one_letter_wrong(draw: st.DrawFn, known: list[tuple[str, str]]) -> tuple[str, str]:
    """A name in which one letter is another, missing, doubled by another, or swapped with the next."""
    name, code = draw(st.sampled_from(known))
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from(ascii_lowercase))
    kind = draw(st.sampled_from(("another", "missing", "more", "swapped")))
    typed = {
        "another": name[:at] + letter + name[at + 1 :],
        "missing": name[:at] + name[at + 1 :],
        "more": name[:at] + letter + name[at:],
        "swapped": name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
    }[kind]
    return typed, code


def test_all_47_former_and_27_present_names_are_known() -> None:
    joined = [kelurahan for kecamatan in PROFILE.kecamatan for kelurahan in kecamatan.kelurahan]
    gone = sum(len(kelurahan.formerly) for kelurahan in joined)
    stayed = sum(not kelurahan.formerly for kelurahan in joined)
    assert (len(joined), gone + stayed + 1) == (27, 47), "Kauman was a kelurahan before, too"


@pytest.mark.parametrize(("name", "code"), KELURAHAN)
def test_every_present_and_former_name_finds_its_kelurahan(name: str, code: str) -> None:
    assert places.kelurahan_like(name, PROFILE) == (code,)
    assert places.kelurahan_like(f"Kel. {name.upper()}", PROFILE) == (code,)
    assert places.kelurahan_like(name.replace(" ", ""), PROFILE) == (code,)


@given(with_one_letter_wrong(KELURAHAN))
def test_a_kelurahan_with_one_letter_wrong_is_among_those_asked_about(made: tuple[str, str]) -> None:
    typed, code = made
    found = places.kelurahan_like(typed, PROFILE)
    assert found, "something is asked"
    assert code in found or _is_a_word_of(typed, KELURAHAN), f"{typed} finds {found}"


@given(with_one_letter_wrong(TOWNS))
def test_a_town_with_one_letter_wrong_is_among_those_asked_about(made: tuple[str, str]) -> None:
    typed, code = made
    found = places.towns_like(typed)
    if typed.lower().startswith(("kabupaten ", "kota ")):
        assert code in found or len(found) == places.SHOWN or _is_a_word_of(typed.split(" ", 1)[1], TOWNS), typed


def _is_a_word_of(typed: str, known: list[tuple[str, str]]) -> bool:
    """Such a slip makes another name, or a word of others: those are asked about."""
    plain = " ".join(typed.lower().split())
    return any(f" {plain} " in f" {name.lower()} " or _bare(name) == plain.replace(" ", "") for name, _code in known)


def _bare(name: str) -> str:
    return name.lower().replace(" ", "").removeprefix("kabupaten").removeprefix("kota")


@given(st.text(max_size=80))
def test_whatever_is_typed_gets_a_few_candidates_at_most(typed: str) -> None:
    assert len(places.kelurahan_like(typed, PROFILE)) <= places.SHOWN
    assert len(places.towns_like(typed)) <= places.SHOWN


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("landung sari", ["Noyontaansari"]),
        ("Kalibaros", ["Kali Baros"]),
        ("pasir kraton kramat", ["Pasirkratonkramat"]),
        ("Kraton", ["Pasirkratonkramat", "Padukuhan Kraton"]),
        ("kuripan", ["Kuripan Kertoharjo", "Kuripan Yosorejo"]),
        ("nyontaansari", ["Noyontaansari"]),
        ("Tirto, Kec. Pekalongan Barat", ["Tirto"]),
        ("krapyak pekalongan utara", ["Krapyak"]),
        ("Kel. Medono Kota Pekalongan", ["Medono"]),
        ("landungsari pekalongan", ["Noyontaansari"]),
        ("Jakarta", []),
        ("ab", []),
        ("", []),
    ],
)
def test_what_people_type_for_a_kelurahan(typed: str, expected: list[str]) -> None:
    assert sorted(names(typed)) == sorted(expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Pekalongan", ["Kabupaten Pekalongan", "Kota Pekalongan"]),
        ("kab. pekalongan", ["Kabupaten Pekalongan"]),
        ("KOTA TEGAL", ["Kota Tegal"]),
        ("Batang", ["Kabupaten Batang"]),
        ("pemlang", ["Kabupaten Pemalang"]),
        ("jakarta selatan", ["Kota Administrasi Jakarta Selatan"]),
        ("Atlantis", []),
    ],
)
def test_what_people_type_for_a_town(typed: str, expected: list[str]) -> None:
    assert sorted(map(str, towns(typed))) == expected


def test_there_are_514_towns_and_the_table_of_villages_is_not_among_them() -> None:
    assert len(places.towns()) == 514
