"""The Bot API over HTTP: one call in, one answer out, with faults and delays where a test ordered them."""

import asyncio
import inspect
import json
import random
import re
from typing import Any

from aiohttp import web

from simulator.errors import RefusalError
from simulator.faults import BROKEN, Fault
from simulator.methods import METHODS
from simulator.params import Params, read_params
from simulator.world import Method, World

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


def check_token(world: World, token: str) -> None:
    """Telegram says 401 to a token it does not know and 404 to what cannot be one."""
    if token != world.token:
        raise RefusalError(401, "Unauthorized") if _TOKEN.fullmatch(token) else RefusalError(404, "Not Found")


class BotApi:
    """The handlers of /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call."""
        world = self._world
        try:
            check_token(world, request.match_info["token"])
            name, method = _method(request.match_info["method"])
        except RefusalError as refusal:
            world.calls.refused(request.match_info["method"], refusal, 0)
            return _refused(refusal)
        world.calls.counts[name] += 1
        ticket = 0 if name == "getUpdates" else world.calls.begin()
        try:
            return await self._answer(request, name, method, ticket)
        finally:
            world.calls.end(ticket)

    async def _answer(self, request: web.Request, name: str, method: Method, ticket: int) -> web.StreamResponse:
        world, params = self._world, Params()
        await self._travel()
        try:
            params = await read_params(request)
            if world.faults.ordered and (fault := world.faults.take(name.lower(), params.integer("chat_id"))):
                return await self._strike(fault, request, method, params, ticket)
            result = method(world, params)
            if inspect.isawaitable(result):
                result = await result
        except RefusalError as refusal:
            world.calls.refused(name, refusal, params.integer("chat_id"))
            await self._travel()
            return _refused(refusal)
        await self._travel()
        return _done(result)

    async def _travel(self) -> None:
        """The way of a call to Telegram, or of its answer back."""
        if self._world.jitter:
            await asyncio.sleep(random.uniform(*self._world.jitter) / 1000)  # noqa: S311

    async def _strike(
        self, fault: Fault, request: web.Request, method: Method, params: Params, ticket: int
    ) -> web.StreamResponse:
        """A fault a test ordered. It is not the bot's doing and not kept among its refusals."""
        if fault.code not in BROKEN:
            return _refused(fault.refusal())
        if fault.code == "timeout_after":
            result = method(self._world, params)
            if inspect.isawaitable(result):
                await result
        self._world.calls.end(ticket)
        if fault.code != "drop":
            await self._world.closing.wait()
        if request.transport:
            request.transport.abort()
        return web.Response(status=502)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file that getFile named."""
        world = self._world
        try:
            check_token(world, request.match_info["token"])
        except RefusalError as refusal:
            return _refused(refusal)
        file = world.files.at_path(request.match_info["path"])
        if file is None:
            return _refused(RefusalError(404, "Not Found"))
        return web.Response(body=world.files.read(file), content_type="application/octet-stream")


def _method(name: str) -> tuple[str, Method]:
    found = METHODS.get(name.lower())
    if found is None:
        raise RefusalError(404, "Not Found")
    return found


def _done(result: Any) -> web.Response:
    text = result if isinstance(result, str) else json.dumps(result, ensure_ascii=False)
    body = f'{{"ok":true,"result":{text}}}'.encode("utf-8", "surrogatepass")
    return web.Response(body=body, content_type="application/json")


def _refused(refusal: RefusalError) -> web.Response:
    answer: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.retry_after is not None:
        answer["parameters"] = {"retry_after": refusal.retry_after}
    if refusal.moved_to is not None:
        answer["parameters"] = {"migrate_to_chat_id": refusal.moved_to}
    body = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    return web.Response(status=refusal.code, body=body, content_type="application/json")
