"""How long a publication of five hundred results holds the loop: the turns of the officers from the proposal on."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from conversations import turn
from conversations.event import Tapped
from tests.journeys.selecting import publishes
from tests.journeys.test_five_hundred import the_town
from tests.stage import staged

SUBMIT = ":submit"


@contextmanager
def timed(found: list[tuple[str, float, float]]) -> Iterator[None]:
    """Notes of every turn what was tapped, its wall time and its CPU time, in milliseconds."""
    take = turn.take

    def noting(session: Any, incoming: Any, *args: Any) -> Any:
        wall, cpu = time.perf_counter(), time.thread_time()
        spoke = take(session, incoming, *args)
        data = incoming.event.data if isinstance(incoming.event, Tapped) else type(incoming.event).__name__
        found.append((data, 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - cpu)))
        return spoke

    with patch.object(turn, "take", noting):
        yield


async def measure() -> list[tuple[str, float, float]]:
    found: list[tuple[str, float, float]] = []
    with TemporaryDirectory() as folder:
        async with staged(Path(folder) / "home") as stage:
            await the_town(stage, Random(20261006))
            with timed(found):
                await publishes(stage)
    return found


def main() -> None:
    print("| turn | wall ms | CPU ms |\n|---|---|---|")
    for data, wall, cpu in asyncio.run(measure()):
        print(f"| {'publish' if data.endswith(SUBMIT) else data} | {wall:.0f} | {cpu:.0f} |")


if __name__ == "__main__":
    main()
