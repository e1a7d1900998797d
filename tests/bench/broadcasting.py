"""An announcement to thousands against a Telegram that minds its limits: ours beside two partners, each bot and the
Telegram processes of their own.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import key
from bot.clock import SystemClock
from bot.settings import Settings
from records import announcing, migrate, staff
from records.audiences import Audience, Trait
from records.database import open_database
from records.session import Session
from records.staff import Role
from tests.bench.alumni import FIRST_YEAR, Crowd, fill
from tests.bench.counted import Seen, Telegram, counting_telegram, p99
from tests.bench.counting import FIRST_CHAT
from tests.bench.machine import facts
from tests.bench.process import Process
from tests.crash.town import round_the_clock

PARTNERS = Path(__file__).parent / "partners"
OURS, FREE, PAID, OFF = "canting", "free", "paid", "off"
OFFICER = 99
IDLE_SECONDS = 30.0
WORDS = "Pembukaan pelatihan hari Senin pukul 08.00."
COLUMNS = (
    *("bot", "pace", "network", "reached", "messages/s", "refused", "twice", "CPU ms each", "MB", "MB more than idle"),
    *("p99 of answers, idle", "p99 of answers", "longest, with the freezing"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One bot and how many people it writes to; each way takes up to `jitter` ms; `writing` people write a second, from
    half a minute before on. `enough`: it ends once so many have it. Where no pace is kept, Telegram minds no limits.
    """

    name: str
    people: int
    jitter: int = 0
    pace: str = FREE
    writing: float = 0.0
    enough: int = 0


def prepare(settings: Settings, people: int) -> None:
    """A migrated database with a year of so many."""
    migrate.upgrade(settings.url)
    fill(settings.url, Crowd(people, 1, datetime.now(UTC), due=0), key.vault_of(settings))


def announce(settings: Settings) -> None:
    """Confirms an announcement to all of them, as another process would."""

    async def write() -> None:
        database = open_database(settings.url, key.vault_of(settings), SystemClock())
        await database.write(_confirm, datetime.now(UTC))
        await database.close()

    asyncio.run(write())


def _confirm(session: Session, now: datetime) -> None:
    officer = staff.appoint(session, OFFICER, "Petugas Contoh", Role.ADMINISTRATOR, now)
    campaign = announcing.draft(session, Audience.of(Trait.YEAR, FIRST_YEAR), officer.id, now)
    campaign.words = WORDS
    announcing.confirm(session, campaign.id, now, now)


def row(one: Run) -> str:
    """Of the table."""
    with TemporaryDirectory(prefix="canting-broadcast-") as folder, _telegram(one) as tg:
        home = Path(folder)
        if one.name != OURS:
            with Process(_partner(one, tg.url), {}, home) as process:
                return _broadcast(one, tg, process, lambda: None)
        settings = Settings(token="1:TEST", api_url=tg.url, home=home)
        prepare(settings, one.people)
        with Process([".venv/bin/canting", "run"], _environment(one, tg.url, home), home) as process:
            tg.wait_for_poll(process)
            return _broadcast(one, tg, process, partial(announce, settings))


def _telegram(one: Run) -> AbstractContextManager[Telegram]:
    return counting_telegram(one.jitter, limits=one.pace != OFF)


def _environment(one: Run, url: str, home: Path) -> dict[str, str]:
    told = {"token": "1:TEST", "api_url": url, "home": str(home), "pace": one.pace}
    return {
        f"CANTING_{name.upper()}": value for name, value in (told | {"profile": str(round_the_clock(home))}).items()
    }


def _partner(one: Run, url: str) -> Sequence[str]:
    program = PARTNERS / f"broadcast_{one.name}.py"
    return [".venv/partners/bin/python", str(program), url, str(FIRST_CHAT), str(one.people)]


def _broadcast(one: Run, tg: Telegram, process: Process, begin: Callable[[], None]) -> str:
    if one.writing:
        tg.talk(one.writing)
        time.sleep(IDLE_SECONDS)
    idle, cpu, memory = tg.seen(), process.cpu_seconds(), process.resident_bytes()
    begin()
    seen = tg.until(one.enough or one.people, process)
    cpu, resident = process.cpu_seconds() - cpu, process.resident_bytes()
    cells = (
        *(one.name, one.pace, f"0-{one.jitter} ms" if one.jitter else "bare"),
        *(f"{seen.reached:,} of {one.people:,}", f"{seen.rate:.1f}", seen.refused, seen.twice),
        *(f"{1000 * cpu / max(1, seen.reached):.2f}", f"{resident / 1e6:.0f}", f"{(resident - memory) / 1e6:.0f}"),
        *(_waits(idle, seen) if one.writing else ("", "", "")),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _waits(idle: Seen, seen: Seen) -> tuple[str, ...]:
    before = [waited for _asked, waited in idle.answers]
    longest = max((waited for _asked, waited in seen.answers), default=0.0)
    return tuple(f"{wait:.0f} ms" for wait in (p99(before), p99(seen.meanwhile), 1000 * longest))


def runs(chosen: argparse.Namespace) -> list[Run]:
    names = (OURS,) if chosen.alone else (OURS, "ptb", "aiogram")
    return [
        *(Run(name, chosen.beside, jitter) for jitter in (0, 40) for name in names if chosen.beside),
        *(Run(OURS, chosen.people, jitter) for jitter in (0, 40) if chosen.people),
        *([Run(OURS, chosen.people // 2, writing=2.0)] if chosen.people else ()),
        *(Run(OURS, chosen.paid, pace=PAID, writing=writing) for writing in (0.0, 10.0) if chosen.paid),
        *([Run(OURS, chosen.paid, pace=OFF)] if chosen.paid else ()),
        *(Run(OURS, size, pace=PAID, enough=min(size, 40_000)) for size in chosen.sizes),
    ]


def options() -> argparse.Namespace:
    made = argparse.ArgumentParser(prog="python -m tests.bench.broadcasting", description=__doc__)
    made.add_argument("--beside", type=int, default=600, help="recipients where the partners send too (%(default)s)")
    made.add_argument("--alone", action="store_true", help="without the partners")
    made.add_argument("--people", type=int, default=3_000, help="recipients at the free pace (%(default)s; 0: none)")
    made.add_argument("--paid", type=int, default=30_000, help="recipients at the paid pace (%(default)s; 0: none)")
    made.add_argument("--sizes", type=int, nargs="*", default=[], help="numbers of recipients whose memory is compared")
    return made.parse_args()


def main() -> int:
    print(f"Machine: {facts()}\n\n| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|")
    for one in runs(options()):
        print(row(one), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
