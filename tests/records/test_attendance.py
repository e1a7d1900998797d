"""Attendance: of two officers who note the same people at once, both are heard and nobody stands there twice."""

import asyncio
from datetime import date, timedelta
from itertools import product

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records import attendance
from records.attendance import Attendance, Presence
from records.database import Database
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

DAY = date(2026, 11, 2)
CLASS = 8


def _class(session: Session, vault: Vault) -> tuple[list[int], list[int]]:
    town = Town(session, vault)
    a_class = town.a_class()
    return [town.participant(a_class).id for _ in range(CLASS)], [town.officer().id, town.officer().id]


def _mark_all(session: Session, people: list[int], presence: Presence, officer: int) -> None:
    for one in people:
        attendance.mark(session, one, DAY, presence, officer, NOON)


def _noted(session: Session) -> list[tuple[str, int]]:
    rows = session.execute(select(Attendance.presence, Attendance.noted_by))
    return [(presence, by) for presence, by in rows]


async def test_a_second_mark_replaces_the_first(database: Database, vault: Vault) -> None:
    people, (first, second) = await database.write(_class, vault)
    await database.write(_mark_all, people, Presence.ABSENT, first)
    await database.write(_mark_all, people, Presence.PRESENT, second)
    assert await database.read(_noted) == [(Presence.PRESENT.value, second)] * CLASS


async def test_two_officers_mark_a_class_at_once(databases: list[Database], vault: Vault) -> None:
    people, officers = await databases[0].write(_class, vault)
    marks = list(zip(databases[:2], (Presence.PRESENT, Presence.ABSENT), officers, strict=True))
    tries = [on.write(_mark_all, people, presence, officer) for (on, presence, officer), _n in product(marks, range(3))]
    await asyncio.gather(*tries)
    noted = await databases[0].read(_noted)
    assert len(noted) == CLASS
    assert len(set(noted)) == 1, "the marks of one officer, whole"
    assert noted[0] in [(Presence.PRESENT.value, officers[0]), (Presence.ABSENT.value, officers[1])]


async def test_an_excuse_reaches_only_the_days_noted_absent(database: Database, vault: Vault) -> None:
    people, (officer, _other) = await database.write(_class, vault)
    await database.write(_mark_all, people[:1], Presence.ABSENT, officer)
    await database.write(_mark_all, people[1:], Presence.PRESENT, officer)

    def excuse(session: Session) -> list[tuple[str, int]]:
        for one in people:
            attendance.excuse(session, one, DAY - timedelta(days=1), DAY, officer, NOON)
        counted = select(Attendance.presence, func.count()).group_by(Attendance.presence)
        return sorted((presence, count) for presence, count in session.execute(counted))

    assert await database.write(excuse) == [(Presence.PRESENT.value, CLASS - 1), (Presence.EXCUSED.value, 1)]
