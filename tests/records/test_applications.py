"""Applications: one a person and cohort, numbered without gaps, decided by one officer."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from records import applications
from records.applications import ApplicationStatus
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


@dataclass(frozen=True)
class Scene:
    cohort: int
    sewing: int
    welding: int
    other_cohort: int
    other_class: int
    people: tuple[int, ...]
    officers: tuple[int, ...]


def _scene(session: Session, vault: Vault) -> Scene:
    town = Town(session, vault)
    cohort, other = town.cohort(code="BLK26"), town.cohort(code="BLK27")
    return Scene(
        cohort.id,
        town.a_class(cohort).id,
        town.a_class(cohort).id,
        other.id,
        town.a_class(other).id,
        tuple(town.person().id for _ in range(4)),
        tuple(town.officer().id for _ in range(2)),
    )


async def test_a_person_applies_to_a_cohort_once_and_keeps_her_number(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    first = await database.write(applications.file, scene.people[0], scene.cohort, scene.sewing, NOON)
    again = await database.write(applications.file, scene.people[0], scene.cohort, scene.welding, NOON)
    assert (first.number, first.new) == ("BLK26-0001", True)
    assert (again.id, again.number, again.new) == (first.id, "BLK26-0001", False)
    kept = await database.read(applications.in_cohort, scene.people[0], scene.cohort)
    assert kept is not None
    assert kept.class_id == scene.sewing


async def test_each_cohort_counts_from_one(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    numbers = []
    for person in scene.people[:2]:
        for cohort, a_class in ((scene.cohort, scene.sewing), (scene.other_cohort, scene.other_class)):
            filed = await database.write(applications.file, person, cohort, a_class, NOON)
            numbers.append(filed.number)
    assert numbers == ["BLK26-0001", "BLK27-0001", "BLK26-0002", "BLK27-0002"]


async def test_a_persons_applications_come_latest_first(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    await database.write(applications.file, scene.people[0], scene.cohort, scene.sewing, NOON)
    await database.write(applications.file, scene.people[0], scene.other_cohort, scene.other_class, NOON)
    found = await database.read(applications.of_person, scene.people[0])
    assert [application.number for application in found] == ["BLK27-0001", "BLK26-0001"]


async def test_those_waiting_longest_are_reviewed_first(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    for person, minutes in zip(scene.people, (2, 0, 3, 1), strict=True):
        at = NOON + timedelta(minutes=minutes)
        await database.write(applications.file, person, scene.cohort, scene.sewing, at)
    waiting = await database.read(applications.waiting)
    assert [one.person_id for one in waiting] == [scene.people[at] for at in (1, 3, 0, 2)]


async def test_of_two_officers_who_decide_at_once_one_decides(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    filed = await database.write(applications.file, scene.people[0], scene.cohort, scene.sewing, NOON)
    passed, refused = ApplicationStatus.ADMINISTRATIVELY_PASSED, ApplicationStatus.NOT_ELIGIBLE
    one, two = scene.officers
    decisions = await asyncio.gather(
        database.write(applications.decide, filed.id, passed, one, None, NOON),
        database.write(applications.decide, filed.id, refused, two, "Usia di bawah 18", NOON),
    )
    assert sorted(decisions) == [False, True]
    kept = await database.read(applications.by_id, filed.id)
    assert kept is not None
    winner = (passed.value, None, one) if decisions[0] else (refused.value, "Usia di bawah 18", two)
    assert (kept.status, kept.reason, kept.decided_by) == winner
    assert kept.decided_at == NOON
    assert await database.read(applications.waiting) == []
