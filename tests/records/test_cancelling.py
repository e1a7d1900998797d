"""Cancelling: once, whoever taps; no seat of a cancelled class is given; reserves move to the end of the other list."""

import asyncio
from dataclasses import dataclass

from sqlalchemy.orm import Session

from records import applications, cancelling, road, vacancies
from records.applications import Application, ApplicationStatus
from records.cancelling import REASON
from records.database import Database
from records.steps import Kind, milestones
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import WAYS, Town

_A = ApplicationStatus


@dataclass(frozen=True)
class Scene:
    cancelled: int
    other: int
    officer: int
    filed: tuple[int, ...]


def _scene(session: Session, vault: Vault) -> Scene:
    """An application in every status on the way, and one that was refused before."""
    town = Town(session, vault)
    cohort = town.cohort()
    one, other = town.a_class(cohort), town.a_class(cohort)
    filed = []
    for way in (*WAYS.values(), (_A.VERIFYING, _A.NOT_ELIGIBLE)):
        application = applications.file(session, town.person().id, cohort.id, one.id, NOON)
        assert all(road.move(session, Kind.APPLICATION, application.id, to, NOON) for to in way)
        filed.append(application.id)
    session.get_one(Application, filed[0]).second_class_id = other.id
    return Scene(one.id, other.id, town.officer().id, tuple(filed))


def _statuses(session: Session, scene: Scene) -> list[tuple[int, str]]:
    found = [session.get_one(Application, application) for application in scene.filed]
    return [(one.class_id, one.status) for one in found]


def _end_all(session: Session, scene: Scene) -> int:
    people = cancelling.affected(session, scene.cancelled)
    return sum(cancelling.end(session, one, NOON, scene.officer) for one in people)


def _move_all(session: Session, scene: Scene) -> int:
    people = cancelling.affected(session, scene.cancelled)
    moved = (cancelling.transfer(session, one, scene.cancelled, scene.other, NOON, scene.officer) for one in people)
    return sum(moved)


async def test_from_every_status_on_the_way_it_ends_with_the_reason_and_a_refusal_stays(
    database: Database, vault: Vault
) -> None:
    scene = await database.write(_scene, vault)
    assert await database.write(cancelling.cancel, scene.cancelled, "rob", NOON)
    assert await database.write(_end_all, scene) == len(WAYS)
    ended, refused = (scene.cancelled, _A.NOT_SELECTED.value), (scene.cancelled, _A.NOT_ELIGIBLE.value)
    assert await database.read(_statuses, scene) == [ended] * len(WAYS) + [refused]
    assert (await database.read(milestones, Kind.APPLICATION, scene.filed[0]))[-1].reason == REASON
    assert await database.write(_end_all, scene) == 0


async def test_whoever_moves_keeps_her_status_and_her_other_choice_is_not_named_twice(
    database: Database, vault: Vault
) -> None:
    scene = await database.write(_scene, vault)
    assert await database.write(_move_all, scene) == len(WAYS)
    moved = [(scene.other, status.value) for status in WAYS]
    assert await database.read(_statuses, scene) == [*moved, (scene.cancelled, _A.NOT_ELIGIBLE.value)]
    first = await database.read(applications.by_id, scene.filed[0])
    assert first is not None
    assert first.second_class_id is None


async def test_of_two_who_cancel_at_once_one_does_and_no_seat_is_left(database: Database, vault: Vault) -> None:
    scene = await database.write(_scene, vault)
    tries = (database.write(cancelling.cancel, scene.other, reason, NOON) for reason in ("rob", "instruktur"))
    assert sorted(await asyncio.gather(*tries)) == [False, True]
    assert await database.read(vacancies.free, [scene.other]) == {scene.other: 0}
    first = await database.read(applications.by_id, scene.filed[0])
    assert first is not None
    assert first.second_class_id is None
