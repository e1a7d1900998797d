"""The load server: a lean Bot API with a crowd of walkers behind it, in a process of its own.

Besides `/bot<token>/<method>` it serves the measuring harness: `/bench/walk?rounds=N&patience=S` lets the crowd walk
and answers with the tally; `/bench/first_poll` waits for the bot's first getUpdates.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Mapping
from urllib.parse import parse_qsl

import uvloop
from aiohttp import web

from tests.bench.answers import FIXED, SPOKEN, saying
from tests.bench.crowd import Crowd
from tests.bench.scripts import SCRIPTS
from tests.bench.updates import ConflictError, Updates


def reply(result: str) -> web.Response:
    return web.Response(text=f'{{"ok":true,"result":{result}}}', content_type="application/json")


def refusal(code: int, description: str) -> web.Response:
    return web.json_response({"ok": False, "error_code": code, "description": description}, status=code)


async def parameters_of(request: web.BaseRequest) -> Mapping[str, object]:
    """The call's parameters, wherever the client put them."""
    if request.content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl((await request.read()).decode()))
    if request.content_type == "application/json":
        decoded = json.loads(await request.read() or b"{}")
        return decoded if isinstance(decoded, dict) else {}
    if request.content_type == "multipart/form-data":
        return dict(await request.post())
    return dict(request.query)


class LoadServer:
    """Answers the bot's calls and lets the crowd hear them."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._updates = crowd.updates
        self._polled = asyncio.Event()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        _, place, method, *_ = [*request.path.split("/"), "", ""]
        if place == "bench":
            return await self._serve_harness(method, request.query)
        return await self._answer(method, await parameters_of(request))

    async def _answer(self, method: str, parameters: Mapping[str, object]) -> web.Response:
        if method == "getUpdates":
            return await self._hand_out(parameters)
        if method in SPOKEN:
            return self._speak(method, parameters)
        if method in FIXED:
            return reply(json.dumps(FIXED[method]))
        return refusal(404, "Not Found")

    async def _hand_out(self, parameters: Mapping[str, object]) -> web.Response:
        offset, limit, timeout = (
            int(str(parameters.get(name, default))) for name, default in (("offset", 0), ("limit", 100), ("timeout", 0))
        )
        self._polled.set()
        try:
            return reply(await self._updates.get(offset, limit, timeout))
        except ConflictError:
            return refusal(409, "Conflict: terminated by other getUpdates request")

    def _speak(self, method: str, parameters: Mapping[str, object]) -> web.Response:
        edited = parameters.get("message_id") if method.startswith("edit") else None
        message_id = int(str(edited)) if edited else self._crowd.message_id()
        said = saying(method, parameters, message_id, int(time.time()))
        self._crowd.hear(said)
        return reply(json.dumps(said.message, ensure_ascii=False))

    async def _serve_harness(self, action: str, query: Mapping[str, str]) -> web.Response:
        if action == "first_poll":
            await self._polled.wait()
            return reply(json.dumps(self._updates.first_asked))
        began_cpu = time.process_time()
        finished = await self._crowd.walk(int(query["rounds"]), float(query["patience"]))
        tally = self._crowd.tally
        return web.json_response(
            {
                "finished": finished,
                "updates": tally.answered,
                "walks": tally.walks,
                "seconds": tally.last_answer - tally.began,
                "server_cpu_seconds": time.process_time() - began_cpu,
                "stuck": self._crowd.stuck()[:5],
            }
        )


async def serve(people: int, script: str) -> None:
    """Listen on a free loopback port, print it, and serve until standard input is closed."""
    server = LoadServer(Crowd(SCRIPTS[script], Updates(time.monotonic), people))
    runner = web.ServerRunner(web.Server(server.handle))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, shutdown_timeout=0.1).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.telegram", description=__doc__)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--script", choices=sorted(SCRIPTS), default="partner")
    options = parser.parse_args()
    uvloop.run(serve(options.people, options.script))


if __name__ == "__main__":
    main()
