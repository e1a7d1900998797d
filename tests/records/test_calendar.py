"""The calendar: nothing goes out at night, on Friday noon, on holidays or around Eid; nor later than it could."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records import profile
from records.calendar import Calendar, Hours, Period

JAKARTA = ZoneInfo("Asia/Jakarta")
# Idulfitri as announced (2027: as estimated), told here once more and by hand.
EID = {date(2024, 4, 10), date(2025, 3, 31), date(2026, 3, 21), date(2027, 3, 10)}
RAMADAN = ((date(2026, 2, 19), date(2026, 3, 20)), (date(2027, 2, 8), date(2027, 3, 9)))
CLOSED = date(2026, 10, 5)
calendar = Calendar(
    zone=JAKARTA,
    hours=(Hours(time(8), time(11, 30)), Hours(time(13), time(17, 15))),
    friday_pause=Hours(time(11), time(13, 30)),
    ramadan_hours=(Hours(time(9), time(16, 30)),),
    ramadan=tuple(Period(*days) for days in RAMADAN),
    closed=(CLOSED,),
)
moments = st.datetimes(datetime(2024, 1, 2), datetime(2027, 12, 1), timezones=st.just(JAKARTA))  # noqa: DTZ001


def local(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=JAKARTA)


@cache
def open_minutes(day: date) -> frozenset[int]:
    """The slow model: the minutes of a day at which something may be sent, by the rules as they are told."""
    resting = holidays.country_holidays("ID", years=day.year, categories=("public", "government"))
    if day in resting or day == CLOSED or any(-3 <= (day - eid).days <= 8 for eid in EID):
        return frozenset()
    fasting = any(first <= day <= last for first, last in RAMADAN)
    morning, evening = (9 * 60, 16 * 60 + 30) if fasting else (8 * 60, 17 * 60 + 15)
    minutes = {minute for minute in range(morning, evening) if fasting or not 11 * 60 + 30 <= minute < 13 * 60}
    if day.weekday() == 4:
        minutes -= set(range(11 * 60, 13 * 60 + 30))
    return frozenset(minutes)


def model_allows(moment: datetime) -> bool:
    here = moment.astimezone(JAKARTA)
    return here.hour * 60 + here.minute in open_minutes(here.date())


def model_next(moment: datetime) -> datetime:
    if model_allows(moment):
        return moment
    minute = moment.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while not model_allows(minute):
        minute += timedelta(minutes=1)
    return minute


@settings(max_examples=300)
@given(moment=moments)
def test_a_moment_is_allowed_exactly_when_the_rules_say_so(moment: datetime) -> None:
    assert calendar.allows(moment) == model_allows(moment)


@settings(max_examples=150, deadline=None)
@given(moment=moments)
def test_the_next_allowed_moment_is_the_first_that_minute_after_minute_finds(moment: datetime) -> None:
    found = calendar.next_allowed(moment)
    assert found == model_next(moment)
    assert found >= moment
    assert calendar.allows(found)
    assert calendar.next_allowed(found) == found


@given(moment=moments, hours=st.integers(-12, 14))
def test_it_does_not_matter_in_which_time_zone_a_moment_is_told(moment: datetime, hours: int) -> None:
    abroad = moment.astimezone(timezone(timedelta(hours=hours)))
    assert calendar.next_allowed(abroad) == calendar.next_allowed(moment)
    assert calendar.allows(abroad) == calendar.allows(moment)


@given(first=moments, second=moments)
def test_what_comes_earlier_is_not_sent_later(first: datetime, second: datetime) -> None:
    early, late = sorted((first, second))
    assert calendar.next_allowed(early) <= calendar.next_allowed(late)


def test_pekalongan_never_changes_its_clocks() -> None:
    offsets = {
        datetime(year, month, 1, tzinfo=JAKARTA).utcoffset() for year in range(2024, 2035) for month in (1, 4, 7)
    }
    assert offsets == {timedelta(hours=7)}


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("2026-07-01 07:59:59", "2026-07-01 08:00"),
        ("2026-07-01 08:00", "2026-07-01 08:00"),
        ("2026-07-01 11:29:59", "2026-07-01 11:29:59"),
        ("2026-07-01 11:30", "2026-07-01 13:00"),
        ("2026-07-01 17:15", "2026-07-02 08:00"),
        ("2026-07-03 10:59", "2026-07-03 10:59"),  # a Friday
        ("2026-07-03 11:00", "2026-07-03 13:30"),
        ("2026-02-19 08:00", "2026-02-19 09:00"),  # the first day of Ramadan
        ("2026-02-18 08:00", "2026-02-18 08:00"),
        ("2026-02-19 12:15", "2026-02-19 12:15"),
        ("2026-02-19 16:30", "2026-02-20 09:00"),
        ("2026-02-20 11:00", "2026-02-20 13:30"),  # a Friday in Ramadan
        ("2026-08-17 09:00", "2026-08-18 08:00"),  # Independence Day
        ("2026-12-24 09:00", "2026-12-26 08:00"),  # shared leave, then Christmas
        ("2026-10-05 09:00", "2026-10-06 08:00"),  # closed by the profile
        ("2026-07-04 09:00", "2026-07-04 09:00"),  # a Saturday
    ],
)
def test_the_hours_hold_to_the_minute(asked: str, sent: str) -> None:
    assert calendar.next_allowed(local(asked)) == local(sent)


def test_around_eid_2026_nothing_is_sent_from_the_third_day_before_to_the_eighth_after() -> None:
    silent = [date(2026, 3, 1) + timedelta(days=ahead) for ahead in range(40)]
    silent = [day for day in silent if calendar.is_closed(day)]
    assert silent == [date(2026, 3, 18) + timedelta(days=ahead) for ahead in range(12)] + [
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 5),  # Easter
    ]
    assert calendar.next_allowed(local("2026-03-17 16:30")) == local("2026-03-30 08:00")


def test_a_year_with_two_eids_is_silent_twice() -> None:
    assert calendar.is_closed(date(2032, 12, 31))  # three days before 3 January 2033
    assert calendar.is_closed(date(2033, 12, 31))  # eight days after 23 December 2033
    assert not calendar.is_closed(date(2033, 12, 19))


def test_the_days_around_eid_are_the_profiles() -> None:
    alone = Calendar(
        JAKARTA, calendar.hours, calendar.friday_pause, calendar.hours, eid_days_before=0, eid_days_after=0
    )
    assert not alone.is_closed(date(2026, 3, 29))
    assert alone.is_closed(date(2026, 3, 21))


def test_the_profile_that_ships_keeps_these_rules() -> None:
    shipped = profile.load().calendar.calendar(JAKARTA)
    for ahead in range(0, 600 * 24, 5):
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=ahead)
        if moment.astimezone(JAKARTA).date() != CLOSED:
            assert shipped.allows(moment) == model_allows(moment)


def test_a_centre_may_work_through_national_holidays_and_eid() -> None:
    working = Calendar(JAKARTA, calendar.hours, calendar.friday_pause, calendar.hours, national_holidays=False)
    assert not working.is_closed(date(2026, 3, 21))
    assert not working.is_closed(date(2026, 8, 17))
    assert replace(working, closed=(date(2026, 8, 18),)).is_closed(date(2026, 8, 18))
