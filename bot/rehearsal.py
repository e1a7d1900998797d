"""The rehearsal: a simulated Telegram, demonstration data and the bot, in one process, apart from everything real."""

import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import datetime, time, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.app import Canting
from bot.clock import TravellingClock
from bot.key import vault_of
from bot.lead import FileLead
from bot.serving import serve
from bot.settings import Settings, SettingsError
from bot.travel import Travel, clock_app, simulator_time, tell_simulator
from records import demonstration, profile
from records.calendar import Calendar
from records.database import open_database
from records.demonstration import Cast
from records.migrate import upgrade
from records.store import FOLDER, FileStore
from simulator.server import build_app
from simulator.world import World

TOKEN = "1:REHEARSAL"  # noqa: S105  the simulator's, which opens nothing else
PORTS_TRIED = 50
IS_SET = "stage-is-set"
NUMBERS_SKIPPED = 1000
HOST = "127.0.0.1"


def rehearsal_settings(settings: Settings, port: int, web_port: int) -> Settings:
    """The same centre, with files, database and key of its own under HOME/simulator: the real database is never
    touched. The web page is on, at an address of this machine.
    """
    own = {
        "token": TOKEN,
        "api_url": f"http://{HOST}:{port}",
        "home": settings.home / "simulator",
        "database_url": "",
        "secret_key": "",
        "web_url": f"http://{HOST}:{web_port}",
        "web_port": web_port,
    }
    return settings.model_copy(update=own)


async def rehearse(
    settings: Settings,
    port: int,
    fresh: bool,
    until_signalled: Callable[[Callable[[], None]], None],
    say: Callable[[str], None],
) -> None:
    """Runs until stopped, and says the one address."""
    listener = free_port(port)
    port = listener.getsockname()[1]
    own = rehearsal_settings(settings, port, _port_beside(port))
    async with _alone(own.home):
        if fresh or not (own.home / IS_SET).exists():
            shutil.rmtree(own.home, ignore_errors=True)
        own.home.mkdir(parents=True, exist_ok=True)
        clock = TravellingClock(lambda now: tell_simulator(f"{own.api_url}/clock", now))
        travel = Travel(clock)
        clock_listener = free_port(0)
        world = _world(own.home / "telegram", _url(clock_listener, "/clock"))

        def ready(canting: Canting) -> None:
            def stop() -> None:
                travel.leave()
                canting.stop()

            until_signalled(stop)
            travel.board(canting)
            say(f"\nCanting rehearses at {own.api_url}/\nOpen it in a browser. Ctrl-C ends it.\n")

        async with _served(_page(world, travel), listener), _served(clock_app(travel), clock_listener):
            await _resume(clock, own)
            await _set_stage(own, clock, world)
            await serve(own, clock, ready)


@asynccontextmanager
async def _alone(home: Path) -> AsyncIterator[None]:
    """Two rehearsals in one folder would overwrite each other's chats."""
    home.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLead(home.with_name(f"{home.name}.lock"))
    if not await lock.try_take():
        raise SettingsError(
            f"another rehearsal is running in {home}: stop it first, or give this one another folder (CANTING_HOME)"
        )
    try:
        yield
    finally:
        await lock.give_up()


def _world(home: Path, clock_url: str) -> World:
    """The simulated Telegram as it was left. A kill may have taken its last seconds, which the bot remembers: so that
    no new update bears the number of one that the bot knows, the numbers go on further ahead, every time anew.
    """
    world = World(token=TOKEN, home=home, clock_url=clock_url)
    world.updates.next_id += NUMBERS_SKIPPED
    _save(world)
    return world


def _save(world: World) -> None:
    """At once, for what must not be lost."""
    if world.store is not None:
        world.store.save()


def _page(world: World, travel: Travel) -> web.Application:
    """The simulator, whose page is always told what is due next."""

    @web.middleware
    async def knowing_what_is_due(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if request.path == "/sim/state":
            world.next_due = await travel.next_due()
        return await handler(request)

    app = build_app(world)
    app.middlewares.append(knowing_what_is_due)
    return app


async def _resume(clock: TravellingClock, settings: Settings) -> None:
    """A rehearsal goes on at the time at which it was left."""
    await clock.move_to(await simulator_time(f"{settings.api_url}/clock"))


async def _set_stage(settings: Settings, clock: TravellingClock, world: World) -> None:
    """A new rehearsal gets a database with demonstration data, and their people get phones. Only when both are on disk
    is it marked as set: one that was killed on the way begins anew.
    """
    upgrade(settings.url)
    if (settings.home / IS_SET).exists():
        return
    centre = profile.load(settings.profile)
    vault = vault_of(settings)
    database = open_database(settings.url, vault, clock)
    try:
        calendar = centre.calendar.calendar(settings.zone)
        await clock.move_to(first_morning(calendar, clock.now()))
        store = FileStore(settings.home / FOLDER, vault)
        cast = await database.write(demonstration.seed, vault, centre, calendar, clock.now(), store)
    finally:
        await database.close()
    await introduce(f"{settings.api_url}/sim/people", cast)
    _save(world)
    (settings.home / IS_SET).touch()


def first_morning(calendar: Calendar, now: datetime) -> datetime:
    """A rehearsal begins when the sending hours of a day do, so that nothing waits for the morning at first."""
    today = datetime.combine(now.astimezone(calendar.zone), time(), calendar.zone)
    begin = calendar.next_allowed(today)
    return begin if begin > now else calendar.next_allowed(today + timedelta(days=1))


async def introduce(url: str, cast: Cast) -> None:
    """Tells the simulator whom the demonstration data know."""
    people = [
        {("id" if name == "chat_id" else name): value for name, value in asdict(member).items()}
        for member in cast.members
    ]
    async with aiohttp.ClientSession() as session, session.post(url, json=people) as response:
        response.raise_for_status()


def free_port(first: int) -> socket.socket:
    """A listening socket on the first port that is free, counting up; 0 leaves the choice to the system."""
    for port in range(first, first + PORTS_TRIED) if first else (0,):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            listener.close()
            continue
        return listener
    raise OSError(98, "no free port", f"port {first} and the {PORTS_TRIED} after it")


def _port_beside(port: int) -> int:
    """A free port for the web page, the same at every start where it can be: links in chats stay good."""
    with free_port(port + 1) as listener:
        return int(listener.getsockname()[1])


def _url(listener: socket.socket, path: str) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}{path}"


@asynccontextmanager
async def _served(app: web.Application, listener: socket.socket) -> AsyncIterator[None]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
    await runner.setup()
    await web.SockSite(runner, listener).start()
    try:
        yield
    finally:
        await runner.cleanup()
