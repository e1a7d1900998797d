"""What a tick costs where nothing is due: the bot asks a hundred questions every few seconds, and a rehearsal's clock
at each of its jumps.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.stage import Stage, staged

REPEATS, ROUNDS = 30, 5


async def milliseconds(tick: Callable[[], Awaitable[object]]) -> list[float]:
    """CPU of one tick, as the middle and both ends of a few rounds."""
    await tick()
    took = []
    for _round in range(ROUNDS):
        begun = time.process_time()
        for _repeat in range(REPEATS):
            await tick()
        took.append(1000 * (time.process_time() - begun) / REPEATS)
    return sorted(took)


async def measure(stage: Stage) -> dict[str, list[float]]:
    """On the day after the beginning, with everything done that was due."""
    await stage.passes(hours=30)
    canting = stage.canting
    ticks: dict[str, Callable[[], Awaitable[object]]] = {
        "duties": canting.do_duties,
        "the next due instant": canting.next_due,
        "every tick once": canting.do_what_is_due,
    }
    return {name: await milliseconds(tick) for name, tick in ticks.items()}


async def main() -> None:
    with TemporaryDirectory() as folder:
        async with staged(Path(folder) / "home") as stage:
            found = await measure(stage)
    print("| tick | CPU ms |\n|---|---|")
    for name, took in found.items():
        print(f"| {name} | {took[ROUNDS // 2]:.1f} ({took[0]:.1f}-{took[-1]:.1f}) |")


if __name__ == "__main__":
    asyncio.run(main())
