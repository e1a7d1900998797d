"""The load server as the harness holds it: started as a process, told to walk, asked for what it saw."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Walked:
    """What the crowd saw: updates answered and walks finished, in this many seconds."""

    finished: bool
    updates: int
    walks: int
    seconds: float
    server_cpu_seconds: float
    stuck: list[str]


@dataclass(frozen=True, slots=True)
class Load:
    """A running load server."""

    url: str

    def walk(self, rounds: int, patience: float = 15) -> Walked:
        """Let every person walk `rounds` times, one after the other; returns when all have finished or are stuck."""
        return Walked(**json.loads(self._get(f"/bench/walk?rounds={rounds}&patience={patience}", timeout=3600)))

    def first_poll(self, timeout: float) -> float:
        """When the bot first asked for updates, by the machine's monotonic clock; waits up to `timeout` seconds."""
        return float(json.loads(self._get("/bench/first_poll", timeout))["result"])

    def _get(self, path: str, timeout: float) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=timeout) as answer:
            return bytes(answer.read())


@contextmanager
def load_server(script: str, people: int) -> Iterator[Load]:
    """A load server in a process of its own, on a free port; ends with the block."""
    command = [sys.executable, "-m", "tests.bench.telegram", "--script", script, "--people", str(people)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield Load(f"http://127.0.0.1:{int(server.stdout.readline())}")
        server.stdin.close()
