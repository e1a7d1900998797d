"""Claims: two officers on one queue never have the same application before them, and none is left out."""

import asyncio
from datetime import timedelta

from sqlalchemy.orm import Session

from records import applications, claims, corrections, road
from records.applications import ApplicationStatus
from records.claims import LAPSES_AFTER
from records.database import Database
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

MOMENT = timedelta(minutes=1)


def _queue(session: Session, vault: Vault, count: int) -> tuple[list[int], list[int]]:
    """So many complete applications, a minute apart, and two officers."""
    town = Town(session, vault)
    a_class = town.a_class()
    filed = []
    for place in range(count):
        at = NOON + place * MOMENT
        one = applications.file(session, town.person().id, a_class.cohort_id, a_class.id, at)
        road.move(session, Kind.APPLICATION, one.id, ApplicationStatus.VERIFYING, at)
        filed.append(one.id)
    return filed, [town.officer().id for _ in range(2)]


def _decide(session: Session, application_id: int, staff_id: int) -> bool:
    decided = claims.keep(session, application_id, staff_id, NOON) and road.move(
        session, Kind.APPLICATION, application_id, ApplicationStatus.ADMINISTRATIVELY_PASSED, NOON, staff_id=staff_id
    )
    claims.release(session, application_id)
    return decided


async def _works(database: Database, staff_id: int) -> list[int]:
    """Takes and decides until none is left; every eleventh is put back."""
    seen: list[int] = []
    while (found := await database.write(claims.take, staff_id, NOON)) is not None:
        await asyncio.sleep(0)
        if len(seen) % 11 == 10:
            await database.write(claims.skip, found, NOON)
            found = await database.write(claims.take, staff_id, NOON)
            if found is None:
                break
        seen.append(found)
        assert await database.write(_decide, found, staff_id)
    return seen


async def test_two_officers_work_off_two_hundred_and_none_is_seen_twice(database: Database, vault: Vault) -> None:
    filed, officers = await database.write(_queue, vault, 200)
    hers, his = await asyncio.gather(*(_works(database, officer) for officer in officers))
    assert not set(hers) & set(his)
    assert sorted(hers + his) == sorted(filed)
    assert min(len(hers), len(his)) > 50
    assert await database.read(claims.waiting, NOON) == 0


async def test_the_oldest_comes_first_and_stays_hers_until_she_decides(database: Database, vault: Vault) -> None:
    filed, (ratna, wiryo) = await database.write(_queue, vault, 3)
    assert [await database.write(claims.take, ratna, NOON) for _ in range(2)] == [filed[0], filed[0]]
    assert await database.write(claims.take, wiryo, NOON) == filed[1]
    assert await database.write(_decide, filed[0], ratna)
    assert await database.write(claims.take, ratna, NOON) == filed[2]


async def test_a_claim_lapses_after_a_quarter_of_an_hour(database: Database, vault: Vault) -> None:
    filed, (ratna, wiryo) = await database.write(_queue, vault, 1)
    assert await database.write(claims.take, ratna, NOON) == filed[0]
    assert await database.write(claims.take, wiryo, NOON + LAPSES_AFTER - MOMENT) is None
    assert await database.write(claims.take, wiryo, NOON + LAPSES_AFTER) == filed[0]
    assert not await database.write(claims.keep, filed[0], ratna, NOON + LAPSES_AFTER)


async def test_what_lapsed_is_still_hers_while_nobody_else_took_it(database: Database, vault: Vault) -> None:
    filed, (ratna, wiryo) = await database.write(_queue, vault, 1)
    await database.write(claims.take, ratna, NOON)
    assert await database.write(claims.keep, filed[0], ratna, NOON + 2 * LAPSES_AFTER)
    assert await database.write(claims.take, wiryo, NOON + 2 * LAPSES_AFTER) is None


async def test_nobody_keeps_what_she_never_had(database: Database, vault: Vault) -> None:
    filed, (ratna, wiryo) = await database.write(_queue, vault, 2)
    await database.write(claims.take, ratna, NOON)
    assert not await database.write(claims.keep, filed[0], wiryo, NOON)
    assert not await database.write(claims.keep, filed[1], wiryo, NOON)
    assert not await database.write(claims.give, filed[0], wiryo, NOON)
    assert await database.write(claims.give, filed[1], wiryo, NOON)


async def test_skipping_puts_it_behind_all_others(database: Database, vault: Vault) -> None:
    filed, (ratna, _wiryo) = await database.write(_queue, vault, 3)
    seen = []
    for place in range(4):
        found = await database.write(claims.take, ratna, NOON)
        assert found is not None
        seen.append(found)
        await database.write(claims.skip, found, NOON + place * timedelta(seconds=1))
    assert seen == [*filed, filed[0]]


def _in_each_way(session: Session, vault: Vault) -> tuple[list[int], int]:
    """One without papers, one not corrected in time, one with time left, one complete; the officer."""
    (plain, late, asked, complete), officers = _queue(session, vault, 4)
    session.get_one(applications.Application, plain).status = ApplicationStatus.SUBMITTED.value
    for one, due in ((late, NOON), (asked, NOON + timedelta(days=2))):
        road.move(session, Kind.APPLICATION, one, ApplicationStatus.CORRECTION, NOON, reason="buram")
        corrections.ask(session, one, due)
    return [complete, plain, late], officers[0]


async def test_complete_ones_come_before_those_without_papers_and_those_not_corrected(
    database: Database, vault: Vault
) -> None:
    wanted, officer = await database.write(_in_each_way, vault)
    assert await database.read(claims.waiting, NOON + MOMENT) == 3
    seen = []
    for _one in wanted:
        found = await database.write(claims.take, officer, NOON + MOMENT)
        assert found is not None
        seen.append(found)
        road_end = ApplicationStatus.NOT_ELIGIBLE
        await database.write(road.move, Kind.APPLICATION, found, ApplicationStatus.VERIFYING, NOON)
        assert await database.write(road.move, Kind.APPLICATION, found, road_end, NOON)
    assert seen == wanted
