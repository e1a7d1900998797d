"""A cap on applicants: it holds when many send at once, is a number of its own, and those who withdraw make room."""

import asyncio

import pytest
from sqlalchemy.orm import Session

from records import applications, classes, offers, road
from records.applications import ApplicationStatus, FullError
from records.database import Database
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

CAP = 5


def _capped(session: Session, vault: Vault, cap: int | None, people: int) -> tuple[int, int, list[int]]:
    """Cohort, class and people."""
    town = Town(session, vault)
    a_class = town.a_class()
    a_class.applicant_cap = cap
    return a_class.cohort_id, a_class.id, [town.person().id for _ in range(people)]


async def _all_at_once(database: Database, cohort: int, a_class: int, people: list[int]) -> list[object]:
    sent = (database.write(applications.file, person, cohort, a_class, NOON) for person in people)
    return await asyncio.gather(*sent, return_exceptions=True)


async def test_of_twenty_who_send_at_once_as_many_get_in_as_the_cap_allows(database: Database, vault: Vault) -> None:
    cohort, a_class, people = await database.write(_capped, vault, CAP, 20)
    came = await _all_at_once(database, cohort, a_class, people)
    assert sum(isinstance(one, FullError) for one in came) == 15
    assert sorted(one.number[-4:] for one in came if isinstance(one, applications.Filed)) == [
        f"{serial:04d}" for serial in range(1, CAP + 1)
    ]
    assert await database.read(applications.count, a_class) == CAP
    assert await database.read(applications.is_full, a_class)


async def test_without_a_cap_anybody_may_apply(database: Database, vault: Vault) -> None:
    cohort, a_class, people = await database.write(_capped, vault, None, 20)
    came = await _all_at_once(database, cohort, a_class, people)
    assert all(isinstance(one, applications.Filed) for one in came)
    assert not await database.read(applications.is_full, a_class)


async def test_whoever_has_a_number_keeps_it_though_the_class_is_full(database: Database, vault: Vault) -> None:
    cohort, a_class, (first, second) = await database.write(_capped, vault, 1, 2)
    filed = await database.write(applications.file, first, cohort, a_class, NOON)
    again = await database.write(applications.file, first, cohort, a_class, NOON)
    assert (again.number, again.new) == (filed.number, False)
    with pytest.raises(FullError):
        await database.write(applications.file, second, cohort, a_class, NOON)


async def test_whoever_withdraws_makes_room_for_another(database: Database, vault: Vault) -> None:
    cohort, a_class, (first, second) = await database.write(_capped, vault, 1, 2)
    filed = await database.write(applications.file, first, cohort, a_class, NOON)
    assert await database.write(road.move, Kind.APPLICATION, filed.id, ApplicationStatus.WITHDRAWN, NOON)
    offer = await database.read(offers.by_id, a_class)
    assert offer is not None
    assert (offer.applicants, offer.cap, offer.is_full) == (0, 1, False)
    assert (await database.write(applications.file, second, cohort, a_class, NOON)).new


def _archived(session: Session, vault: Vault) -> int:
    town = Town(session, vault)
    a_class = town.a_class(town.cohort())
    cohort = town.cohort()
    cohort.archived_at = NOON
    town.a_class(cohort)
    cancelled = town.a_class(town.cohort())
    cancelled.cancelled_at, cancelled.cancel_reason = NOON, "Instruktur berhalangan"
    return a_class.id


async def test_neither_an_archived_cohort_nor_a_cancelled_class_is_on_offer(database: Database, vault: Vault) -> None:
    kept = await database.write(_archived, vault)
    assert [offer.id for offer in await database.read(offers.open_at, NOON)] == [kept]
    for a_class in (kept + 1, kept + 2):
        brief = await database.read(classes.brief, a_class)
        assert brief is not None
        assert not brief.is_open(NOON)
