"""Arrival: the last message goes out when the pace says so, and never outside the hours."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from records import arrival
from records.calendar import Calendar, Hours
from tests.examples import few

ZONE = ZoneInfo("Asia/Jakarta")
CALENDAR = Calendar(
    zone=ZONE,
    hours=(Hours(time(8), time(11, 30)), Hours(time(13), time(17, 15))),
    friday_pause=Hours(time(11), time(13, 30)),
    ramadan_hours=(Hours(time(9), time(16, 30)),),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)).map(lambda at: at.replace(tzinfo=ZONE))  # noqa: DTZ001
WORK = st.timedeltas(timedelta(0), timedelta(days=2))


@few(100)
@given(
    pending=st.integers(0, 10**6),
    settled=st.integers(0, 10**5),
    within=st.timedeltas(timedelta(0), timedelta(minutes=1)),
)
def test_what_is_left_takes_as_long_a_message_as_what_was_seen(pending: int, settled: int, within: timedelta) -> None:
    left = arrival.time_left(pending, settled, within)
    if pending == 0:
        assert left == timedelta(0)
    elif left is None:
        assert settled == 0 or within < arrival.SHORTEST or within * pending / settled > arrival.FARTHEST
    else:
        assert abs(left * settled - within * pending) <= timedelta(microseconds=max(settled, pending))


@few(60)
@given(moment=MOMENTS, work=WORK)
def test_it_ends_within_the_hours_after_exactly_so_much_work(moment: datetime, work: timedelta) -> None:
    ends = arrival.after(CALENDAR, moment, work)
    assert ends >= moment + work
    assert CALENDAR.allows(ends - timedelta(microseconds=1)) or work == timedelta(0)
    assert _open_time(moment, ends) == work


def _open_time(begins: datetime, ends: datetime) -> timedelta:
    """How much of the hours lies between two instants."""
    day, total = begins.date(), timedelta(0)
    while day <= ends.date():
        for span in CALENDAR.hours_of(day):
            first = max(begins, datetime.combine(day, span.begin, ZONE))
            last = min(ends, datetime.combine(day, span.end, ZONE))
            total += max(timedelta(0), last - first)
        day += timedelta(days=1)
    return total


@few(40)
@given(moment=MOMENTS, work=WORK, more=WORK)
def test_more_work_never_ends_earlier(moment: datetime, work: timedelta, more: timedelta) -> None:
    assert arrival.after(CALENDAR, moment, work) <= arrival.after(CALENDAR, moment, work + more)
