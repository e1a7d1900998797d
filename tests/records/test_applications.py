"""Applications: one a person and cohort, numbered without gaps."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from records import applications
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
