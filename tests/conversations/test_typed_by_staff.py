"""Days, moments, numbers and points as staff type them; what is kept reads as itself, and nothing makes them fail."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations import dates, hours, points, readers, weekdays
from conversations.offering import class_fields
from conversations.script import Misread
from tests.conversations.speaker import refusal

TODAY = date(2026, 10, 6)
WORDS = st.text(alphabet=" 0123456789-/.,:@=!&abcdefghijklmnopqrstuvwxyz\u0663\u200b’", max_size=40)


@pytest.mark.parametrize(
    "typed",
    [
        *("3 November 2026", "3-11-2026", "03/11/26", "3.11.2026", "3 nov", "3 Nopember 2026", "2026-11-03"),
        *("Selasa, 3 November 2026", "selasa 3-11", "3 november 26"),
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert dates.day(typed, TODAY) == "2026-11-03"


def test_a_day_without_its_year_is_the_next_one() -> None:
    assert dates.day("6 oktober", TODAY) == "2026-10-06"
    assert dates.day("5 oktober", TODAY) == "2027-10-05"


@pytest.mark.parametrize("typed", ["besok", "", "3", "32-13", "3 Ramadan 2026", "November 2026", "-1-1-2026"])
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    assert "for example 3 November 2026" in refusal(dates.day(typed, TODAY))


def test_a_day_that_there_is_not_and_a_year_far_away_are_refused_as_such() -> None:
    assert "no such day" in refusal(dates.day("31-2-2027", TODAY))
    assert "year looks wrong" in refusal(dates.day("3-11-1999", TODAY))


@pytest.mark.parametrize(
    "typed",
    [
        *("3 November 2026 pukul 08.00", "3-11-2026 8:00", "3/11/26, 08.00 WIB", "3 nov jam 8", "3.11.2026 pkl. 8.00"),
        *("Selasa, 3 November 2026 pukul 08.00 WIB", "2026-11-03T08:00"),
    ],
)
def test_a_moment_is_read_however_it_is_written(typed: str) -> None:
    assert dates.moment(typed, TODAY, dates.DAY_ENDS) == "2026-11-03T08:00"


@pytest.mark.parametrize("typed", ["08.00", "8:00", "8", "pukul 08.00 WIB", "jam 8"])
def test_an_hour_is_read_however_it_is_written(typed: str) -> None:
    assert hours.hour(typed) == "08:00"


def test_a_day_ahead_is_not_past_and_not_far() -> None:
    assert dates.ahead("Selasa, 6-10-2026", TODAY) == "2026-10-06"
    for typed in ("5-10-2026", "1-1-2028"):
        assert "Please choose a day from" in refusal(dates.ahead(typed, TODAY))


def test_a_moment_without_a_time_is_the_beginning_or_the_end_of_the_day() -> None:
    assert dates.moment("3 11 2026", TODAY, dates.DAY_BEGINS) == "2026-11-03T00:00"
    assert dates.moment("3-11-2026", TODAY, dates.DAY_ENDS) == "2026-11-03T23:59"


@pytest.mark.parametrize("typed", ["3-11-2026 25.00", "3-11-2026 8.75", "08.00", "pagi", "3-11-2026 jam 24"])
def test_what_is_no_moment_is_refused_with_an_example(typed: str) -> None:
    assert "pukul 08.00" in refusal(dates.moment(typed, TODAY, time(0)))


@given(st.dates(date(2026, 1, 1), date(2031, 12, 31)), st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_moment_reads_as_itself_and_as_it_is_usually_written(day: date, at: time) -> None:
    kept = datetime.combine(day, at).isoformat(timespec="minutes")
    assert dates.moment(kept, TODAY, dates.DAY_ENDS) == kept
    assert dates.moment(f"{day:%d-%m-%Y} {at:%H.%M}", TODAY, dates.DAY_ENDS) == kept


@given(WORDS)
def test_whatever_is_typed_is_kept_as_something_that_reads_as_itself_or_refused(typed: str) -> None:
    for read in (
        lambda words: dates.day(words, TODAY),
        lambda words: dates.moment(words, TODAY, dates.DAY_ENDS),
        lambda words: dates.ahead(words, TODAY),
        hours.hour,
        hours.hours,
        weekdays.weekdays,
        lambda words: readers.count(words, 1, 500),
        points.point,
        class_fields.code,
    ):
        found = read(typed)
        assert isinstance(found, Misread) or read(found) == found


@pytest.mark.parametrize(
    "typed",
    [
        *("-6.889812, 109.674632", "-6,889812 109,674632", "-6.889812,109.674632"),
        *(
            "https://www.google.com/maps/place/BLK/@-6.889812,109.674632,17z",
            "https://maps.google.com/?q=-6.889812,109.674632",
            "https://www.google.com/maps/data=!3d-6.889812!4d109.674632",
        ),
    ],
)
def test_a_point_is_typed_or_copied_from_a_map(typed: str) -> None:
    assert points.point(typed) == "-6.889812, 109.674632"


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_reads_as_itself(latitude: float, longitude: float) -> None:
    kept = points.written(latitude, longitude)
    assert points.point(kept) == kept
