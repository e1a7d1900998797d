"""Cold start and idle memory of the unmodified bot: seconds to its first getUpdates, megabytes after a quiet while."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.contestants import Contestant
from tests.bench.figures import spread
from tests.bench.load import load_server
from tests.bench.machine import facts
from tests.bench.options import our_bot, parser
from tests.bench.process import BotFailedError

REQUIRED_SECONDS = 1.5
REQUIRED_MEGABYTES = 120
# What any bot of this make loads; beside it, in the same moments, one sees what is the machine's and what is ours.
LIBRARIES = "import aiohttp, apscheduler.schedulers.asyncio, babel.support, pydantic_settings, sqlalchemy.orm, telegram"


def options() -> argparse.Namespace:
    made = parser("cold_start", __doc__)
    made.add_argument("--repeats", type=int, default=5, help="starts (%(default)s)")
    made.add_argument(
        "--idle", type=float, default=5, help="seconds without updates before reading memory (%(default)s)"
    )
    return made.parse_args()


def start_once(bot: Contestant, idle: float) -> tuple[float, float]:
    """Seconds to the first getUpdates and, `idle` seconds later, resident megabytes of all its processes."""
    with (
        tempfile.TemporaryDirectory(prefix="canting-bench-") as home,
        load_server(bot.script, people=0) as load,
        bot.running(load, Path(home)) as process,
    ):
        seconds = bot.wait_for_poll(load, process)
        time.sleep(idle)
        if not process.alive:
            raise process.failure(f"{bot.name} ended by itself")
        return seconds, process.resident_bytes() / 1e6


def load_libraries() -> float:
    """Seconds of a Python that loads the libraries and ends."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", LIBRARIES], check=True)
    return time.perf_counter() - begin


def verdict(title: str, unit: str, values: Sequence[float], required: float, digits: int) -> tuple[bool, str]:
    measured = spread(values)
    kept = measured.middle < required
    word = "kept" if kept else "TOO MUCH"
    return kept, f"{title}: {measured.text(digits)} {unit}; required under {required} {unit}: {word}"


def main() -> int:
    chosen = options()
    try:
        measured = [(load_libraries(), *start_once(our_bot(chosen), chosen.idle)) for _ in range(chosen.repeats)]
    except BotFailedError as failure:
        print(failure, file=sys.stderr)
        return 1
    bare, seconds, megabytes = zip(*measured, strict=True)
    judged = (
        verdict("Cold start to the first getUpdates", "s", seconds, REQUIRED_SECONDS, 2),
        verdict("Idle memory", "MB", megabytes, REQUIRED_MEGABYTES, 0),
    )
    beside = f"Beside it, a Python that only loads the libraries: {spread(bare).text(2)} s"
    print("\n".join([f"Machine: {facts()}", *(sentence for _, sentence in judged), beside]))
    return 0 if all(kept for kept, _ in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
