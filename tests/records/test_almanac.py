"""The almanac: what staff decide of the calendar holds at once, the later decision wins, and all can be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records import calendar_changes, profile
from records.almanac import Almanac, changed
from records.calendar import Cause
from records.calendar_changes import CalendarChange, ChangeKind, Part, Wanted
from records.database import Database
from records.rescheduling import Change
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

ZONE = ZoneInfo("Asia/Jakarta")
PROFILE = profile.load().calendar.calendar(ZONE)
DAY = date(2026, 12, 7)
FIRST, LAST = date(2026, 10, 1), date(2027, 12, 31)
days = st.dates(FIRST, LAST)


def change(kind: ChangeKind, first: date, last: date | None = None, **more: object) -> CalendarChange:
    return CalendarChange(kind=kind.value, first=first, last=last or first, reason="why", **more)


def hours(part: Part, first: date, kept: str) -> CalendarChange:
    return change(ChangeKind.HOURS, first, part=part.value, hours=kept)


@st.composite
def decisions(draw: st.DrawFn) -> CalendarChange:
    """Any change that staff can make."""
    kind, first = draw(st.sampled_from(ChangeKind)), draw(days)
    if kind is ChangeKind.HOURS:
        part = draw(st.sampled_from(Part))
        usual = st.sampled_from(("08:00-11:30,13:00-17:15", "09:00-16:30", "07:00-10:00"))
        return hours(part, first, draw(st.just("11:00-13:30") if part is Part.FRIDAY else usual))
    long = draw(st.integers(0, 20)) if kind in (ChangeKind.CLOSED, ChangeKind.OPEN) else 29
    return change(kind, first, first + timedelta(days=long))


made = st.lists(decisions(), max_size=6)
moments = st.datetimes(datetime(2026, 10, 1), datetime(2027, 12, 1), timezones=st.just(ZONE))  # noqa: DTZ001


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZONE)


@settings(max_examples=60, deadline=None)
@given(changes=made, moment=moments)
def test_whatever_was_decided_the_next_allowed_instant_is_allowed_and_the_first(
    changes: Sequence[CalendarChange], moment: datetime
) -> None:
    for calendar in (changed(PROFILE, changes), changed(PROFILE, changes).urgent):
        found = calendar.next_allowed(moment)
        assert calendar.allows(found)
        assert found >= moment
        between = (found - moment) / 2
        assert found == moment or not calendar.allows(moment + between) or between < timedelta(microseconds=1)


@settings(max_examples=60, deadline=None)
@given(changes=made, day=days)
def test_a_day_that_was_closed_last_never_allows_and_one_that_was_opened_does(
    changes: Sequence[CalendarChange], day: date
) -> None:
    shut = changed(PROFILE, [*changes, change(ChangeKind.CLOSED, day)])
    assert not any(shut.allows(at(day, hour)) or shut.urgent.allows(at(day, hour)) for hour in range(24))
    opened = changed(PROFILE, [*changes, change(ChangeKind.OPEN, day)])
    assert any(opened.allows(at(day, hour)) for hour in range(24))


@settings(max_examples=60, deadline=None)
@given(before=made, after=made, due=moments, now=moments)
def test_what_is_due_moves_to_an_allowed_instant_and_moves_no_further(
    before: Sequence[CalendarChange], after: Sequence[CalendarChange], due: datetime, now: datetime
) -> None:
    old, new = changed(PROFILE, before), changed(PROFILE, after)
    due = old.next_allowed(due)
    moved = Change(old, new, now, timedelta(days=21)).moved(due)
    assert moved == due or new.allows(moved)
    assert Change(new, new, now, timedelta(days=21)).moved(moved) == moved


def test_of_two_decisions_about_a_day_the_later_wins() -> None:
    shut, opened = change(ChangeKind.CLOSED, DAY), change(ChangeKind.OPEN, DAY)
    assert changed(PROFILE, [opened, shut]).is_closed(DAY)
    assert not changed(PROFILE, [shut, opened]).is_closed(DAY)


def test_a_holiday_that_is_worked_has_its_usual_hours() -> None:
    christmas_leave = date(2026, 12, 24)
    closed = PROFILE.why_closed(christmas_leave)
    assert closed is not None
    assert (closed.cause, closed.words) == (Cause.HOLIDAY, "Cuti Bersama Hari Raya Natal")
    opened = changed(PROFILE, [change(ChangeKind.OPEN, christmas_leave)])
    assert opened.hours_of(christmas_leave) == PROFILE.hours


def test_eid_goes_to_the_day_that_staff_set_with_the_days_around_it() -> None:
    moved = changed(PROFILE, [change(ChangeKind.EID, date(2027, 3, 13))])
    around = [date(2027, 3, 1) + timedelta(days=ahead) for ahead in range(31)]
    # 8 March is Nyepi, 9 March was decreed as shared leave: neither follows Eid. 26 and 28 March: Good Friday, Easter.
    other = {date(2027, 3, day) for day in (8, 9, 25, 26, 28)}
    assert {day for day in around if moved.is_closed(day)} == other | {date(2027, 3, day) for day in range(10, 22)}
    eid = moved.why_closed(date(2027, 3, 13))
    assert eid is not None
    assert eid.cause is Cause.HOLIDAY
    assert {day for day in around if PROFILE.is_closed(day)} == other | {date(2027, 3, day) for day in range(7, 19)}


def test_the_estimated_day_of_eid_is_no_holiday_once_another_was_set() -> None:
    alone = replace(PROFILE, eid_days_before=0, eid_days_after=0)
    moved = changed(alone, [change(ChangeKind.EID, date(2027, 3, 13))])
    found = [day for day in range(10, 15) if moved.is_closed(date(2027, 3, day))]
    assert found == [12, 13, 14]  # the 12th is decreed as shared leave


def test_ramadan_that_staff_set_takes_the_place_of_the_one_that_was_known() -> None:
    corrected = changed(PROFILE, [change(ChangeKind.RAMADAN, date(2027, 2, 9), date(2027, 3, 10))])
    assert not corrected.is_ramadan(date(2027, 2, 8))
    assert corrected.is_ramadan(date(2027, 3, 10))
    assert corrected.is_ramadan(date(2026, 3, 1))
    assert corrected.allows(at(date(2027, 2, 8), 8))


def test_hours_hold_from_their_day_on_until_they_are_changed_again() -> None:
    changes = [
        hours(Part.USUAL, date(2027, 1, 11), "07:30-12:00"),
        hours(Part.USUAL, date(2027, 1, 4), "10:00-12:00"),
        hours(Part.NOTICES, date(2027, 1, 6), "09:00-18:00"),
    ]
    calendar = changed(PROFILE, changes)

    def begins(day: int) -> time:
        return calendar.hours_of(date(2027, 1, day))[0].begin

    assert [begins(day) for day in (2, 4, 6, 11, 12)] == [time(8), time(10), time(10), time(7, 30), time(7, 30)]
    assert calendar.urgent.next_allowed(at(date(2027, 1, 4), 19)) == at(date(2027, 1, 4), 19)
    assert calendar.urgent.next_allowed(at(date(2027, 1, 6), 19)) == at(date(2027, 1, 7), 9)


def _proposed(session: Session, vault: Vault) -> tuple[int, int]:
    officer = Town(session, vault).officer()
    wanted = Wanted(ChangeKind.CLOSED, DAY, DAY + timedelta(days=2), "flood")
    return calendar_changes.propose(session, wanted, officer.id, NOON).id, officer.id


async def test_a_proposal_holds_once_it_is_confirmed_until_it_is_taken_back(database: Database, vault: Vault) -> None:
    almanac = Almanac(PROFILE)
    change_id, officer_id = await database.write(_proposed, vault)
    assert not await database.read(almanac.read)
    assert await database.write(calendar_changes.confirm, change_id, NOON)
    assert not await database.write(calendar_changes.confirm, change_id, NOON)
    assert await database.read(almanac.is_behind)
    assert await database.read(almanac.read)
    assert almanac.calendar.is_closed(DAY + timedelta(days=2))
    assert not await database.read(almanac.read)
    assert await database.write(calendar_changes.withdraw, change_id, officer_id, NOON)
    assert not await database.write(calendar_changes.withdraw, change_id, officer_id, NOON)
    assert await database.read(almanac.read)
    assert almanac.calendar == PROFILE


async def test_a_proposal_that_was_dropped_cannot_be_confirmed(database: Database, vault: Vault) -> None:
    change_id, officer_id = await database.write(_proposed, vault)
    assert await database.write(calendar_changes.withdraw, change_id, officer_id, NOON)
    assert not await database.write(calendar_changes.confirm, change_id, NOON)
    assert await database.read(calendar_changes.standing) == []


async def test_two_processes_see_the_same_calendar(databases: list[Database], vault: Vault) -> None:
    one, other = Almanac(PROFILE), Almanac(PROFILE)
    change_id, _officer = await databases[0].write(_proposed, vault)
    await databases[0].write(calendar_changes.confirm, change_id, datetime(2026, 10, 6, tzinfo=UTC))
    assert await databases[0].read(one.read)
    assert await databases[1].read(other.read)
    assert one.calendar == other.calendar


def test_without_a_change_the_calendar_is_the_profiles() -> None:
    assert changed(PROFILE, []) == PROFILE
