"""The workbook of many records: how long it takes and how much memory, in the process that makes it.

`python -m tests.bench.workbook [records]`: on a SQLite file and on a PostgreSQL server of its own. Required: 100,000
records in under 20 s with flat memory.
"""

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.orm import Session

from locales.languages import DEFAULT, Languages
from records import migrate, profile
from records.base import Base
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.database import open_database
from records.enrolments import Enrolment
from records.indicators import Cut
from records.monitoring import MonitoringRecord
from records.people import Person
from records.programmes import Programme
from records.reading import Reading
from records.vault import Vault
from scheduler.reports import book_words
from scheduler.reports.book import Words, book
from scheduler.reports.frames import Voice
from scheduler.reports.gathering import Wanted, gather
from scheduler.slow import SlowWork
from tests.clock import HandClock
from tests.records.servers import running_postgres

SECRET, ZONE = bytes(32), ZoneInfo("Asia/Jakarta")
NOW = datetime(2027, 12, 1, 3, 0, tzinfo=UTC)
WAVES, CLASS = (1, 3, 6, 12), 16
DAY = date(2026, 10, 1)
AT_ONCE = 5_000
Rows = Iterator[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, kilobytes of resident memory at its highest before and after, and the
    size of the file.
    """

    seconds: float
    processor: float
    before_kb: int
    after_kb: int
    size: int


def measured(reading: Reading, wanted: Wanted, zone: str, words: Words) -> Taken:
    """In the process for slow work."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, worked = time.perf_counter(), time.process_time()
    made = book(reading, wanted, zone, words)
    taken, worked = time.perf_counter() - began, time.process_time() - worked
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Taken(taken, worked, before, after, len(made.content or b""))


def _filled(session: Session, records: int) -> None:
    people = range(1, records // len(WAVES) + 1)
    _write(session, Programme, ({"id": n, "code": f"P{n}", "name": f"Kejuruan {n}", "teaches": "-"} for n in (1, 2, 3)))
    cohort = {"id": 1, "code": "A", "name": "Angkatan 1", "year": 2026, "opens_at": NOW, "closes_at": NOW}
    _write(session, Cohort, iter([{**cohort, "starts_on": DAY, "ends_on": DAY}]))
    _write(session, TrainingClass, (_class(n) for n in range(1, len(people) // CLASS + 2)))
    raw = {"created_at": NOW, "name": "Warga Contoh", "birth_date": "1999-05-04", "demonstration": True}
    _write(session, Person, ({"id": n, "sex": "P" if n % 3 else "L", "kecamatan": "33.75.02", **raw} for n in people))
    _write(session, Enrolment, (_enrolment(n) for n in people))
    _write(session, MonitoringRecord, (_record(n, wave) for n in people for wave in WAVES))


def _class(n: int) -> dict[str, object]:
    row = {"id": n, "code": f"K{n}", "programme_id": 1 + n % 3, "cohort_id": 1, "seats": CLASS, "lesson_hours": 140}
    return {**row, "starts_on": DAY, "ends_on": DAY, "place": "Bengkel", "funding": "APBD", "requirements": "{}"}


def _enrolment(n: int) -> dict[str, object]:
    row = {"id": n, "person_id": n, "class_id": 1 + n // CLASS, "status": "lulus_pelatihan"}
    return {**row, "ended_on": DAY, "created_at": NOW}


def _record(n: int, wave: int) -> dict[str, object]:
    row = {"enrolment_id": n, "person_id": n, "wave": wave, "status": "working", "activity": "kerja", "employment": 4}
    told = {"since": "2-3", "relevance": 3, "umk_reached": True, "sector": "C1", "work_place": "33.75"}
    return {**row, **told, "satisfaction": 4, "details": "{}", "source": "self", "recorded_at": NOW, "complete": True}


def _write(session: Session, model: type[Base], rows: Rows) -> None:
    some: list[dict[str, object]] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            session.execute(insert(model), some)
            some = []
    if some:
        session.execute(insert(model), some)


async def measure(url: str, records: int, folder: Path) -> Taken:
    migrate.upgrade(url)
    database = open_database(url, Vault(SECRET), HandClock(NOW))
    await database.write(_filled, records)
    await database.close()
    reading, wanted = Reading(url, SECRET), Wanted(Cut(year=2026), 6, WAVES, NOW, NOW.date())
    languages = Languages.load(ZONE)
    voice = Voice(lambda text: languages.plain(text, DEFAULT), profile.load())
    slow = SlowWork(folder)
    words = book_words.words(voice, await slow.run(gather, reading, wanted))
    taken = await slow.run(measured, reading, wanted, ZONE.key, words)
    await slow.close()
    return taken


def main() -> None:
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, running_postgres() as server, server.empty_database("bench") as url:
        for name, address in (("SQLite", f"sqlite:///{Path(folder) / 'canting.db'}"), ("PostgreSQL", url)):
            taken = asyncio.run(measure(address, records, Path(folder)))
            sys.stdout.write(
                f"{name}: {records:,} records in {taken.seconds:.1f} s ({taken.processor:.1f} s of the processor), "
                f"{taken.size / 1e6:.1f} MB, "
                f"{(taken.after_kb - taken.before_kb) / 1024:.0f} MB more memory\n"
            )


if __name__ == "__main__":
    main()
