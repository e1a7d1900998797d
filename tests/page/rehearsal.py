"""A rehearsal: `canting simulate` as a process of its own, with what it printed."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.forked import fork

PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One process that we started, and the only one we ever signal."""

    child: ForkServerProcess
    address: str
    log: Path

    @property
    def home(self) -> Path:
        return self.log.with_suffix("")

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def stop(self) -> None:
        """As a service manager stops it."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """kill -9, which nothing can prepare for."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.child.exitcode is None and self.child.pid is not None:
            os.kill(self.child.pid, how)
        self.child.join(PATIENCE_SECONDS)
        assert self.child.exitcode is not None, "it does not end"

    def has_kept(self, words: str) -> bool:
        """Whether the simulated Telegram has written a message down, a little after it came; the true one keeps all."""
        return words in (self.home / "simulator" / "telegram" / "state.json").read_text(encoding="utf-8")

    def complaints(self) -> list[str]:
        """What it logged that is more than information."""
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if " INFO " not in line]


@contextmanager
def rehearsing(home: Path, *arguments: str, port: int = 0) -> Iterator[Rehearsal]:
    """Starts it, until it has printed its address. Whatever happens, it does not outlive the test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CANTING_")}
    log = home.with_name(f"{home.name}.log")
    command = ("simulate", "--port", str(port), *arguments)
    said, out = Pipe(duplex=False)
    with out, Connection(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), readable=False) as errors:
        child = fork(kept | {"CANTING_HOME": str(home)}, command, out, errors)
    rehearsal = Rehearsal(child, _address(child, said, log), log)
    try:
        yield rehearsal
    finally:
        rehearsal.kill()
        said.close()


def _address(child: ForkServerProcess, said: Connection, log: Path) -> str:
    """The one address among what it prints."""
    with open(said.fileno(), encoding="utf-8", closefd=False) as lines:
        for line in lines:
            if (start := line.find("http://")) >= 0:
                return line[start:].strip()
    child.join()
    raise AssertionError(f"it ended with {child.exitcode} and no address: {log.read_text(encoding='utf-8')}")
