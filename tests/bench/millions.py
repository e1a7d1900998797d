"""A million alumni: how long the sweep, the indicators of a year and its workbook take, on SQLite and on PostgreSQL."""

import asyncio
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from zoneinfo import ZoneInfo

from conversations.context import House
from locales.languages import DEFAULT, Languages
from records import migrate, profile
from records.almanac import Almanac
from records.database import Database, open_database
from records.indicators import By, Cut, table
from records.reading import Reading
from records.vault import Vault
from scheduler.reports import book, book_words
from scheduler.reports.frames import Voice
from scheduler.reports.gathering import Wanted, gathered
from scheduler.sweep import BATCH, sweep
from tests.bench.alumni import WAVES, Crowd, fill
from tests.bench.machine import facts
from tests.records.clock import ManualClock
from tests.records.servers import running_postgres

SECRET, ZONE = bytes(range(32)), "Asia/Jakarta"
NOW = datetime(2027, 7, 1, 2, tzinfo=UTC)
REPEATS, ROWS = 3, 100_000
MOST_SWEEP, MOST_SWEEP_MB, MOST_TABLE, MOST_BOOK, MOST_BOOK_MB = 0.1, 50, 1.0, 20.0, 50


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock and of CPU, and megabytes by which the process grew."""

    wall: float
    cpu: float
    megabytes: float


async def timed(work: Callable[[], Any]) -> Took:
    wall, cpu, memory = time.perf_counter(), time.process_time(), _resident()
    await work()
    return Took(time.perf_counter() - wall, time.process_time() - cpu, _resident() - memory)


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def _most_resident() -> float:
    """Since this program began: `getrusage` would tell of the process that it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


def _house(vault: Vault) -> House:
    centre, nothing = profile.load(), cast(Any, None)
    almanac = Almanac(centre.calendar.calendar(ZoneInfo(ZONE)))
    return House(centre, almanac, vault, nothing, frozenset(), "bot", nothing)


async def measure(url: str, crowd: Crowd) -> list[tuple[str, str, bool]]:
    """A line for each measure: what, the figure, whether the bound is kept."""
    vault = Vault(SECRET)
    database = open_database(url, vault, ManualClock(NOW))
    try:
        return [await _swept(database, vault), await _tabled(database, crowd), _booked(url, crowd)]
    finally:
        await database.close()


async def _swept(database: Database, vault: Vault) -> tuple[str, str, bool]:
    house = _house(vault)
    took = [await timed(lambda: database.write(sweep, house, NOW)) for _repeat in range(REPEATS)]
    best, grown = min(one.wall for one in took), max(one.megabytes for one in took)
    said = f"{best * 1000:.0f} ms ({min(one.cpu for one in took) * 1000:.0f} of CPU), {grown:.0f} MB more"
    return f"sweep that takes up {BATCH} follow-ups", said, best < MOST_SWEEP and grown < MOST_SWEEP_MB


async def _tabled(database: Database, crowd: Crowd) -> tuple[str, str, bool]:
    cut = Cut(year=crowd.years_named[crowd.years // 2])
    took = [await timed(lambda: database.read(table, cut, 6, By.PROGRAMME, NOW)) for _repeat in range(REPEATS)]
    best = min(took, key=lambda one: one.wall)
    return "indicators of a year, by trade", f"{best.wall:.2f} s ({best.cpu:.2f} of CPU)", best.wall < MOST_TABLE


def _booked(url: str, crowd: Crowd) -> tuple[str, str, bool]:
    """In a process of its own, as the bot does it."""
    cut = Cut(year=crowd.years_named[crowd.years // 2], sex="L")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        rows, seconds, grown = pool.apply(_book, (url, cut))
    bound = MOST_BOOK * max(1.0, rows / ROWS)
    said = f"{rows} rows in {seconds:.1f} s, {grown:.0f} MB more"
    return "workbook of a year's men", said, seconds < bound and grown < MOST_BOOK_MB


def _book(url: str, cut: Cut) -> tuple[int, float, float]:
    reading, centre = Reading(url, SECRET), profile.load()
    languages = Languages.load(ZoneInfo(ZONE))
    wanted = Wanted(cut, 6, WAVES, NOW, NOW.date())
    with reading.session() as session:
        found = gathered(session, wanted)
    words = book_words.words(Voice(lambda text: languages.plain(text, DEFAULT), centre), found)
    begun, before = time.perf_counter(), _resident()
    made = book.book(reading, wanted, ZONE, words)
    return made.records, time.perf_counter() - begun, _most_resident() - before


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """A fresh one of each kind, migrated."""
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        sqlite = f"sqlite:///{folder}/canting.db"
        migrate.upgrade(sqlite)
        server = stack.enter_context(running_postgres())
        yield {"SQLite": sqlite, "PostgreSQL": stack.enter_context(server.migrated_database("millions"))}


def main(a_year: int = 100_000, years: int = 10) -> int:
    crowd, all_kept = Crowd(a_year, years, NOW), True
    print(f"{crowd.people} alumni, {a_year} a year. {facts()}\n")
    print("| database | measure | figure | bound |\n|---|---|---|---|")
    with databases() as urls:
        for kind, url in urls.items():
            begun = time.perf_counter()
            fill(url, crowd, Vault(SECRET))
            print(f"| {kind} | filling | {time.perf_counter() - begun:.0f} s | |", flush=True)
            for what, figure, kept in asyncio.run(measure(url, crowd)):
                print(f"| {kind} | {what} | {figure} | {'kept' if kept else 'TOO MUCH'} |", flush=True)
                all_kept = all_kept and kept
    return 0 if all_kept else 1


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
