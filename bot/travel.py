"""Travel: under `canting simulate` the bot serves /clock on loopback, and a jump stops at every due instant on the
way.
"""

import asyncio
from datetime import datetime

import aiohttp
from aiohttp import web

from bot.app import Canting
from bot.clock import TravellingClock

STOPS_A_JUMP = 10_000


class Travel:
    """Moves the clock forward. One jump at a time."""

    def __init__(self, clock: TravellingClock) -> None:
        self._clock = clock
        self._canting: Canting | None = None
        self._one = asyncio.Lock()

    def board(self, canting: Canting) -> None:
        self._canting = canting

    def leave(self) -> None:
        """The bot is about to stop: its database will not be asked any more."""
        self._canting = None

    async def jump(self, request: web.Request) -> web.Response:
        """POST /clock {"to": an ISO instant, or "next"}."""
        if self._canting is None:
            return web.json_response({"error": "the bot is not up"}, status=503)
        if self._one.locked():
            return web.json_response({"error": "the clock is travelling already"}, status=409)
        async with self._one:
            try:
                target = await self._target(self._canting, await request.json())
            except ValueError:
                return web.json_response({"error": "expected an ISO instant with its time zone, or 'next'"}, status=400)
            if target is None:
                return web.json_response({"error": "nothing is due"}, status=409)
            await self._to(self._canting, target)
            return web.json_response(await self._now())

    async def tell(self, _request: web.Request) -> web.Response:
        """GET /clock."""
        if self._canting is None:
            return web.json_response({"error": "the bot is not up"}, status=503)
        return web.json_response(await self._now())

    async def next_due(self) -> str | None:
        """The next instant at which something happens by itself; None while the bot is not up, too."""
        due = None if self._canting is None else await self._canting.next_due()
        return None if due is None else due.isoformat()

    async def _now(self) -> dict[str, str | None]:
        return {"now": self._clock.now().isoformat(), "next_due": await self.next_due()}

    async def _target(self, canting: Canting, order: object) -> datetime | None:
        """Raises ValueError where the order names no instant."""
        to = str(order.get("to", "")) if isinstance(order, dict) else ""
        if to == "next":
            return await canting.next_due()
        target = datetime.fromisoformat(to)
        if target.tzinfo is None:
            raise ValueError("an instant without its time zone")
        return target

    async def _to(self, canting: Canting, target: datetime) -> None:
        self._clock.travelling = True
        try:
            for _stop in range(STOPS_A_JUMP):
                due = await canting.next_due()
                if due is None or due > target:
                    break
                await self._clock.move_to(due)
                await canting.do_what_is_due()
            await self._clock.move_to(target)
            await canting.do_what_is_due()
        finally:
            self._clock.travelling = False


def clock_app(travel: Travel) -> web.Application:
    app = web.Application()
    app.add_routes([web.get("/clock", travel.tell), web.post("/clock", travel.jump)])
    return app


async def tell_simulator(url: str, now: datetime) -> None:
    """Keeps the simulator's clock abreast of ours."""
    async with aiohttp.ClientSession() as session, session.post(url, json={"now": now.isoformat()}) as response:
        response.raise_for_status()


async def simulator_time(url: str) -> datetime:
    """What time the simulator kept since it was last left."""
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return datetime.fromisoformat((await response.json())["now"])
