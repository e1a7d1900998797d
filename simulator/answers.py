"""Requests and answers of the page's API: JSON both ways, and a sentence where something cannot be done."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator.errors import PageError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def answering(handler: Handler) -> Handler:
    """The handler, with its PageErrors said to the page."""

    async def answered(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except PageError as error:
            return answer({"error": error.text}, error.status)

    return answered


def answer(value: Any, status: int = 200) -> web.Response:
    """A JSON answer."""
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return web.Response(status=status, body=body, content_type="application/json")


async def json_body(request: web.Request) -> Any:
    """The JSON of a request; an empty body is an empty object."""
    body = await request.read()
    try:
        return json.loads(body) if body else {}
    except ValueError:
        raise PageError(400, "the body must be JSON") from None


def number(request: web.Request, name: str, default: float) -> float:
    """A number of the query that is not below zero."""
    text = request.query.get(name, "")
    try:
        return max(0.0, float(text)) if text else default
    except ValueError:
        raise PageError(400, f"{name} must be a number") from None
