"""Seats: by number into the earliest sitting, never one too many, and a true place on the waiting list."""

import asyncio
from datetime import timedelta

from sqlalchemy.orm import Session

from records import applications, appointments, inviting, seats, sittings, waiting
from records.applications import ApplicationStatus
from records.appointments import Answer, Appointment
from records.database import Database
from records.inviting import Displaced, Invited
from records.seats import Full, Seated, Waits
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.exam import WRITTEN, Exam, exam

CROWD = 50


def _invite_all(session: Session, one: Exam) -> Invited:
    return inviting.invite_all(session, WRITTEN, one.cohort_id, one.class_id, one.officer, NOON)


def _seated(session: Session, sitting_id: int) -> tuple[int, list[int]]:
    """What the sitting counts, and the applications that hold a seat there."""
    found = sittings.by_id(session, sitting_id)
    assert found is not None
    return found.taken, [each.application_id for each in seats.of_sitting(session, sitting_id)]


def _appointment(session: Session, appointment_id: int) -> Appointment:
    found = appointments.by_id(session, appointment_id)
    assert found is not None
    return found


def _status(session: Session, application_id: int) -> str:
    found = applications.by_id(session, application_id)
    assert found is not None
    return found.status


async def test_the_checked_are_invited_by_number_into_the_earliest_sittings(database: Database, vault: Vault) -> None:
    one = await database.write(exam, vault, 5, 2, 2)
    invited = await database.write(_invite_all, one)
    assert (len(invited.appointments), invited.left) == (4, 1)
    assert await database.read(_seated, one.sittings[0]) == (2, list(one.applications[:2]))
    assert await database.read(_seated, one.sittings[1]) == (2, list(one.applications[2:4]))
    assert await database.read(_status, one.applications[3]) == ApplicationStatus.TEST_SCHEDULED.value
    assert await database.read(_status, one.applications[4]) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value
    assert await database.write(_invite_all, one) == Invited((), 1)


async def test_fifty_at_once_for_the_last_seat_by_four_processes(databases: list[Database], vault: Vault) -> None:
    one = await databases[0].write(exam, vault, CROWD, CROWD, 1)
    invited = await databases[0].write(_invite_all, one)
    wanted = one.sittings[1]
    outcomes = await asyncio.gather(
        *(
            databases[n % 4].write(seats.change, appointment, wanted, NOON)
            for n, appointment in enumerate(invited.appointments)
        )
    )
    assert sum(isinstance(outcome, Seated) for outcome in outcomes) == 1
    positions = sorted(outcome.position for outcome in outcomes if isinstance(outcome, Waits))
    assert positions == list(range(1, CROWD))
    assert (await databases[0].read(_seated, wanted))[0] == 1
    assert await databases[0].read(_seated, one.sittings[0]) == (0, [])
    for appointment, outcome in zip(invited.appointments, outcomes, strict=True):
        if isinstance(outcome, Waits):
            assert await databases[0].read(waiting.position, appointment) == outcome.position


async def test_fifty_freed_and_wanted_seats_at_once_are_never_given_twice(
    databases: list[Database], vault: Vault
) -> None:
    one = await databases[0].write(exam, vault, CROWD, 25, 25)
    invited = await databases[0].write(_invite_all, one)
    first, second = invited.appointments[:25], invited.appointments[25:]
    leaving = [databases[n % 4].write(seats.give_up, appointment) for n, appointment in enumerate(first)]
    coming = [
        databases[n % 4].write(seats.change, appointment, one.sittings[0], NOON) for n, appointment in enumerate(second)
    ]
    await asyncio.gather(*(each for pair in zip(leaving, coming, strict=True) for each in pair))
    await databases[0].write(inviting.promote, one.sittings[0], NOON)
    taken, holders = await databases[0].read(_seated, one.sittings[0])
    assert (taken, len(holders)) == (25, 25)
    assert await databases[0].read(_seated, one.sittings[1]) == (0, [])


async def test_one_may_change_once(database: Database, vault: Vault) -> None:
    one = await database.write(exam, vault, 1, 1, 1, 1)
    (hers,) = (await database.write(_invite_all, one)).appointments
    assert await database.write(seats.change, hers, one.sittings[1], NOON) == Seated(one.sittings[1])
    assert (await database.read(_appointment, hers)).answer == Answer.COMES.value
    assert await database.write(seats.change, hers, one.sittings[2], NOON) == Full()
    assert [(await database.read(_seated, each))[0] for each in one.sittings] == [0, 1, 0]


async def test_a_freed_seat_goes_to_whoever_waits_longest(database: Database, vault: Vault) -> None:
    one = await database.write(exam, vault, 3, 2, 1)
    a, b, c = (await database.write(_invite_all, one)).appointments
    assert await database.write(seats.change, a, one.sittings[1], NOON) == Waits(one.sittings[1], 1)
    assert await database.write(seats.change, b, one.sittings[1], NOON) == Waits(one.sittings[1], 2)
    assert await database.write(seats.give_up, c)
    assert not await database.write(seats.give_up, c)
    assert await database.write(inviting.promote, one.sittings[1], NOON) == [a]
    assert await database.read(waiting.position, b) == 1
    assert await database.read(waiting.position, a) is None
    assert await database.write(seats.come_back, b, NOON)
    assert await database.read(waiting.of_sitting, one.sittings[1]) == []
    assert [(await database.read(_seated, each))[0] for each in one.sittings] == [1, 1]


async def test_nobody_gets_into_a_sitting_that_has_begun_or_is_cancelled(database: Database, vault: Vault) -> None:
    one = await database.write(exam, vault, 1, 1, 1)
    (hers,) = (await database.write(_invite_all, one)).appointments
    assert await database.write(seats.change, hers, one.sittings[1], NOON + timedelta(days=2)) == Full()
    await database.write(sittings.end, one.sittings[1], sittings.SittingState.CANCELLED)
    assert await database.write(seats.change, hers, one.sittings[1], NOON) == Full()
    assert (await database.read(_appointment, hers)).seated


async def test_a_cancelled_sitting_moves_whom_it_can_and_sends_the_others_back(
    database: Database, vault: Vault
) -> None:
    one = await database.write(exam, vault, 3, 2, 2)
    a, b, _c = (await database.write(_invite_all, one)).appointments
    displaced = await database.write(inviting.cancel, one.sittings[0], True, one.officer, NOON)
    assert displaced == [Displaced(a, one.sittings[1]), Displaced(b, None)]
    assert await database.read(_status, one.applications[0]) == ApplicationStatus.TEST_SCHEDULED.value
    assert await database.read(_status, one.applications[1]) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value
    assert [(await database.read(_seated, each))[0] for each in one.sittings] == [0, 2]
    assert await database.write(inviting.cancel, one.sittings[0], True, one.officer, NOON) == []
