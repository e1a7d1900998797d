"""What the counting Telegram has counted, as the harness asks for it."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.bench.process import Process

# So long nothing may move before it counts as the end.
PATIENCE_SECONDS = 30.0
START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Seen:
    """Messages to recipients, people reached, messages that somebody got a second time, refusals, seconds from the
    first message to the last, when each who wrote asked and the seconds that the answer took, when the first message
    went out, CPU seconds of Telegram's own.
    """

    sent: int
    reached: int
    twice: int
    refused: int
    seconds: float
    answers: list[tuple[float, float]]
    first: float | None
    cpu: float
    polled: bool

    @property
    def rate(self) -> float:
        """Messages a second from the first to the last."""
        return (self.sent - 1) / self.seconds if self.seconds else 0.0

    @property
    def meanwhile(self) -> list[float]:
        """How long they waited who asked after the first message, in seconds."""
        return [waited for asked, waited in self.answers if self.first is not None and asked >= self.first]


def p99(waits: Sequence[float]) -> float:
    """Milliseconds that 99 of 100 took at most."""
    return 1000 * sorted(waits)[int(0.99 * (len(waits) - 1))] if waits else 0.0


@dataclass(frozen=True, slots=True)
class Telegram:
    """The counting Telegram as the harness holds it."""

    url: str

    def seen(self) -> Seen:
        return Seen(**self._ask("tally"))

    def talk(self, rate: float) -> None:
        """People write so many times a second from now on."""
        self._ask(f"talk?rate={rate}")

    def wait_for_poll(self, process: Process) -> None:
        """Until the bot has asked for updates."""
        started = time.monotonic()
        while not self.seen().polled:
            if not process.alive or time.monotonic() - started > START_SECONDS:
                raise process.failure("the bot did not ask for updates")
            time.sleep(0.1)

    def until(self, people: int, process: Process) -> Seen:
        """Until so many have it, or nothing has moved for long, or the bot has ended."""
        seen, moved = self.seen(), time.monotonic()
        while seen.reached < people and time.monotonic() - moved < PATIENCE_SECONDS:
            time.sleep(0.2)
            before, seen = seen, self.seen()
            if not process.alive and seen.reached == before.reached:
                break
            moved = time.monotonic() if seen.reached > before.reached else moved
        return seen

    def _ask(self, what: str) -> Any:
        with urllib.request.urlopen(f"{self.url}/bench/{what}", timeout=30) as answer:
            return json.loads(answer.read())


@contextmanager
def counting_telegram(jitter: int, *, limits: bool = True) -> Iterator[Telegram]:
    """On a free port; each way takes up to so many milliseconds. It ends with the block."""
    command = [sys.executable, "-m", "tests.bench.counting", "--jitter-ms", str(jitter)]
    command += [] if limits else ["--no-limits"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield Telegram(f"http://127.0.0.1:{int(server.stdout.readline())}")
        server.stdin.close()
