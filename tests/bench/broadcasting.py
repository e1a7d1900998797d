"""An announcement to thousands against a Telegram that counts: how many messages a second, and how many refusals.

The simulated Telegram runs here, with floods and, on demand, a network that jitters; each bot is a process of its own.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
from aiohttp import web

from bot import key
from bot.clock import SystemClock
from bot.settings import Settings
from records import announcing, migrate, staff
from records.audiences import Audience, Trait
from records.database import open_database
from records.session import Session
from records.staff import Role
from simulator.errors import RefusalError
from simulator.server import build_app
from simulator.world import World
from tests.bench.alumni import COHORTS_A_YEAR, Crowd, fill
from tests.bench.machine import facts
from tests.bench.process import Process

PARTNERS = Path(__file__).parent / "partners"
FIRST_CHAT, OFFICER = 1_000_000, 99
PATIENCE = 30.0


@dataclass
class Gate:
    """What Telegram let through and what it refused: monotonic seconds of each message that counted."""

    world: World
    sent: list[float] = field(default_factory=list)
    refused: int = 0

    def __post_init__(self) -> None:
        admit: Callable[..., None] = self.world.floods.admit

        def noting(chat_id: int, count: int, now: float, *, paid: bool = False) -> None:
            try:
                admit(chat_id, count, now, paid=paid)
            except RefusalError:
                self.refused += 1
                raise
            if chat_id >= FIRST_CHAT:
                self.sent.append(time.monotonic())

        self.world.floods.admit = noting  # type: ignore[method-assign]

    @property
    def rate(self) -> float:
        """Messages a second from the first to the last."""
        return len(self.sent) / (self.sent[-1] - self.sent[0]) if len(self.sent) > 1 else 0.0

    async def until(self, people: int, process: Process) -> None:
        """Until all have it, or nothing has moved for long."""
        moved, before = time.monotonic(), 0
        while len(self.sent) < people and process.alive and time.monotonic() - moved < PATIENCE:
            await asyncio.sleep(0.1)
            if len(self.sent) > before:
                moved, before = time.monotonic(), len(self.sent)


@asynccontextmanager
async def telegram(people: int, jitter: tuple[float, float] | None) -> AsyncIterator[tuple[str, Gate]]:
    """The address of a simulated Telegram that knows these people, all of whom have met the bot."""
    world = World(floods=True, jitter=jitter)
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    known = [
        {"id": chat, "first_name": f"Peserta {chat}", "started": True}
        for chat in (OFFICER, *range(FIRST_CHAT, FIRST_CHAT + people))
    ]
    async with aiohttp.ClientSession() as session, session.post(f"{url}/sim/people", json=known) as response:
        response.raise_for_status()
    yield url, Gate(world)
    await runner.cleanup()


def prepare(settings: Settings, people: int) -> None:
    """A migrated database with a cohort of so many, and an announcement to all of them, confirmed."""
    vault, now = key.vault_of(settings), datetime.now(UTC)
    migrate.upgrade(settings.url)
    fill(settings.url, Crowd(people * COHORTS_A_YEAR, 1, now, due=0), vault)

    def confirm(session: Session) -> None:
        officer = staff.appoint(session, OFFICER, "Petugas Contoh", Role.ADMINISTRATOR, now)
        campaign = announcing.draft(session, Audience.of(Trait.COHORT, 1), officer.id, now)
        campaign.words = "Pembukaan pelatihan hari Senin pukul 08.00."
        announcing.confirm(session, campaign.id, now, now)

    async def write() -> None:
        database = open_database(settings.url, vault, SystemClock())
        await database.write(confirm)
        await database.close()

    asyncio.run(write())


@dataclass(frozen=True, slots=True)
class Run:
    """One bot, how many people, and what the network does."""

    name: str
    people: int
    jitter: tuple[float, float] | None
    pace: str = "free"


async def run(one: Run, home: Path) -> str:
    """A row of the table."""
    async with telegram(one.people, one.jitter) as (url, gate):
        with Process(*_command(one, url, home), home) as process:
            await gate.until(one.people, process)
            await asyncio.sleep(1)
            cpu, memory = process.cpu_seconds(), process.resident_bytes() / 1e6
    network = "bare" if one.jitter is None else f"{one.jitter[0]:.0f}-{one.jitter[1]:.0f} ms"
    return (
        f"| {one.name} | {one.pace} | {network} | {len(gate.sent)} of {one.people} | {gate.rate:.1f} | {gate.refused} "
        f"| {cpu / one.people * 1000:.2f} | {memory:.0f} |"
    )


def _command(one: Run, url: str, home: Path) -> tuple[Sequence[str], dict[str, str]]:
    if one.name == "canting":
        environment = {"CANTING_TOKEN": "1:TEST", "CANTING_API_URL": url, "CANTING_HOME": str(home)}
        return [".venv/bin/canting", "run"], {**environment, "CANTING_PACE": one.pace}
    program = PARTNERS / f"broadcast_{one.name}.py"
    return [".venv/partners/bin/python", str(program), url, str(FIRST_CHAT), str(one.people)], {}


def measured(one: Run) -> str:
    with TemporaryDirectory(prefix="canting-broadcast-") as folder:
        home = Path(folder)
        if one.name == "canting":
            prepare(Settings(token="1:TEST", api_url="http://127.0.0.1", home=home), one.people)
        return asyncio.run(run(one, home))


def options() -> argparse.Namespace:
    made = argparse.ArgumentParser(prog="python -m tests.bench.broadcasting", description=__doc__)
    made.add_argument("--people", type=int, default=600, help="recipients at the free pace (%(default)s)")
    made.add_argument("--paid", type=int, default=0, help="recipients at the paid pace (%(default)s: not measured)")
    made.add_argument("--alone", action="store_true", help="without the partners")
    return made.parse_args()


def main() -> int:
    chosen = options()
    names = ("canting",) if chosen.alone else ("canting", "ptb", "aiogram")
    runs = [Run(name, chosen.people, jitter) for jitter in (None, (0.0, 40.0)) for name in names]
    runs += [Run("canting", chosen.paid, None, "paid")] if chosen.paid else []
    print(f"{facts()}\n\n| bot | pace | network | sent | a second | refused | ms of CPU each | MB |\n{'|---' * 8}|")
    for one in runs:
        print(measured(one), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
