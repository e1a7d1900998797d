"""Certificates: numbers by rule follow each other without a gap or a double, also where several give them at once."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from records import certificates
from records.certificates import Certificate
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

YEAR, CLASSES, SIZE = 2026, 3, 4


def _graduates(session: Session, vault: Vault) -> tuple[list[list[int]], int]:
    town = Town(session, vault)
    classes = [[town.graduate(a_class).id for _ in range(SIZE)] for a_class in [town.a_class() for _ in range(CLASSES)]]
    return classes, town.officer().id


def _number(session: Session, people: list[int], officer: int) -> int:
    """As the register does: who has none yet gets the next serial; how many that were."""
    lacking = [one for one in people if certificates.of_enrolment(session, one) is None]
    for one in lacking:
        serial = certificates.next_serial(session, YEAR)
        certificates.give(session, one, f"{serial:04d}/{YEAR}", YEAR, serial, officer, NOON)
    return len(lacking)


def _register(session: Session) -> list[tuple[int | None, str]]:
    rows = session.execute(select(Certificate.serial, Certificate.number).order_by(Certificate.serial))
    return [(serial, number) for serial, number in rows]


async def test_classes_that_are_numbered_at_once_share_one_row_of_numbers(
    databases: list[Database], vault: Vault
) -> None:
    classes, officer = await databases[0].write(_graduates, vault)
    tries = [on.write(_number, people, officer) for on, people in zip(databases, classes, strict=False)]
    assert await asyncio.gather(*tries) == [SIZE] * CLASSES
    assert await databases[0].read(_register) == [(n, f"{n:04d}/{YEAR}") for n in range(1, CLASSES * SIZE + 1)]


async def test_of_two_who_number_the_same_class_at_once_one_does(databases: list[Database], vault: Vault) -> None:
    (people, *_others), officer = await databases[0].write(_graduates, vault)
    tries = [on.write(_number, people, officer) for on in databases]
    assert sorted(await asyncio.gather(*tries)) == [0, 0, 0, SIZE]
    assert len(await databases[0].read(_register)) == SIZE


async def test_a_number_that_is_taken_is_refused_by_the_database(database: Database, vault: Vault) -> None:
    classes, officer = await database.write(_graduates, vault)
    await database.write(certificates.give, classes[0][0], "421/001", YEAR, None, officer, NOON)
    with pytest.raises(IntegrityError):
        await database.write(certificates.give, classes[0][1], "421/001", YEAR, None, officer, NOON)
    with pytest.raises(IntegrityError):
        await database.write(certificates.give, classes[0][0], "421/002", YEAR, None, officer, NOON)
