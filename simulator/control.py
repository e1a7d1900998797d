"""What the page and tests steer: the clock, faults, what was refused and counted, the stream of events, files."""

import asyncio
import calendar
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web

from simulator.answers import answer, answering, json_body
from simulator.clock import Settable
from simulator.entity import Json
from simulator.errors import PageError
from simulator.world import World

# The calendar a jump of a month follows.
HOME_ZONE = ZoneInfo("Asia/Jakarta")
# The bot does everything that falls due on the way, which may take a while.
TRAVEL_TIMEOUT = aiohttp.ClientTimeout(total=600)
KEEP_ALIVE = 15.0


class Control:
    """The handlers of /clock and of what is left of /sim."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What it answers to."""
        return [
            web.get("/clock", answering(self.now)),
            web.post("/clock", answering(self.set_clock)),
            web.post("/sim/clock", answering(self.jump)),
            web.post("/sim/fault", answering(self.order_fault)),
            web.get("/sim/fault", answering(self.faults)),
            web.get("/sim/refusals", answering(self.refusals)),
            web.delete("/sim/refusals", answering(self.forget_refusals)),
            web.get("/sim/calls", answering(self.calls)),
            web.get("/sim/events", self.events),
            web.get("/sim/files/{id}", answering(self.file)),
        ]

    async def now(self, _request: web.Request) -> web.Response:
        """What time it is here."""
        return answer({"now": self._world.clock.now().isoformat()})

    async def set_clock(self, request: web.Request) -> web.Response:
        """Make it another time; the bot calls this at every step of a jump."""
        value = await json_body(request)
        self._set(_instant(value.get("now") if isinstance(value, dict) else None))
        return await self.now(request)

    async def jump(self, request: web.Request) -> web.Response:
        """Travel ahead. With a bot that travels it leads and this clock follows; else only this clock moves."""
        value = await json_body(request)
        jump = str(value.get("jump")) if isinstance(value, dict) else ""
        if self._world.clock_url:
            target = jump if jump == "next" else _ahead(self._world.clock.now(), jump).isoformat()
            return await self._travel(self._world.clock_url, target)
        if jump == "next":
            raise PageError(409, "without the bot's clock nobody knows what is due next")
        self._set(_ahead(self._world.clock.now(), jump))
        return answer({"now": self._world.clock.now().isoformat(), "next_due": None, "travels": False})

    async def _travel(self, url: str, target: str) -> web.Response:
        try:
            async with (
                aiohttp.ClientSession(timeout=TRAVEL_TIMEOUT) as session,
                session.post(url, json={"to": target}) as arrived,
            ):
                found: Json = await arrived.json()
                status = arrived.status
        except (aiohttp.ClientError, TimeoutError, ValueError):
            raise PageError(503, "the bot does not answer") from None
        if status >= 400:
            raise PageError(status, str(found.get("error", "the bot cannot travel now")))
        self._world.next_due = found.get("next_due")
        self._world.travelled()
        return answer(found | {"travels": True})

    def _set(self, to: datetime) -> None:
        if not isinstance(self._world.clock, Settable):
            raise PageError(409, "this clock cannot be set")
        self._world.clock.set(to)
        self._world.travelled()

    async def order_fault(self, request: web.Request) -> web.Response:
        """A test orders a method to fail."""
        return answer(self._world.faults.order(await json_body(request)).to_json())

    async def faults(self, _request: web.Request) -> web.Response:
        """The faults still to strike."""
        return answer([fault.to_json() for fault in self._world.faults.ordered])

    async def refusals(self, _request: web.Request) -> web.Response:
        """What the bot was refused."""
        return answer(list(self._world.calls.refusals))

    async def forget_refusals(self, _request: web.Request) -> web.Response:
        """Begin a new list."""
        self._world.calls.refusals.clear()
        return answer([])

    async def calls(self, _request: web.Request) -> web.Response:
        """How often each method was called."""
        return answer(dict(self._world.calls.counts))

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file, with its name."""
        file = self._world.files.find(request.match_info["id"])
        if file is None:
            raise PageError(404, "there is no such file")
        # A picture may be shown; anything else is only ever saved, so that no upload runs as a page of ours.
        manner = "inline" if file.mime in ("image/png", "image/jpeg", "image/gif", "image/webp") else "attachment"
        headers = {
            "Content-Disposition": f"{manner}; filename*=UTF-8''{quote(file.name, safe='')}",
            "X-Content-Type-Options": "nosniff",
        }
        kind = file.mime if manner == "inline" else "application/octet-stream"
        return web.Response(body=self._world.files.read(file), content_type=kind, headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events, until the page goes or the simulator ends."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        queue = self._world.events.subscribe()
        ending = asyncio.create_task(self._world.closing.wait())
        try:
            await response.write(b": hello\n\n")
            while not ending.done():
                await _pass_on(queue, response, ending)
        except ConnectionError:
            return response
        finally:
            ending.cancel()
            self._world.events.unsubscribe(queue)
        return response


async def _pass_on(queue: asyncio.Queue[str], response: web.StreamResponse, ending: asyncio.Task[Any]) -> None:
    """Write the next event, or a comment that keeps the connection open."""
    waiting = asyncio.create_task(queue.get())
    both: list[asyncio.Task[Any]] = [waiting, ending]
    await asyncio.wait(both, timeout=KEEP_ALIVE, return_when=asyncio.FIRST_COMPLETED)
    if waiting.done():
        await response.write(f"data: {waiting.result()}\n\n".encode())
    else:
        waiting.cancel()
        await response.write(b": still here\n\n")


def _instant(value: object) -> datetime:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        raise PageError(400, "now must be an ISO instant") from None
    if found.tzinfo is None:
        raise PageError(400, "now must have an offset")
    return found


def _ahead(now: datetime, jump: str) -> datetime:
    """An hour, a day or a calendar month from now."""
    if jump == "hour":
        return now + timedelta(hours=1)
    if jump == "day":
        return now + timedelta(days=1)
    if jump != "month":
        raise PageError(400, "jump must be hour, day, month or next")
    local = now.astimezone(HOME_ZONE)
    year, month = local.year + local.month // 12, local.month % 12 + 1
    day = min(local.day, calendar.monthrange(year, month)[1])
    return local.replace(year=year, month=month, day=day).astimezone(now.tzinfo)
