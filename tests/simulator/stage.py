"""A stage for the simulator's tests: a server on loopback, a clock, a bot that calls, people who act."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, FormData, web

from simulator.images import png
from simulator.person import Person
from simulator.server import build_app
from simulator.world import World

SITI, BLOCKER, STRANGER, GONE, BUDI = 1101, 1102, 1103, 1104, 1105
PICTURE = png(120, 80, (200, 220, 240))


@dataclass
class HandClock:
    """Stands still until a test moves it."""

    instant: datetime = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    ticks: float = 1000.0

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return self.ticks

    def set(self, to: datetime) -> None:
        self.ticks += max(0.0, (to - self.instant).total_seconds())
        self.instant = to

    def forward(self, seconds: float) -> None:
        self.set(self.instant + timedelta(seconds=seconds))


@dataclass
class Reply:
    """What the Bot API answered."""

    status: int
    body: dict[str, Any]

    @property
    def result(self) -> Any:
        assert self.body.get("ok"), self.body
        return self.body["result"]

    @property
    def refusal(self) -> tuple[int, str]:
        assert self.body["ok"] is False
        assert self.status == self.body["error_code"]
        return self.status, self.body["description"]


@dataclass
class Stage:
    """One running simulator."""

    world: World
    base: str
    http: ClientSession
    clock: HandClock = field(default_factory=HandClock)

    async def call(self, method: str, *, token: str = "1:TEST", **params: Any) -> Reply:
        """A call of the bot, as JSON."""
        async with self.http.post(f"{self.base}/bot{token}/{method}", json=params) as answer:
            return Reply(answer.status, await answer.json())

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> Reply:
        """A call with files, as multipart."""
        form = FormData(quote_fields=False)
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (filename, data) in files.items():
            form.add_field(name, data, filename=filename)
        async with self.http.post(f"{self.base}/bot1:TEST/{method}", data=form) as answer:
            return Reply(answer.status, await answer.json())

    async def updates(self, offset: int = 0, **params: Any) -> list[dict[str, Any]]:
        """What the bot gets; the clock moves on, so that no offset counts as repeated at once."""
        self.clock.forward(1)
        found: list[dict[str, Any]] = (await self.call("getUpdates", offset=offset, timeout=0, **params)).result
        return found

    async def act(self, person: int, act: str, query: str = "", **body: Any) -> dict[str, Any]:
        """An act of a person, which must be possible."""
        status, found = await self.page("POST", f"/sim/people/{person}/{act}{query}", body)
        assert status == 200, found
        assert isinstance(found, dict)
        return found

    async def chat(self, person: int) -> dict[str, Any]:
        """A person's chat."""
        found = (await self.page("GET", f"/sim/people/{person}/chat"))[1]
        assert isinstance(found, dict)
        return found

    async def page(self, verb: str, path: str, body: Any = None) -> tuple[int, Any]:
        """A request of the page."""
        async with self.http.request(verb, self.base + path, json=body) as answer:
            return answer.status, await answer.json()

    async def upload_act(self, person: int, act: str, name: str, data: bytes, caption: str = "") -> dict[str, Any]:
        """A person sends a file."""
        form = FormData(quote_fields=False)
        form.add_field("file", data, filename=name)
        form.add_field("caption", caption)
        async with self.http.post(f"{self.base}/sim/people/{person}/{act}", data=form) as answer:
            found = await answer.json()
            assert isinstance(found, dict)
            return found


async def eventually(stage: Stage, path: str, wanted: Any, tries: int = 2000) -> Any:
    """Ask the page's API until it answers as wanted; for what happens in another task."""
    found = None
    for _ in range(tries):
        found = (await stage.page("GET", path))[1]
        if wanted(found):
            return found
        await asyncio.sleep(0)
    raise AssertionError(f"{path} never came to that: {found}")


def cast(world: World) -> None:
    """The people of these tests; all are invented."""
    world.add_person(Person(SITI, "Siti", "Aminah", phone="+6281200000001", started=True, group="Pencaker"))
    world.add_person(Person(BLOCKER, "Bambang", started=True, blocked=True))
    world.add_person(Person(STRANGER, "Wulan", cast=False))
    world.add_person(Person(GONE, "Gone", started=True, deactivated=True))
    world.add_person(Person(BUDI, "Budi", "Santoso", started=True, group="Alumni", cast=False))


@asynccontextmanager
async def running(
    *, people: bool = True, clock: Any = None, home: Path | None = None, **options: Any
) -> AsyncIterator[Stage]:
    """A simulator on a free port of the loopback."""
    hand = clock or HandClock()
    world = World(clock=hand, home=home, **{"floods": False, **options})
    if people:
        cast(world)
    runner = web.AppRunner(build_app(world), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    async with ClientSession() as http:
        yield Stage(world, f"http://127.0.0.1:{port}", http, hand)
    await runner.cleanup()
