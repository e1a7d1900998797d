"""Follow-ups: who is asked when, and when it is enough."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import askings, covering, due_steps, followups, ladder, planning
from records.askings import Asked
from records.calendar import Calendar
from records.database import Database
from records.due_steps import Due
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.profile import load
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

JAKARTA = ZoneInfo("Asia/Jakarta")
WAVES = (1, 3, 6, 12)
ENDED = date(2026, 5, 29)


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load().calendar.calendar(JAKARTA)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=JAKARTA)


def _plan(
    session: Session, vault: Vault, calendar: Calendar, now: datetime = NOON, classes: int = 1
) -> list[Enrolment]:
    """One graduate of so many classes, with her waves."""
    town = Town(session, vault)
    person = town.person("Siti Contoh", chat_id=9)
    programme = town.programme("Menjahit")
    graduated = [town.graduate(town.a_class(programme=programme), person, ENDED) for _ in range(classes)]
    for enrolment in graduated:
        planning.plan(session, enrolment, WAVES, calendar, now)
    return graduated


def _all(session: Session) -> list[Followup]:
    return list(session.scalars(select(Followup).order_by(Followup.id)))


async def _due(database: Database, now: datetime) -> list[Due]:
    return await database.read(due_steps.due, now, 100)


def _taken(session: Session, due: Due, calendar: Calendar, now: datetime) -> bool:
    taken = ladder.step_taken(session.get_one(Followup, due.id), due.step, calendar, now)
    session.flush()
    return taken


async def _state(database: Database, followup_id: int) -> str:
    return (await database.read(lambda session: session.get_one(Followup, followup_id))).state


async def test_waves_come_so_many_months_after_the_end_in_the_morning(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, at("2026-05-29 12:00"))
    planned = [(one.wave, one.due_at, one.state) for one in await database.read(_all)]
    assert planned == [
        (1, at("2026-06-29 09:00"), "planned"),
        (3, at("2026-08-29 09:00"), "planned"),
        (6, at("2026-11-29 09:00"), "planned"),  # a Sunday
        (12, at("2027-05-29 09:00"), "planned"),
    ]


async def test_waves_that_have_passed_are_kept_as_passed_and_not_asked(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, at("2026-09-01 12:00"))
    states = [(one.wave, one.state) for one in await database.read(_all)]
    assert states == [(1, "passed"), (3, "passed"), (6, "planned"), (12, "planned")]
    assert await _due(database, at("2026-11-01 12:00")) == []


@pytest.mark.parametrize(
    ("ended", "wave", "asked"),
    [
        (date(2026, 8, 31), 6, "2027-02-28 09:00"),  # the last day of a shorter month; nine is allowed in Ramadan
        (date(2026, 2, 21), 1, "2026-03-30 08:00"),  # Eid and the days after
        (date(2026, 7, 17), 1, "2026-08-18 08:00"),  # Independence Day
        (date(2026, 3, 30), 1, "2026-04-30 09:00"),
    ],
)
def test_a_wave_moves_on_to_the_next_allowed_time(ended: date, wave: int, asked: str, calendar: Calendar) -> None:
    assert planning.first_instant(ended, wave, calendar) == at(asked)


async def test_training_that_did_not_end_cannot_be_followed_up(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    def plan(session: Session) -> None:
        town = Town(session, vault)
        planning.plan(session, town.participant(town.a_class()), WAVES, calendar, NOON)

    with pytest.raises(ValueError, match="only a training that ended"):
        await database.write(plan)


async def test_what_is_due_is_asked_of_the_clock_and_catches_up_after_an_outage(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, at("2026-05-29 12:00"))
    assert await _due(database, at("2026-06-29 08:59:59")) == []
    assert await database.read(due_steps.next_due, at("2026-06-29 08:59:59")) == at("2026-06-29 09:00")
    assert [one.wave for one in await _due(database, at("2026-06-29 09:00"))] == [1]
    assert await database.read(due_steps.next_due, at("2026-06-29 09:00")) == at("2026-08-29 09:00")
    assert [one.wave for one in await _due(database, at("2026-12-31 09:00"))] == [1, 3, 6]
    assert [one.wave for one in await database.read(due_steps.due, at("2026-12-31 09:00"), 2)] == [1, 3]


async def test_steps_are_counted_from_the_first_asking_and_end_in_silence(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar)
    now = at("2026-09-01 09:30")
    (first,) = await _due(database, now)
    await database.write(_taken, first, calendar, now)
    assert await _due(database, at("2026-09-04 09:29")) == []
    friday_noon = at("2026-09-04 12:00")  # late by a few hours: the count still goes from the first asking
    (second,) = await _due(database, friday_noon)
    assert (second.id, second.step) == (first.id, 1)
    await database.write(_taken, second, calendar, friday_noon)
    (third,) = await _due(database, at("2026-09-08 09:30"))
    assert await _due(database, at("2026-09-08 09:29")) == []
    await database.write(_taken, third, calendar, at("2026-09-08 09:30"))
    (last,) = await _due(database, at("2026-09-15 09:30"))
    assert (last.id, last.step) == (first.id, len(followups.LADDER_DAYS))
    assert await _due(database, at("2026-09-15 09:29")) == []
    await database.write(followups.end, last.id, FollowupState.SILENT)
    assert await _due(database, at("2026-09-16 09:30")) == []


async def test_a_step_is_taken_once(database: Database, vault: Vault, calendar: Calendar) -> None:
    await database.write(_plan, vault, calendar)
    now = at("2026-09-01 09:30")
    (first,) = await _due(database, now)
    for later in (now, now + timedelta(days=2)):
        await database.write(_taken, first, calendar, later)
    (kept,) = [one for one in await database.read(_all) if one.id == first.id]
    assert (kept.step, kept.first_asked_at, kept.due_at) == (1, now, at("2026-09-04 09:30"))


async def test_a_step_told_late_does_not_turn_the_ladder_back(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar)
    now = at("2026-09-01 09:30")
    (first,) = await _due(database, now)
    for due in (first, replace(first, step=1), first):
        await database.write(_taken, due, calendar, now)
    (kept,) = [one for one in await database.read(_all) if one.id == first.id]
    assert kept.step == 2


async def test_who_answered_between_two_steps_is_not_asked_again(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar)
    now = at("2026-09-01 09:30")
    (first,) = await _due(database, now)
    await database.write(_taken, first, calendar, now)
    await database.write(followups.end, first.id, FollowupState.ANSWERED)
    await database.write(_taken, replace(first, step=1), calendar, now + timedelta(days=3))
    assert await _state(database, first.id) == "answered"
    assert await _due(database, at("2026-09-30 09:30")) == []


async def test_a_late_answer_is_still_heard(database: Database, vault: Vault, calendar: Calendar) -> None:
    await database.write(_plan, vault, calendar)
    (first,) = await _due(database, at("2026-09-01 09:30"))
    await database.write(followups.end, first.id, FollowupState.SILENT)
    assert await database.read(askings.asked_about, first.id) is not None
    await database.write(followups.end, first.id, FollowupState.ANSWERED)
    assert await _state(database, first.id) == "answered"
    assert await database.read(askings.asked_about, first.id) is None


async def test_who_says_stop_is_never_asked_again_and_what_was_answered_stays(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, at("2026-05-29 12:00"))
    one, two, *_ = await database.read(_all)
    await database.write(followups.end, one.id, FollowupState.ANSWERED)
    assert not await database.read(followups.has_stopped, one.person_id)
    await database.write(followups.stop_person, one.person_id)
    assert [kept.state for kept in await database.read(_all)] == ["answered", "stopped", "stopped", "stopped"]
    assert await database.read(followups.has_stopped, one.person_id)
    assert await _due(database, at("2027-12-31 09:00")) == []
    await database.write(followups.end, two.id, FollowupState.ANSWERED)
    assert await _state(database, two.id) == "stopped"


async def test_one_person_is_asked_once_however_many_courses(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, NOON, 2)
    now = at("2026-09-01 09:30")
    first, second = await _due(database, now)
    assert await database.read(due_steps.asking, [first.person_id]) == {}
    await database.write(_taken, first, calendar, now)
    asking = await database.read(due_steps.asking, [second.person_id])
    assert asking[second.person_id].id == first.id
    await database.write(covering.cover, second.id, first.id)
    assert [one.wave for one in await _due(database, at("2026-09-05 09:30"))] == [3]
    assert [one.id for one in await database.read(covering.spoken_for, first.id)] == [first.id, second.id]


async def test_what_reaches_her_reaches_for_every_course_and_the_first_time_counts(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, NOON, 2)
    now = at("2026-09-01 09:30")
    first, second = await _due(database, now)
    await database.write(covering.cover, second.id, first.id)
    for later in (now, now + timedelta(days=3)):
        await database.write(covering.reached, first.id, later)
    kept = {one.id: one.reached_at for one in await database.read(_all)}
    assert (kept.pop(first.id), kept.pop(second.id)) == (now, now)
    assert set(kept.values()) == {None}


async def test_a_follow_up_covered_by_one_that_has_reached_her_has_reached_her_too(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    await database.write(_plan, vault, calendar, NOON, 2)
    now = at("2026-09-01 09:30")
    first, second = await _due(database, now)
    await database.write(covering.reached, first.id, now)
    await database.write(covering.cover, second.id, first.id)
    kept = {one.id: one.reached_at for one in await database.read(_all)}
    assert (kept[first.id], kept[second.id]) == (now, now)


async def test_a_follow_up_knows_whom_it_asks_about_what(database: Database, vault: Vault, calendar: Calendar) -> None:
    (enrolment,) = await database.write(_plan, vault, calendar)
    (first,) = await _due(database, at("2026-09-01 09:30"))
    asked = await database.read(askings.asked_about, first.id)
    assert asked == Asked(enrolment.id, enrolment.person_id, "Siti Contoh", None, "Menjahit", 3, 0)


async def test_a_wave_whose_window_is_still_open_is_asked_at_the_next_allowed_time(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    """A class that was closed late: month 1 passed ten days ago, and its window is three weeks."""

    def late(session: Session) -> list[tuple[int, datetime]]:
        (enrolment,) = _plan(session, vault, calendar, at("2030-01-01 08:00"))
        now = planning.first_instant(ENDED, 1, calendar) + timedelta(days=10)
        planning.plan(session, enrolment, WAVES, calendar, now, timedelta(days=21))
        return [(row.wave, row.due_at) for row in _all(session)]

    planned = dict(await database.write(late))
    assert set(planned) == set(WAVES)
    expected = calendar.next_allowed(planning.first_instant(ENDED, 1, calendar) + timedelta(days=10))
    assert planned[1] == expected


async def test_a_wave_whose_window_has_closed_is_not_asked(
    database: Database, vault: Vault, calendar: Calendar
) -> None:
    def late(session: Session) -> list[str]:
        (enrolment,) = _plan(session, vault, calendar, at("2030-01-01 08:00"))
        now = planning.first_instant(ENDED, 1, calendar) + timedelta(days=22)
        planning.plan(session, enrolment, WAVES, calendar, now, timedelta(days=21))
        return [row.state for row in _all(session)]

    assert await database.write(late) == ["passed", "planned", "planned", "planned"]
