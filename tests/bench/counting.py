"""The counting Telegram: the cheapest Bot API that minds its limits, in a process of its own.

It tells apart what it let through, refused and heard twice, and lets people write meanwhile, whose answers it times.
Besides `/bot<token>/<method>` it serves the harness: `/bench/tally`, and `/bench/talk?rate=R` (people write R times a
second from now on).
"""

import argparse
import asyncio
import json
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import uvloop

from simulator.errors import RefusalError
from simulator.floods import Floods
from tests.bench.answers import FIXED
from tests.bench.talkers import Talkers
from tests.bench.updates import ConflictError, Updates

Answer = tuple[int, str]
# Recipients have these chats and higher ones; below are officers.
FIRST_CHAT = 1_000_000


class Counter:
    """Answers calls, and counts the messages to recipients."""

    def __init__(self, limits: bool) -> None:
        self._floods = Floods(enabled=limits)
        self._updates = Updates(time.monotonic)
        self.talkers = Talkers(self._updates)
        self._messages = 0
        self._sent: list[float] = []
        self._got: set[int] = set()
        self._twice = 0
        self._refused = 0
        self._talking: asyncio.Task[None] | None = None

    async def answer(self, path: str, body: bytes) -> Answer:
        _, place, method = urlsplit(path).path.split("/", 2)
        parameters: dict[str, Any] = json.loads(body) if body[:1] == b"{" else _typed(body.decode())
        if place == "bench":
            return 200, self._harness(method, urlsplit(path).query)
        if method == "getUpdates":
            return await self._hand_out(parameters)
        if method == "sendMessage":
            return self._send(parameters)
        if method == "editMessageText":
            return 200, _done({"message_id": parameters["message_id"]})
        return 200, _done(FIXED.get(method, True))

    async def _hand_out(self, asked: dict[str, Any]) -> Answer:
        try:
            found = await self._updates.get(int(asked.get("offset") or 0), 100, float(asked.get("timeout") or 0))
        except ConflictError:
            return 409, '{"ok":false,"error_code":409,"description":"Conflict"}'
        return 200, f'{{"ok":true,"result":{found}}}'

    def _send(self, said: dict[str, Any]) -> Answer:
        chat, now = int(said["chat_id"]), time.monotonic()
        try:
            self._floods.admit(chat, 1, now, paid=bool(said.get("allow_paid_broadcast")))
        except RefusalError as refusal:
            self._refused += 1
            wait = json.dumps({"retry_after": refusal.retry_after})
            described = f'"description":"{refusal.description}","parameters":{wait}'
            return 429, f'{{"ok":false,"error_code":429,{described}}}'
        self._messages += 1
        if not self.talkers.hear(chat, now) and chat >= FIRST_CHAT:
            self._count(chat, now)
        return 200, _done({"message_id": self._messages, "date": int(now), "chat": {"id": chat, "type": "private"}})

    def _count(self, chat: int, now: float) -> None:
        self._sent.append(now)
        if chat in self._got:
            self._twice += 1
        self._got.add(chat)

    def _harness(self, action: str, query: str) -> str:
        if action == "talk":
            rate = float(parse_qs(query)["rate"][0])
            self._talking = asyncio.create_task(self.talkers.talk(rate))
        return json.dumps(
            {
                "sent": len(self._sent),
                "reached": len(self._got),
                "twice": self._twice,
                "refused": self._refused,
                "seconds": self._sent[-1] - self._sent[0] if self._sent else 0.0,
                "answers": self.talkers.answers,
                "first": self._sent[0] if self._sent else None,
                "cpu": time.process_time(),
                "polled": self._updates.first_asked is not None,
            }
        )


def _typed(form: str) -> dict[str, Any]:
    return {name: values[0] for name, values in parse_qs(form).items()}


def _done(result: object) -> str:
    return f'{{"ok":true,"result":{json.dumps(result)}}}'


class Line(asyncio.Protocol):
    """One connection: a request, its answer, the next; each way takes up to `jitter` seconds."""

    def __init__(self, counter: Counter, jitter: float) -> None:
        self._counter = counter
        self._jitter = jitter
        self._read = b""
        self._transport: asyncio.Transport
        self._answering: asyncio.Task[Answer] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, gap, rest = self._read.partition(b"\r\n\r\n")
        if not gap or len(rest) < (length := _length(head)):
            return
        self._read = rest[length:]
        path = head.split(b" ", 2)[1].decode()
        self._later(partial(self._arrives, path, rest[:length]))

    def _later(self, then: Callable[[], None]) -> None:
        if self._jitter:
            asyncio.get_running_loop().call_later(random.uniform(0, self._jitter), then)
        else:
            then()

    def _arrives(self, path: str, body: bytes) -> None:
        self._answering = asyncio.create_task(self._counter.answer(path, body))
        self._answering.add_done_callback(self._answered)

    def _answered(self, done: asyncio.Task[Answer]) -> None:
        if not done.cancelled():
            self._later(partial(self._reply, *done.result()))

    def _reply(self, status: int, body: str) -> None:
        if self._transport.is_closing():
            return
        content = body.encode()
        head = f"HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        self._transport.write(head.encode() + content)


def _length(head: bytes) -> int:
    _before, _name, after = head.lower().partition(b"content-length:")
    return int(after.split(b"\r\n", 1)[0] or 0)


async def serve(jitter: float, limits: bool) -> None:
    """Listen on a free loopback port, print it, and serve until standard input is closed."""
    counter = Counter(limits)
    server = await asyncio.get_running_loop().create_server(lambda: Line(counter, jitter), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.counting", description=__doc__)
    parser.add_argument("--jitter-ms", type=float, default=0.0, help="each way takes up to so many milliseconds")
    parser.add_argument("--no-limits", action="store_true", help="refuses nothing")
    told = parser.parse_args()
    uvloop.run(serve(told.jitter_ms / 1000, not told.no_limits))


if __name__ == "__main__":
    main()
