"""A measured process: started with its own environment and log, its CPU time and memory read from /proc (Linux)."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
STOP_SECONDS = 15
# Fields of /proc/PID/stat after the command's name, which is in brackets: proc(5) counts from 1 and from the id.
PARENT, FIRST_CPU, LAST_CPU, RESIDENT = 1, 11, 14, 21


class BotFailedError(Exception):
    """The measured bot ended by itself or did not do its work; says how its log ends."""


def _stat(pid: int) -> list[str] | None:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def _family(pid: int) -> Iterator[list[str]]:
    """The stat fields of the process and of everything below it that is alive."""
    fields = {int(entry.name): _stat(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    wanted = [pid]
    for member in wanted:
        wanted += [other for other, stat in fields.items() if stat is not None and int(stat[PARENT]) == member]
        if (own := fields.get(member)) is not None:
            yield own


class Process:
    """One running bot."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], home: Path) -> None:
        self._log = home / "log.txt"
        self.started = time.monotonic()
        environment = {**clean_environment(), **environment}
        with self._log.open("ab") as log, _found(command):
            self._process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ask it to stop, as a service manager would; kill it only when it does not."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def cpu_seconds(self) -> float:
        """User and system time so far of the process and its children, ended ones included."""
        ticks = sum(int(field) for stat in _family(self._process.pid) for field in stat[FIRST_CPU : LAST_CPU + 1])
        return ticks / TICKS_PER_SECOND

    def resident_bytes(self) -> int:
        """Resident memory of the process and its children."""
        return sum(int(stat[RESIDENT]) for stat in _family(self._process.pid)) * PAGE_BYTES

    def failure(self, what: str) -> BotFailedError:
        """An error that says `what` went wrong and how the log ends."""
        return BotFailedError(f"{what}\n{self._log.read_text(errors='replace')[-3000:]}")


@contextmanager
def _found(command: Sequence[str]) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise BotFailedError(f"no such command: {command[0]}") from None


def clean_environment() -> dict[str, str]:
    """This process's environment without settings that would reach the measured bot."""
    return {name: value for name, value in os.environ.items() if not name.startswith("CANTING_")}


def run_to_end(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a preparing command; raise with its words where it fails."""
    environment = {**clean_environment(), **environment}
    with _found(command):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BotFailedError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
