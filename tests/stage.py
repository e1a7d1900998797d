"""The stage: the simulator and the bot in this process, meeting over HTTP, with one clock in the hand."""

import asyncio
import atexit
import shutil
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web

from bot.app import Canting, build
from bot.key import vault_of
from bot.settings import Settings
from records import demonstration, profile
from records.database import open_database
from records.migrate import upgrade
from records.session import Session
from scheduler.pace import Tempo
from simulator.server import build_app
from simulator.world import World
from tests.clock import MORNING, HandClock
from tests.person import Phone

P = ParamSpec("P")
R = TypeVar("R")

TOKEN = "1:TEST"
ADMINISTRATOR = 7_000_000_001


@dataclass
class Stage:
    """What a test acts upon."""

    url: str
    clock: HandClock
    canting: Canting
    session: aiohttp.ClientSession
    home: Path
    settings: Settings
    world: World
    polling: asyncio.Task[None]
    cast: tuple[demonstration.Member, ...] = ()
    phones: dict[int, Phone] = field(default_factory=dict)
    # What a test counts on being refused, by its code: 403 where somebody has blocked the bot unseen.
    expects_refusals: set[int] = field(default_factory=set)
    is_up: bool = True

    async def person(self, first_name: str = "Siti", **about: Any) -> Phone:
        """Somebody new who has never written to the bot."""
        async with self.session.post(f"{self.url}/sim/people", json={"first_name": first_name, **about}) as response:
            assert response.status == 200, await response.text()
            (person,) = await response.json()
        return self.phone(person["id"])

    def phone(self, person_id: int) -> Phone:
        return self.phones.setdefault(person_id, Phone(self.session, self.url, person_id))

    def of(self, group: demonstration.Group) -> list[Phone]:
        """The phones of a part of the cast, the main parts first."""
        return [self.phone(member.chat_id) for member in self.cast if member.group is group]

    async def reads(self, work: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Looks into the records."""
        return await self.canting.database.read(work, *args, **kwargs)

    async def writes(self, work: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Changes the records behind the bot's back, as another process would."""
        return await self.canting.database.write(work, *args, **kwargs)

    async def fails(self, method: str, code: int | str, times: int = 1, **more: int) -> None:
        """Telegram is going to have trouble with a method."""
        order = {"method": method, "code": code, "times": times, **more}
        async with self.session.post(f"{self.url}/sim/fault", json=order) as response:
            assert response.status == 200, await response.text()

    async def goes_down(self) -> None:
        """The bot's process ends."""
        if not self.is_up:
            return
        self.is_up = False
        self.expects_refusals.add(409)  # what the long poll that is given up is told
        self.canting.stop()
        try:
            await self.polling
        finally:
            await self.canting.close()

    async def comes_up(self) -> None:
        """A new process on the same home."""
        self.canting, self.polling = await started(self.settings, self.clock)
        self.is_up = True

    async def is_quiet(self) -> None:
        """Until the bot has taken every update, and has said what it had to say or given up."""
        while self.world.updates.pending:  # noqa: ASYNC110  the simulator has no event for it
            await asyncio.sleep(0)
        await self.canting.speech.finish()

    async def a_moment_passes(self) -> None:
        """Every tick once, without the clock moving."""
        await self.canting.do_what_is_due()

    async def until(self, moment: datetime) -> None:
        """Lets time pass, with everything that falls due on the way."""
        while (due := await self.canting.next_due()) is not None and due <= moment:
            self.clock.set(max(due, self.clock.now() + timedelta(seconds=1)))
            await self.canting.do_what_is_due()
        self.clock.set(moment)
        await self.canting.do_what_is_due()

    async def passes(self, days: float = 0, hours: float = 0) -> None:
        await self.until(self.clock.now() + timedelta(days=days, hours=hours))

    def newest_file(self, phone: Phone) -> bytes:
        """What the newest document holds that the bot has sent somebody."""
        message = next(message for message in reversed(phone.bot_messages()) if message["kind"] == "document")
        found = self.world.files.find(message["file"]["id"])
        assert found is not None
        return self.world.files.read(found)

    async def refusals(self) -> list[dict[str, Any]]:
        """What the simulator refused."""
        async with self.session.get(f"{self.url}/sim/refusals") as response:
            found: list[dict[str, Any]] = await response.json()
            return found


def settings_for(home: Path, url: str, **more: Any) -> Settings:
    return Settings(token=TOKEN, api_url=url, home=home, **more)


def kept_for_the_run(prefix: str) -> Path:
    """A folder that is there until this process ends."""
    folder = Path(mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=1)
def empty_home() -> Path:
    """A home with a migrated, empty database and its key, made once and copied for every test."""
    home = kept_for_the_run("canting-empty-")
    vault_of(settings_for(home, "http://127.0.0.1"))
    upgrade(settings_for(home, "http://127.0.0.1").url)
    return home


@lru_cache(maxsize=4)
def seeded_home(start: datetime) -> tuple[Path, demonstration.Cast]:
    """A home with the demonstration as of an instant, made once and copied for every test."""
    home = kept_for_the_run("canting-seeded-")
    shutil.copytree(empty_home(), home, dirs_exist_ok=True)
    with ThreadPoolExecutor(1) as another_loop:
        cast = another_loop.submit(
            lambda: asyncio.run(seed(settings_for(home, "http://127.0.0.1"), HandClock(start)))
        ).result()
    return home, cast


async def started(settings: Settings, clock: HandClock) -> tuple[Canting, asyncio.Task[None]]:
    """A bot at work, but for its ticks: those a test calls itself."""
    canting = await build(settings, clock)
    await canting.sender.take_office()
    await canting.turns.pay_debts()
    return canting, asyncio.create_task(canting.poller.run())


async def seed(settings: Settings, clock: HandClock) -> demonstration.Cast:
    """Fills a database with demonstration data as of this clock."""
    vault, centre = vault_of(settings), profile.load()
    database = open_database(settings.url, vault, clock)
    calendar = centre.calendar.calendar(ZoneInfo("Asia/Jakarta"))
    cast = await database.write(demonstration.seed, vault, centre, calendar, clock.now())
    await database.close()
    return cast


@asynccontextmanager
async def staged(
    home: Path,
    *,
    demo: bool = True,
    floods: bool = False,
    start: datetime = MORNING,
    cast: demonstration.Cast | None = None,
    **more: Any,
) -> AsyncIterator[Stage]:
    """Opens the curtain on a fresh home; with a `cast`, on a home and database that know these people already.

    Where Telegram minds no `floods`, no pace is kept: the clock stands still while messages go out.
    """
    if cast is None:
        original, cast = seeded_home(start) if demo else (empty_home(), demonstration.Cast(()))
        shutil.copytree(original, home, dirs_exist_ok=True)
    clock = HandClock(start)
    world = World(token=TOKEN, clock=clock, floods=floods)
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    settings = settings_for(home, url, **{"pace": Tempo.FREE if floods else Tempo.OFF, **more})
    async with aiohttp.ClientSession() as session:
        if cast.members:
            async with session.post(f"{url}/sim/people", json=[_person(member) for member in cast.members]) as response:
                assert response.status == 200, await response.text()
        canting, polling = await started(settings, clock)
        opened = Stage(url, clock, canting, session, home, settings, world, polling, cast.members)
        try:
            yield opened
        finally:
            await opened.goes_down()
    await runner.cleanup()


def _person(member: demonstration.Member) -> dict[str, Any]:
    return {
        "id": member.chat_id,
        "first_name": member.first_name,
        "last_name": member.last_name,
        "phone": member.phone,
        "group": member.group.value,
        "note": member.note,
        "cast": member.cast,
        "started": member.started,
        "blocked": member.blocked,
    }
