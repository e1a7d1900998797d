"""A rehearsal: `canting simulate` as a shell starts it, with what it printed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).with_name("canting")
PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One process that we started, and the only one we ever signal."""

    child: subprocess.Popen[str]
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
        if self.child.poll() is None:
            self.child.send_signal(how)
        self.child.communicate(timeout=PATIENCE_SECONDS)

    def complaints(self) -> list[str]:
        """What it logged that is more than information."""
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if " INFO " not in line]


@contextmanager
def rehearsing(home: Path, *arguments: str, port: int = 0) -> Iterator[Rehearsal]:
    """Starts it, until it has printed its address. Whatever happens, it does not outlive the test."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CANTING_")}
    log = home.with_name(f"{home.name}.log")
    with log.open("a", encoding="utf-8") as errors:
        child = subprocess.Popen(
            [str(COMMAND), "simulate", "--port", str(port), *arguments],
            env=environment | {"CANTING_HOME": str(home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    rehearsal = Rehearsal(child, _address(child, log), log)
    try:
        yield rehearsal
    finally:
        rehearsal.kill()


def _address(child: subprocess.Popen[str], log: Path) -> str:
    """The one address among what it prints."""
    assert child.stdout is not None
    for line in child.stdout:
        if (start := line.find("http://")) >= 0:
            return line[start:].strip()
    raise AssertionError(f"it ended with {child.wait()} and no address: {log.read_text(encoding='utf-8')}")
