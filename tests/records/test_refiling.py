"""Refiling: who withdrew, or whose class was cancelled, registers again in the cohort, once, and nobody else does."""

import asyncio
from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from records import applications, cancelling, enrolments, refiling, road
from records.applications import Application, ApplicationStatus, FullError
from records.classes import TrainingClass
from records.database import Database
from records.steps import Kind, milestones
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import WAYS, Town

_A = ApplicationStatus
REFUSED = (_A.VERIFYING, _A.NOT_ELIGIBLE)
LEFT = (_A.WITHDRAWN,)
TO_THE_END = (*WAYS[_A.REREGISTERING], _A.PARTICIPANT)


@dataclass(frozen=True)
class Scene:
    cohort: int
    cancelled: int
    others: tuple[int, int]
    person: int
    application: int
    number: str


def _scene(session: Session, vault: Vault, way: tuple[ApplicationStatus, ...] = (), cancel: bool = True) -> Scene:
    town = Town(session, vault)
    cohort, person = town.cohort(), town.person()
    one, *others = (town.a_class(cohort).id for _ in range(3))
    filed = applications.file(session, person.id, cohort.id, one, NOON)
    assert all(road.move(session, Kind.APPLICATION, filed.id, to, NOON) for to in way)
    if way == TO_THE_END:
        enrolments.enrol(session, person.id, one, filed.id, NOON)
    found = cancelling.affected(session, one)
    if cancel:
        assert cancelling.cancel(session, one, "rob", NOON)
        officer = town.officer().id
        assert all(cancelling.end(session, hers, NOON, officer) for hers in found)
    return Scene(cohort.id, one, (others[0], others[1]), person.id, filed.id, filed.number)


def _file(session: Session, scene: Scene, class_id: int) -> applications.Filed:
    return refiling.file(session, scene.person, scene.cohort, class_id, NOON)


def _standing(session: Session, scene: Scene) -> tuple[int, str, str]:
    found = session.get_one(Application, scene.application)
    return found.class_id, found.status, found.number


@pytest.mark.parametrize("way", [(), WAYS[_A.TEST_SCHEDULED], WAYS[_A.RESERVE], TO_THE_END])
async def test_she_registers_anew_with_her_number_from_wherever_her_class_was_cancelled(
    database: Database, vault: Vault, way: tuple[ApplicationStatus, ...]
) -> None:
    scene = await database.write(_scene, vault, way)
    filed = await database.write(_file, scene, scene.others[0])
    assert (filed.new, filed.id, filed.number) == (True, scene.application, scene.number)
    assert await database.read(_standing, scene) == (scene.others[0], _A.SUBMITTED.value, scene.number)
    steps = await database.read(milestones, Kind.APPLICATION, scene.application)
    assert steps[-1].status == _A.SUBMITTED.value
    assert len(steps) >= 2


@pytest.mark.parametrize("cancel", [False, True])
async def test_whoever_withdrew_registers_again_with_her_number_and_both_are_told(
    database: Database, vault: Vault, cancel: bool
) -> None:
    scene = await database.write(_scene, vault, LEFT, cancel)
    assert not await database.read(refiling.stands, scene.person, scene.cohort)
    filed = await database.write(_file, scene, scene.others[0])
    assert (filed.new, filed.id, filed.number) == (True, scene.application, scene.number)
    assert await database.read(_standing, scene) == (scene.others[0], _A.SUBMITTED.value, scene.number)
    steps = await database.read(milestones, Kind.APPLICATION, scene.application)
    assert [step.status for step in steps] == [_A.SUBMITTED.value, _A.WITHDRAWN.value, _A.SUBMITTED.value]
    again = await database.write(_file, scene, scene.others[1])
    assert (again.new, again.number) == (False, scene.number)


@pytest.mark.parametrize(("way", "cancel"), [((), False), (TO_THE_END, False), (REFUSED, True)])
async def test_nobody_else_does(
    database: Database, vault: Vault, way: tuple[ApplicationStatus, ...], cancel: bool
) -> None:
    scene = await database.write(_scene, vault, way, cancel)
    before = await database.read(_standing, scene)
    filed = await database.write(_file, scene, scene.others[0])
    assert (filed.new, filed.number) == (False, scene.number)
    assert await database.read(_standing, scene) == before
    assert await database.read(refiling.stands, scene.person, scene.cohort)


async def test_of_two_classes_chosen_at_once_one_is_hers(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    tries = (database.write(_file, scene, class_id) for class_id in scene.others * 2)
    filed = await asyncio.gather(*tries)
    assert sorted(one.new for one in filed) == [False, False, False, True]
    steps = await database.read(milestones, Kind.APPLICATION, scene.application)
    assert [one.status for one in steps].count(_A.SUBMITTED.value) == 2


async def test_a_cap_holds_for_her_as_well(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)

    def fill(session: Session) -> None:
        session.get_one(TrainingClass, scene.others[0]).applicant_cap = 0

    await database.write(fill)
    with pytest.raises(FullError):
        await database.write(_file, scene, scene.others[0])
    assert not await database.read(refiling.stands, scene.person, scene.cohort)


async def test_whoever_was_moved_has_the_training_she_is_in_now(database: Database, vault: Vault) -> None:
    def scene(session: Session) -> tuple[int, int]:
        town = Town(session, vault)
        cohort, person, officer = town.cohort(), town.person(), town.officer()
        one, other = town.a_class(cohort), town.a_class(cohort)
        filed = applications.file(session, person.id, cohort.id, one.id, NOON)
        enrolments.enrol(session, person.id, one.id, filed.id, NOON)
        (hers,) = [a for a in cancelling.affected(session, one.id) if a.enrolment_id]
        assert cancelling.transfer(session, hers, one.id, other.id, NOON, officer.id)
        return filed.id, other.id

    application, other = await database.write(scene)
    found = await database.read(enrolments.of_application, application)
    assert found is not None
    assert (found.class_id, found.status) == (other, "peserta")
