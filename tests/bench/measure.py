"""One measurement: a bot on a fresh home and load server, warmed up, then walked while its CPU time is read."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contestants import Contestant
from tests.bench.load import Load, Walked, load_server
from tests.bench.process import Process

# Work a bot puts off (late callback answers, cleared debts, batched writes) belongs to the walk that caused it.
SETTLE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """What one bot cost in one repeat."""

    cpu_ms: float
    updates_per_second: float
    busy: float
    server_busy: float
    updates: int
    walks: int


def measure(contestant: Contestant, people: int, warmup: int, rounds: int) -> Figure:
    """CPU milliseconds for an update and updates/s over `rounds` walks of each of `people`, after `warmup` walks."""
    with (
        tempfile.TemporaryDirectory(prefix="canting-bench-") as home,
        load_server(contestant.script, people) as load,
        contestant.running(load, Path(home)) as process,
    ):
        contestant.wait_for_poll(load, process)
        _walk(load, process, contestant.name, warmup)
        before = _settled_cpu(process)
        walked = _walk(load, process, contestant.name, rounds)
        spent = _settled_cpu(process) - before
    return Figure(
        cpu_ms=1000 * spent / walked.updates,
        updates_per_second=walked.updates / walked.seconds,
        busy=spent / walked.seconds,
        server_busy=walked.server_cpu_seconds / walked.seconds,
        updates=walked.updates,
        walks=walked.walks,
    )


def _walk(load: Load, process: Process, name: str, rounds: int) -> Walked:
    walked = load.walk(rounds)
    if not walked.finished:
        stuck = "\n".join(walked.stuck)
        raise process.failure(f"{name} left {len(walked.stuck)} or more people without a way on:\n{stuck}")
    return walked


def _settled_cpu(process: Process) -> float:
    time.sleep(SETTLE_SECONDS)
    return process.cpu_seconds()
