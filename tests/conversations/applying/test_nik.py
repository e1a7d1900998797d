"""The NIK: what it tells is read back; what cannot be one is refused with why; where it was issued does not matter."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conversations import readers
from conversations.applying.nik import PROVINCES, Nik, parse
from records.people import Sex
from tests.conversations.speaker import refusal

TODAY = date(2026, 10, 6)


def issued(day: date, sex: Sex, prefix: str = "337501", serial: int = 1) -> str:
    of_day = day.day + (40 if sex is Sex.FEMALE else 0)
    return f"{prefix}{of_day:02}{day.month:02}{day.year % 100:02}{serial:04}"


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, date, Sex]:
    """A NIK that can exist, with the date of birth and the sex it was issued for."""
    born = draw(st.dates(date(1926, 10, 7), TODAY))
    sex = draw(st.sampled_from(Sex))
    place = f"{draw(st.sampled_from(sorted(PROVINCES)))}{draw(st.integers(1, 99)):02}{draw(st.integers(1, 99)):02}"
    return issued(born, sex, place, draw(st.integers(1, 9999))), born, sex


@given(numbers())
def test_date_and_sex_are_read_back_wherever_it_was_issued(issue: tuple[str, date, Sex]) -> None:
    digits, born, sex = issue
    assert readers.nik(digits, TODAY) == digits
    assert parse(digits, TODAY) == Nik(digits, born, sex)


@given(numbers(), st.sampled_from([" ", ".", "-", "\u00a0", "\u200b", "\n"]), st.integers(1, 15))
def test_what_people_put_between_the_digits_does_not_matter(issue: tuple[str, date, Sex], gap: str, at: int) -> None:
    digits = issue[0]
    assert readers.nik(f" {digits[:at]}{gap}{digits[at:]} ", TODAY) == digits


@given(st.integers(0, 99), st.sampled_from(["08", "02", "04"]))
def test_only_days_that_exist_for_a_man_or_a_woman_pass(day: int, month: str) -> None:
    days = {"08": 31, "02": 28, "04": 30}[month]
    exists = 1 <= day <= days or 41 <= day <= 40 + days
    assert (parse(f"337501{day:02}{month}990001", TODAY) is not None) == exists


@pytest.mark.parametrize("day", ["00", "32", "35", "40", "72", "81", "99"])
def test_a_day_that_cannot_be_is_refused(day: str) -> None:
    assert "its date or region cannot be" in why_not(f"337501{day}08990001")


@pytest.mark.parametrize("month", ["00", "13", "99"])
def test_a_month_that_cannot_be_is_refused(month: str) -> None:
    assert "its date or region cannot be" in why_not(f"33750117{month}990001")


@pytest.mark.parametrize("day", ["300299", "290299", "690299", "310499", "710499"])
def test_a_date_that_no_calendar_has_is_refused(day: str) -> None:
    assert "its date or region cannot be" in why_not(f"337501{day}0001")


def test_the_leap_day_is_a_date_in_a_leap_year_of_either_century() -> None:
    assert parse("3375012902000001", TODAY) == Nik("3375012902000001", date(2000, 2, 29), Sex.MALE)
    assert parse("3375016902960001", TODAY) == Nik("3375016902960001", date(1996, 2, 29), Sex.FEMALE)


def test_the_century_is_the_one_that_has_begun() -> None:
    assert [_born(year) for year in ("05", "26", "27", "99")] == [2005, 2026, 1927, 1999]
    later = parse("3375010712260001", TODAY)
    assert later is not None
    assert later.birth_date == date(1926, 12, 7), "December 2026 is still to come"


def _born(year: str) -> int:
    nik = parse(f"3375010708{year}0001", TODAY)
    assert nik is not None
    return nik.birth_date.year


@pytest.mark.parametrize("prefix", ["003301", "203301", "993301", "330001", "337500"])
def test_a_place_that_cannot_be_is_refused(prefix: str) -> None:
    assert "its date or region cannot be" in why_not(f"{prefix}1708990001")


def test_no_number_ends_in_four_zeros() -> None:
    assert "its date or region cannot be" in why_not("3375011708990000")


@given(st.integers(1, 40))
def test_another_length_is_refused_with_how_many_there_are(length: int) -> None:
    assume(length != 16)
    assert f"this one has {length}" in why_not("3" * length)


FULL_WIDTH = "".join(chr(0xFF10 + int(digit)) for digit in "3375011708990001")
ARABIC = "\u0661"


@pytest.mark.parametrize(
    "typed", ["", "NIK saya", "33750117O8990001", FULL_WIDTH, f"337501170899000{ARABIC}", "3375+117089900.1"]
)
def test_letters_and_the_digits_of_other_scripts_are_refused(typed: str) -> None:
    assert why_not(typed) == "A NIK is 16 digits, without letters. It stands at the top of your KTP."


def why_not(typed: str) -> str:
    return refusal(readers.nik(typed, TODAY))
