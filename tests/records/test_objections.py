"""Objections: one to a decision, the oldest first, answered once."""

import asyncio
from datetime import timedelta

from sqlalchemy.orm import Session

from records import applications, objections, road, steps
from records.applications import ApplicationStatus
from records.database import Database
from records.objections import ROADS_BACK, ObjectionState
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town


def _refused(session: Session, vault: Vault, count: int) -> tuple[list[tuple[int, int]], list[int]]:
    """(application, step of the refusal) of each, and two officers, of whom the first refused."""
    town = Town(session, vault)
    officers = [town.officer().id for _ in range(2)]
    a_class = town.a_class()
    found = []
    for _one in range(count):
        filed = applications.file(session, town.person().id, a_class.cohort_id, a_class.id, NOON).id
        for status in (ApplicationStatus.VERIFYING, ApplicationStatus.NOT_ELIGIBLE):
            road.move(session, Kind.APPLICATION, filed, status, NOON, staff_id=officers[0], reason="domicile")
        step = steps.latest(session, Kind.APPLICATION, filed)
        assert step is not None
        found.append((filed, step.id))
    return found, officers


async def test_to_one_decision_there_is_one_objection(database: Database, vault: Vault) -> None:
    ((application, step),), _officers = await database.write(_refused, vault, 1)
    assert await database.write(objections.raise_one, application, step, "Saya warga kota.", NOON) is not None
    assert await database.write(objections.raise_one, application, step, "Sekali lagi.", NOON) is None


async def test_the_oldest_stands_first_with_whoever_decided(database: Database, vault: Vault) -> None:
    refused, (ratna, _wiryo) = await database.write(_refused, vault, 3)
    for (application, step), hours in zip(refused, (2, 0, 1), strict=True):
        await database.write(objections.raise_one, application, step, "Mohon dilihat.", NOON + timedelta(hours=hours))
    listed = await database.read(objections.waiting)
    assert [one.at for one in listed] == [NOON + timedelta(hours=hours) for hours in (0, 1, 2)]
    assert {one.decided_by for one in listed} == {ratna}
    assert await database.read(objections.count) == 3
    assert await database.read(objections.count, NOON + timedelta(hours=1)) == 2


async def test_of_two_who_answer_at_once_one_does(database: Database, vault: Vault) -> None:
    ((application, step),), (ratna, wiryo) = await database.write(_refused, vault, 1)
    objection = await database.write(objections.raise_one, application, step, "Mohon dilihat.", NOON)
    assert objection is not None
    answered = await asyncio.gather(
        database.write(objections.answer, objection.id, ObjectionState.GRANTED, None, ratna, NOON),
        database.write(objections.answer, objection.id, ObjectionState.UPHELD, "Tetap.", wiryo, NOON),
    )
    assert sorted(answered) == [False, True]
    assert await database.read(objections.count) == 0


def test_every_road_back_is_one_that_the_road_knows() -> None:
    for refused, back in ROADS_BACK.items():
        assert back in road.APPLICATION[refused]
