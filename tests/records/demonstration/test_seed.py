"""Seeding: at every time of the year, into either database, never over what is there."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from records import (
    audit,
    cohorts,
)
from records.classes import TrainingClass
from records.database import Database, open_database
from records.demonstration import NotEmptyError
from records.enrolments import Enrolment, EnrolmentStatus
from records.vault import Vault
from tests.records.clock import ManualClock
from tests.records.conftest import SECRET
from tests.records.demonstration.rehearsal import Demonstration, seeded
from tests.records.servers import copied


def test_the_audit_trail_is_whole(demonstration: Demonstration) -> None:
    assert demonstration.ask(audit.verify) is None


def test_the_same_day_makes_the_same_cast(demonstration: Demonstration, template: Path, tmp_path: Path) -> None:
    database = open_database(copied(template, tmp_path), Vault(SECRET), ManualClock())
    assert asyncio.run(database.write(seeded)) == demonstration.cast
    asyncio.run(database.close())


@pytest.mark.long
async def test_it_fills_either_database_and_refuses_one_that_knows_people(database: Database) -> None:
    cast = await database.write(seeded)
    counted = select(func.count(Enrolment.id)).where(Enrolment.status == EnrolmentStatus.GRADUATED.value)
    assert await database.read(lambda session: session.scalar(counted)) == 227
    with pytest.raises(NotEmptyError):
        await database.write(seeded)
    assert len(cast.members) > 200


@pytest.mark.long
@pytest.mark.parametrize("month", [1, 6, 11])
def test_it_fits_every_time_of_the_year(month: int, template: Path, tmp_path: Path) -> None:
    database = open_database(copied(template, tmp_path), Vault(SECRET), ManualClock())
    now = datetime(2027, month, 15, 1, tzinfo=UTC)
    asyncio.run(database.write(seeded, now))
    (cohort,) = asyncio.run(database.read(lambda session: cohorts.open_at(session, now)))
    codes = asyncio.run(database.read(lambda session: list(session.scalars(select(TrainingClass.code)))))
    assert cohort.year == cohort.starts_on.year
    assert len(codes) == len(set(codes)) == 25
    asyncio.run(database.close())
