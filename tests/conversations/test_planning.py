"""What is typed when the calendar or the minimum wage is changed: read however it is written, or refused kindly."""

from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.planning import calendar_examples, calendar_fields, wage_page
from conversations.planning.effect import periods
from conversations.planning.rupiah import rupiah
from conversations.script import Misread
from records import profile
from records.calendar_changes import ChangeKind, Part
from tests.conversations.speaker import refusal

TODAY = date(2026, 10, 6)
CALENDAR = profile.load().calendar.calendar(ZoneInfo("Asia/Jakarta"))
LEAST, MOST = 1_000_000, 20_000_000


@pytest.mark.parametrize(
    "typed", ["2.700.926", "2700926", "Rp2.700.926", "Rp 2.700.926,-", "rp. 2 700 926", "2.700.926 rupiah"]
)
def test_an_amount_is_read_however_it_is_written(typed: str) -> None:
    assert rupiah(typed, LEAST, MOST) == "2700926"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("Rp2,7 juta", 2_700_000),
        ("2.7jt", 2_700_000),
        ("3 juta", 3_000_000),
        ("2,75 jt", 2_750_000),
        ("2700 ribu", 2_700_000),
    ],
)
def test_an_amount_may_have_a_unit(typed: str, amount: int) -> None:
    assert rupiah(typed, LEAST, MOST) == str(amount)


@pytest.mark.parametrize("typed", ["", "banyak", "2,7", "juta", "-2700926", "2.70.926", "1e9", "2.700.926 juta"])
def test_what_is_no_amount_is_refused_with_an_example(typed: str) -> None:
    assert "2.700.926" in refusal(rupiah(typed, LEAST, MOST))


@pytest.mark.parametrize("typed", ["999.999", "20.000.001", "270 juta"])
def test_an_amount_that_cannot_be_is_refused(typed: str) -> None:
    assert "Please write an amount from" in refusal(rupiah(typed, LEAST, MOST))


@given(st.integers(LEAST, MOST))
def test_every_amount_reads_as_itself_and_as_it_is_usually_written(amount: int) -> None:
    assert rupiah(str(amount), LEAST, MOST) == str(amount)
    assert rupiah(f"Rp{amount:,}".replace(",", "."), LEAST, MOST) == str(amount)


@settings(deadline=None)  # the package of holidays is loaded with the first example
@given(st.text(alphabet=" 0123456789-–.:,;&dansmpirpjtub", max_size=40))
def test_whatever_is_typed_is_kept_as_something_that_reads_as_itself_or_refused(typed: str) -> None:
    for part in Part:
        found = calendar_fields.spans(typed, part)
        assert isinstance(found, Misread) or calendar_fields.spans(found, part) == found
    amount = rupiah(typed, LEAST, MOST)
    assert isinstance(amount, Misread) or rupiah(amount, LEAST, MOST) == amount
    for kind in ChangeKind:
        day = calendar_fields.first_day(typed, kind, TODAY, CALENDAR)
        assert isinstance(day, Misread) or calendar_fields.first_day(day, kind, TODAY, CALENDAR) == day


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("08.00-11.30 dan 13.00-17.15", "08:00-11:30,13:00-17:15"),
        ("8-11.30, 13-17.15", "08:00-11:30,13:00-17:15"),
        ("9.00 s/d 16.30", "09:00-16:30"),
    ],
)
def test_hours_are_read_however_they_are_written(typed: str, kept: str) -> None:
    assert calendar_fields.spans(typed, Part.USUAL) == kept


def test_hours_that_cannot_be_are_refused() -> None:
    assert "overlapping" in refusal(calendar_fields.spans("8.00-12.00 dan 11.00-17.00", Part.USUAL))
    assert "at night" in refusal(calendar_fields.spans("20.00-23.00", Part.NOTICES))
    assert "one span" in refusal(calendar_fields.spans("11.00-12.00, 13.00-13.30", Part.FRIDAY))


def test_ramadan_lasts_29_or_30_days() -> None:
    first = date(2027, 2, 8)
    assert calendar_fields.last_day("8-3-2027", ChangeKind.RAMADAN, first) == "2027-03-08"
    assert "from 8 March 2027 to 9 March 2027" in refusal(
        calendar_fields.last_day("10-3-2027", ChangeKind.RAMADAN, first)
    )


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 3, 1))))
def test_days_are_told_as_periods_that_hold_just_these_days(days: set[date]) -> None:
    found = list(periods(sorted(days)))
    told = [date.fromordinal(day) for first, last in found for day in range(first.toordinal(), last.toordinal() + 1)]
    assert told == sorted(days)
    assert all((later[0] - earlier[1]).days > 1 for earlier, later in pairwise(found))


@pytest.mark.parametrize(
    ("today", "missing"),
    [(date(2026, 11, 30), None), (date(2026, 12, 1), 2027), (date(2027, 1, 5), 2027), (date(2026, 1, 1), None)],
)
def test_next_years_wage_is_missed_from_december_on(today: date, missing: int | None) -> None:
    assert wage_page.missing({2026: 2_700_926}, today) == missing
    assert wage_page.missing({2026: 2_700_926, 2027: 2_900_000}, today) is None


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.sampled_from(ChangeKind))
@settings(deadline=None)
def test_every_example_lies_ahead_and_could_be_typed_as_it_stands(today: date, kind: ChangeKind) -> None:
    shown = calendar_examples.example(kind, today, CALENDAR)
    assert shown >= today
    assert calendar_fields.first_day(f"{shown:%d-%m-%Y}", kind, today, CALENDAR) == shown.isoformat()
