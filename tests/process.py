"""The bot as its own process, in real time, beside a simulator in this process: `canting` as a shell starts it, or a
copy of a process that has loaded it already.
"""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from simulator.chat import Chat
from simulator.server import build_app
from simulator.world import World
from tests.forked import Forked
from tests.person import Phone
from tests.stage import TOKEN, empty_home

COMMAND = Path(sys.executable).with_name("canting")
PATIENCE_SECONDS = 60


class LonePhone(Phone):
    """A phone whose bot may be dead: acts can go unanswered."""

    async def acts_alone(self, act: str, **body: Any) -> None:
        """Acts, and waits for nothing."""
        await self._act(act, expects_answer=False, **body)

    async def presses(self, words: str, *, alone: bool = False) -> None:
        """The newest button whose data begins or ends with these words, as soon as there is one."""
        await self.looks()
        while not (found := [(m, d) for m, _label, d in self.buttons() if d.startswith(words) or d.endswith(words)]):
            seq = self.chat["seq"]
            async with self._session.get(f"{self._url}/wait", params={"after": seq, "timeout": 20}) as response:
                self.chat = await response.json()
            assert self.chat["seq"] > seq, f"no button {words!r} among {self.buttons()}"
        message_id, data = found[0]
        await self._act("tap", expects_answer=not alone, message_id=message_id, data=data)


class Telegram:
    """The simulator, open to look into: a wait ends with the very call of the bot that brings what is waited for."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.session: aiohttp.ClientSession
        self._stirred = asyncio.Event()
        confirmed = world.updates.on_confirm

        def on_confirm(update_id: int) -> None:
            if confirmed is not None:
                confirmed(update_id)
            self._stirred.set()

        world.updates.on_confirm = on_confirm

    @web.middleware
    async def stir(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        """Wakes those who wait before and after every call."""
        self._stirred.set()
        try:
            answer: web.StreamResponse = await handler(request)
            return answer
        finally:
            self._stirred.set()

    def on_act(self, look: Callable[[Chat], None]) -> None:
        """Calls this whenever the bot has done something in a chat that the person can see."""
        acted = self.world.acted

        def seen(chat: Chat) -> None:
            acted(chat)
            look(chat)

        self.world.acted = seen  # type: ignore[method-assign]

    def wake(self) -> None:
        """Lets those who wait look again."""
        self._stirred.set()

    async def until(self, holds: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Until this holds; it is looked at again whenever something is called."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    self._stirred.clear()
                    await self._stirred.wait()
        except TimeoutError:
            raise AssertionError(f"it never came to this: {what}") from None

    def polls(self) -> int:
        """How often getUpdates was called."""
        return self.world.calls.counts["getUpdates"]

    def all_confirmed(self) -> bool:
        return not self.world.updates.pending

    async def person(self, first_name: str = "Siti", **about: Any) -> LonePhone:
        """Somebody who has never written to the bot."""
        async with self.session.post(f"{self.url}/sim/people", json={"first_name": first_name, **about}) as response:
            assert response.status == 200, await response.text()
            (person,) = await response.json()
        return LonePhone(self.session, self.url, person["id"])

    async def fails(self, method: str, code: int | str, times: int = 1) -> None:
        """Telegram is going to have trouble with a method."""
        order = {"method": method, "code": code, "times": times}
        async with self.session.post(f"{self.url}/sim/fault", json=order) as response:
            assert response.status == 200, await response.text()

    async def refusals(self) -> list[str]:
        """What was refused, but for the long poll of a process that is gone: the next poll ends it with a conflict."""
        async with self.session.get(f"{self.url}/sim/refusals") as response:
            return [one["description"] for one in await response.json() if one["method"] != "getUpdates"]


@asynccontextmanager
async def telegram(token: str = TOKEN) -> AsyncIterator[Telegram]:
    """A simulator on a free port of the loopback, without floods."""
    opened = Telegram(World(token=token, floods=False))
    app = build_app(opened.world)
    app.middlewares.append(opened.stir)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    opened.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as session:
        opened.session = session
        yield opened
    await runner.cleanup()


def migrated(home: Path) -> Path:
    """A fresh home whose database is migrated and empty."""
    shutil.copytree(empty_home(), home)
    return home


def environment(home: Path, url: str, **settings: str) -> dict[str, str]:
    """What the process sees: this one's environment without any settings, and these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CANTING_")}
    told = {"token": TOKEN, "api_url": url, "home": str(home)} | settings
    return kept | {f"CANTING_{name.upper()}": value for name, value in told.items()}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Process:
    """One process that we started, and the only one we ever signal."""

    child: asyncio.subprocess.Process | Forked
    lines: list[str] = field(default_factory=list)

    @property
    def is_alive(self) -> bool:
        return self.child.returncode is None

    async def logs(self, words: str) -> None:
        """Until a line of its log holds these words."""
        assert self.child.stderr is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not any(words in line for line in self.lines):
                line = await self.child.stderr.readline()
                assert line, f"it ended without saying {words!r}: {self.lines}"
                self.lines.append(line.decode())

    async def ends(self) -> Outcome:
        """Until it has ended by itself."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            out, err = await self.child.communicate()
        assert self.child.returncode is not None
        return Outcome(self.child.returncode, out.decode(), "".join(self.lines) + err.decode())

    async def stop(self) -> Outcome:
        """As a service manager stops it."""
        self.child.send_signal(signal.SIGTERM)
        return await self.ends()

    async def kill(self) -> Outcome:
        """kill -9, which nothing can prepare for."""
        if self.is_alive:
            self.child.kill()
        return await self.ends()


async def command(environ: dict[str, str], *arguments: str) -> Process:
    """Starts `canting` with these arguments, as a shell does."""
    child = await asyncio.create_subprocess_exec(
        str(COMMAND),
        *arguments,
        env=environ,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    return Process(child)


async def canting(home: Path, url: str, *arguments: str, **settings: str) -> Outcome:
    """A command from its start to its end."""
    process = Process(await Forked.start(environment(home, url, **settings), *arguments))
    try:
        return await process.ends()
    finally:
        await process.kill()


@asynccontextmanager
async def running(tg: Telegram, home: Path, **settings: str) -> AsyncIterator[Process]:
    """The bot, from its first getUpdates on. Whatever happens, it does not outlive the test."""
    polls = tg.polls()
    process = Process(await Forked.start(environment(home, tg.url, **settings), "run"))
    watch = asyncio.create_task(_stir_at_end(tg, process))
    try:
        await tg.until(lambda: tg.polls() > polls or not process.is_alive, "the bot's first getUpdates")
        assert process.is_alive, (await process.ends()).err
        yield process
    finally:
        await process.kill()
        await watch


async def _stir_at_end(tg: Telegram, process: Process) -> None:
    """Its end wakes those who wait for something of it."""
    await process.child.wait()
    tg.wake()
