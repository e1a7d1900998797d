"""The database: what is written together is written whole, and no writer's work is lost to another's."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from records import applications, audit, chats, people
from records.database import Database, DatabaseBusy, DatabaseError, open_database
from records.leadership import Leadership, next_epoch
from records.people import Person
from records.vault import Vault
from tests.records.clock import NOON, ManualClock
from tests.records.town import Town, particulars

CONCURRENT = 200


def _epoch(session: Session) -> int:
    return session.scalar(select(Leadership.epoch).where(Leadership.id == 1)) or 0


def _read_modify_write(session: Session) -> None:
    known = session.execute(select(Leadership.epoch).where(Leadership.id == 1)).scalar_one()
    session.execute(update(Leadership).where(Leadership.id == 1).values(epoch=known + 1))


async def test_two_hundred_concurrent_increments_lose_none(database: Database) -> None:
    await database.write(next_epoch)
    await asyncio.gather(*(database.write(_read_modify_write) for _ in range(CONCURRENT)))
    assert await database.read(_epoch) == CONCURRENT + 1


async def test_two_hundred_increments_by_four_processes_lose_none(databases: list[Database]) -> None:
    await databases[0].write(next_epoch)
    writers = [databases[number % 4] for number in range(CONCURRENT)]
    await asyncio.gather(*(database.write(_read_modify_write) for database in writers))
    assert await databases[0].read(_epoch) == CONCURRENT + 1


async def test_where_serializable_writes_collide_the_loser_waits_and_tries_again(
    postgres_address: str, vault: Vault
) -> None:
    clocks = [ManualClock(), ManualClock()]
    first, second = [open_database(postgres_address, vault, clock) for clock in clocks]
    await first.write(next_epoch)
    for _ in range(20):
        await asyncio.gather(first.write(_read_modify_write), second.write(_read_modify_write))
    assert await first.read(_epoch) == 41
    slept = [pause for clock in clocks for pause in clock.slept]
    assert slept
    assert set(slept) <= {0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.25}
    for one in (first, second):
        await one.close()


async def test_what_fails_is_undone_whole_and_the_next_write_is_not_hurt(database: Database) -> None:
    def half(session: Session) -> None:
        next_epoch(session)
        session.execute(insert(Leadership), {"id": 1, "epoch": 7})

    with pytest.raises(IntegrityError):
        await database.write(half)
    assert await database.read(_epoch) == 0
    assert await database.write(next_epoch) == 1


async def test_work_gets_its_arguments_and_gives_back_its_result(database: Database) -> None:
    def joined(session: Session, first: str, *, second: str) -> str:
        return str(session.execute(text("SELECT 'a'")).scalar_one()) + first + second

    assert await database.write(joined, "b", second="c") == "abc"
    assert await database.read(joined, "b", second="c") == "abc"


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(StatementError, match=r"read-?only"):
        await database.read(next_epoch)
    assert await database.write(next_epoch) == 1


async def test_instants_come_back_aware_and_in_utc(database: Database) -> None:
    noon = datetime.fromisoformat("2026-07-01T12:00:00.123456+07:00")

    def keep(session: Session) -> None:
        session.add(Leadership(id=1, epoch=1, paused_until=noon))

    await database.write(keep)
    kept = await database.read(lambda session: session.scalars(select(Leadership.paused_until)).one())
    assert kept is not None
    assert kept.isoformat() == "2026-07-01T05:00:00.123456+00:00"


async def test_an_instant_without_a_time_zone_is_refused(database: Database) -> None:
    def keep(session: Session) -> None:
        session.add(Leadership(id=1, epoch=1, paused_until=datetime(2026, 7, 1, 12)))  # noqa: DTZ001

    with pytest.raises(StatementError, match="must know its time zone"):
        await database.write(keep)


async def test_an_error_does_not_tell_what_was_to_be_written(database: Database) -> None:
    def keep(session: Session) -> None:
        session.add(Person(name="Siti Contoh", created_at=datetime(2026, 7, 1, 12)))  # noqa: DTZ001

    with pytest.raises(StatementError) as refused:
        await database.write(keep)
    assert "Siti" not in str(refused.value)


async def test_concurrent_registrations_get_numbers_without_gaps(databases: list[Database], vault: Vault) -> None:
    def prepare(session: Session) -> tuple[int, int, list[int]]:
        town = Town(session, vault)
        a_class = town.a_class(town.cohort(code="BLK26"))
        return a_class.cohort_id, a_class.id, [town.person().id for _ in range(40)]

    cohort_id, class_id, crowd = await databases[0].write(prepare)
    filings = [(databases[number % 4], person) for number, person in enumerate([*crowd, *reversed(crowd)])]
    filed = await asyncio.gather(
        *(database.write(applications.file, person, cohort_id, class_id, NOON) for database, person in filings)
    )
    assert sorted({one.number for one in filed}) == [f"BLK26-{serial:04d}" for serial in range(1, 41)]
    assert sum(one.new for one in filed) == 40


async def test_concurrent_audit_entries_make_one_chain(databases: list[Database]) -> None:
    def note(session: Session, number: int) -> None:
        audit.note(session, at=NOON, actor="staff-1", action="decide", matter=f"application-{number}")

    await asyncio.gather(*(databases[number % 4].write(note, number) for number in range(60)))
    assert await databases[0].read(audit.verify) is None
    kept = await databases[0].read(lambda session: session.scalars(select(audit.Entry.object)).all())
    assert sorted(kept) == sorted(f"application-{number}" for number in range(60))


@pytest.fixture
async def sqlite(file_address: str, vault: Vault, clock: ManualClock) -> AsyncIterator[Database]:
    opened = open_database(file_address, vault, clock)
    yield opened
    await opened.close()


class _Holder(ManualClock):
    """Another process holds the lock until we have slept so many times."""

    def __init__(self, path: Path, sleeps: int) -> None:
        super().__init__()
        self._other = sqlite3.connect(path, isolation_level=None)
        self._other.execute("PRAGMA journal_mode=WAL")
        self._other.execute("BEGIN IMMEDIATE")
        self._sleeps = sleeps

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds)
        if len(self.slept) == self._sleeps:
            self._other.execute("ROLLBACK")
            self._other.close()


async def test_a_write_waits_while_another_process_writes(file_address: str, tmp_path: Path, vault: Vault) -> None:
    holder = _Holder(tmp_path / "canting.db", sleeps=4)
    opened = open_database(file_address, vault, holder)
    slept_when_begun = []

    def work(session: Session) -> int:
        slept_when_begun.append(len(holder.slept))
        return next_epoch(session)

    assert await opened.write(work) == 1
    assert slept_when_begun == [4]  # nothing is read before the lock is ours
    assert holder.slept == [0.005, 0.01, 0.02, 0.04]
    await opened.close()


async def test_a_write_gives_up_after_half_a_minute_and_says_so(
    file_address: str, tmp_path: Path, vault: Vault
) -> None:
    holder = _Holder(tmp_path / "canting.db", sleeps=10_000)
    opened = open_database(file_address, vault, holder)
    with pytest.raises(DatabaseBusy, match="for half a minute"):
        await opened.write(next_epoch)
    assert 30 <= sum(holder.slept) < 31
    await opened.close()


async def test_reading_goes_on_while_another_process_writes(sqlite: Database, tmp_path: Path) -> None:
    await sqlite.write(next_epoch)
    other = sqlite3.connect(tmp_path / "canting.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE leadership SET epoch = 99")
    assert await sqlite.read(_epoch) == 1
    other.execute("COMMIT")
    other.close()
    assert await sqlite.read(_epoch) == 99


async def test_the_file_survives_a_power_cut(sqlite: Database) -> None:
    def pragmas(session: Session) -> tuple[str, int, int]:
        ask = session.connection().exec_driver_sql
        return (
            ask("PRAGMA journal_mode").scalar_one(),
            ask("PRAGMA synchronous").scalar_one(),
            ask("PRAGMA foreign_keys").scalar_one(),
        )

    full = 2
    assert await sqlite.write(pragmas) == ("wal", full, 1)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "must look like sqlite:///file.db or postgresql://host/name"),
        ("mysql://host/name", "of the kind 'mysql' are not supported"),
        ("sqlite:///:memory:", "must be a file"),
        ("sqlite://", "must be a file"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_in_words(url: str, words: str, vault: Vault, clock: ManualClock) -> None:
    with pytest.raises(DatabaseError, match=words):
        open_database(url, vault, clock)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, vault: Vault, clock: ManualClock) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, " * 400)
    with pytest.raises(DatabaseError, match="cannot be opened: file is not a database"):
        open_database(f"sqlite:///{path}", vault, clock)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, vault: Vault, clock: ManualClock) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DatabaseError, match="cannot be made: "):
        open_database(f"sqlite:///{tmp_path}/file/below/canting.db", vault, clock)


async def test_two_registrations_of_one_nik_are_one_person(databases: list[Database], vault: Vault) -> None:
    def keep(session: Session) -> int:
        return people.keep(session, vault, particulars(1), NOON)

    kept = await asyncio.gather(*(databases[number % 4].write(keep) for number in range(12)))
    assert len(set(kept)) == 1


async def test_a_full_disk_is_one_sentence_and_passes_when_there_is_room_again(
    file_address: str, vault: Vault, clock: ManualClock
) -> None:
    database = open_database(file_address, vault, clock)
    pages = await database.write(lambda session: session.scalar(text("PRAGMA page_count")))

    def fill(session: Session) -> None:
        for number in range(200):
            chats.load(session, 900_000 + number, NOON)

    await database.write(lambda session: session.execute(text(f"PRAGMA max_page_count={pages}")).all())
    with pytest.raises(DatabaseError, match="cannot be written: database or disk is full"):
        await database.write(fill)
    await database.write(lambda session: session.execute(text("PRAGMA max_page_count=1000000")).all())
    await database.write(fill)
    await database.close()
