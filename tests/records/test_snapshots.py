"""Locked figures: counted again from what was frozen, whatever becomes of the records; tampering is noticed."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from records import audit, snapshots
from records.database import Database
from records.indicators import Cut, indicators
from records.monitoring import MonitoringRecord
from records.people import Person
from records.snapshots import Reproduced, Snapshot
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.indicators.population import Alumna, Settlement, Told
from tests.records.town import Town

SENTENCE = "Angkatan 1, bulan ke-6: 60% dari yang menjawab bekerja."
LATER = NOON + timedelta(days=40)


def _alumni() -> list[Alumna]:
    works, seeks = Told("working", "usaha", 1, "2-3", 4), Told("unemployed", "cari_kerja")
    told = [works] * 6 + [seeks] * 4 + [None] * 5
    return [
        Alumna(
            cohort=0,
            programme=place % 2,
            sex="P" if place % 3 else None,
            kecamatan=None,
            graduated=True,
            died=False,
            reached=frozenset({6}),
            told={} if one is None else {6: one},
        )
        for place, one in enumerate(told)
    ]


async def _locked(database: Database, vault: Vault) -> int:
    def lock(session: Session) -> int:
        made = Settlement(session, vault).settle(_alumni())
        officer = Town(session, vault, first=900).officer()
        cut = Cut(cohort_id=made.cohorts[0])
        return snapshots.lock(session, vault, cut, 6, SENTENCE, officer.id, NOON).id

    return await database.write(lock)


async def _reproduced(database: Database, number: int) -> Reproduced:
    found = await database.read(snapshots.reproduce, number, LATER)
    assert found is not None
    return found


async def test_a_locked_figure_is_counted_again_from_what_was_kept(database: Database, vault: Vault) -> None:
    found = await _reproduced(database, await _locked(database, vault))
    assert found.holds
    assert found.snapshot.sentence == SENTENCE
    assert found.then is not None
    assert (found.then.figure.graduates, found.then.figure.answered, found.then.figure.working) == (15, 10, 6)
    assert (found.then.tally, found.then.weighted, found.then.curve) == (
        found.today.tally,
        found.today.weighted,
        found.today.curve,
    )
    assert await database.read(audit.verify) is None


async def test_neither_a_late_answer_nor_an_erasure_changes_it(database: Database, vault: Vault) -> None:
    number = await _locked(database, vault)

    def lives_on(session: Session) -> None:
        people = list(session.scalars(select(MonitoringRecord.person_id).order_by(MonitoringRecord.id).limit(2)))
        session.execute(delete(MonitoringRecord).where(MonitoringRecord.person_id == people[0]))
        hers = MonitoringRecord.person_id == people[1]
        session.execute(update(Person).where(Person.id == people[0]).values(name="", sex=None))
        session.execute(update(MonitoringRecord).where(hers).values(status="outside"))

    await database.write(lives_on)
    found = await _reproduced(database, number)
    assert found.holds
    assert found.then is not None
    assert (found.then.figure.answered, found.then.figure.working) == (10, 6)
    assert (found.today.figure.answered, found.today.figure.working) == (9, 4)
    assert found.today == await database.read(indicators, _cut(found.snapshot), 6, LATER)


def _cut(snapshot: Snapshot) -> Cut:
    return Cut(cohort_id=int(snapshot.cut.partition("-c")[2]))


@pytest.mark.parametrize(
    "altered",
    [
        {"sentence": "Semua bekerja."},
        {"figures": "{}"},
        {"frozen": b"x"},
        {"at": LATER},
        {"digest": "0" * 64},
    ],
    ids=lambda altered: next(iter(altered)),
)
async def test_tampering_is_noticed(database: Database, vault: Vault, altered: dict[str, object]) -> None:
    number = await _locked(database, vault)

    def alters(session: Session) -> None:
        session.execute(update(Snapshot).values(**altered))

    await database.write(alters)
    assert not (await _reproduced(database, number)).holds


async def test_a_figure_that_was_made_up_afterwards_is_not_in_the_trail(database: Database, vault: Vault) -> None:
    number = await _locked(database, vault)

    def forges(session: Session) -> None:
        kept = session.get_one(Snapshot, number)
        kept.figures = kept.figures.replace('"working":6', '"working":9')
        session.flush()
        kept.digest = snapshots._digest(kept)

    await database.write(forges)
    found = await _reproduced(database, number)
    assert (found.untouched, found.agrees) == (False, False)


async def test_numbers_go_up_and_the_latest_stands_first(database: Database, vault: Vault) -> None:
    first = await _locked(database, vault)

    def again(session: Session) -> int:
        officer = session.get_one(Snapshot, first).staff_id
        return snapshots.lock(session, vault, Cut(), 6, SENTENCE, officer, LATER).id

    second = await database.write(again)
    assert second > first
    assert [one.id for one in await database.read(snapshots.page, 0, 8)] == [second, first]
    assert await database.read(snapshots.count) == 2
    assert await database.read(snapshots.reproduce, second + 1, LATER) is None
