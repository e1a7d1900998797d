"""Dates of birth: however they are written, in Indonesian or English; the impossible is refused with why."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations import readers
from tests.conversations.speaker import refusal

TODAY = date(2026, 10, 6)
INDONESIAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
ENGLISH = "January February March April May June July August September October November December"


def test_a_month_has_its_name_in_both_languages_and_in_the_old_spelling() -> None:
    for names in (INDONESIAN, ENGLISH):
        for number, name in enumerate(names.split(), 1):
            for typed in (f"5 {name} 1999", f"5 {name[:3].upper()} 1999", f"5-{name.lower()}-1999"):
                assert readers.birth_date(typed, TODAY) == date(1999, number, 5).isoformat()
    for typed, number in (("5 Pebruari 1999", 2), ("5 Nopember 1999", 11), ("5 Agt 1999", 8)):
        assert readers.birth_date(typed, TODAY) == date(1999, number, 5).isoformat()


@pytest.mark.parametrize(
    "typed", ["17-8-1999", "17-08-1999", "17/8/1999", "17.8.1999", "17 8 1999", " 17 - 8 - 1999 ", "1999-08-17"]
)
def test_a_date_is_read_however_it_is_written(typed: str) -> None:
    assert readers.birth_date(typed, TODAY) == "1999-08-17"


@pytest.mark.parametrize(
    "typed",
    [
        *("", "17", "1999", "17-8", "17-8-99", "0-1-1999", "1-0-1999", "17-13-1999"),
        *("17-8-0000", "17-8-19999", "17 Ramadan 1420", "kemarin", "17-8-1999 pagi", "8/17/1999", "-17-8-1999"),
    ],
)
def test_what_is_no_date_is_refused_with_an_example(typed: str) -> None:
    assert "for example 17-8-1999" in refusal(readers.birth_date(typed, TODAY))


@pytest.mark.parametrize("typed", ["31-2-1999", "29-2-2001", "31/04/1999", "30 2 2000"])
def test_a_day_that_its_month_lacks_is_refused_as_such(typed: str) -> None:
    assert "There is no such day" in refusal(readers.birth_date(typed, TODAY))


def test_a_date_of_birth_lies_in_the_past_but_not_too_far() -> None:
    assert "still lies ahead" in refusal(readers.birth_date("6-10-2026", TODAY))
    assert "still lies ahead" in refusal(readers.birth_date("7-10-2026", TODAY))
    assert readers.birth_date("5-10-2026", TODAY) == "2026-10-05"
    assert readers.birth_date("1-1-1926", TODAY) == "1926-01-01"
    assert "more than 100 years ago" in refusal(readers.birth_date("31-12-1925", TODAY))


@given(st.dates(date(1926, 1, 1), TODAY - timedelta(days=1)))
def test_every_date_is_read_as_it_is_usually_written(day: date) -> None:
    assert readers.birth_date(f"{day.day}-{day.month}-{day.year}", TODAY) == day.isoformat()
    assert readers.birth_date(day.isoformat(), TODAY) == day.isoformat()
