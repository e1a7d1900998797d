"""Progress: what takes long to be counted is counted less often, whoever asks."""

from datetime import timedelta
from typing import Any, cast

from conversations.context import House
from records import announcing, campaigns
from records.database import Database
from scheduler.progress import Progress, Writer
from tests.clock import HandClock


class Large:
    """A database with a campaign that takes two seconds to be counted, and of which there is nothing to tell."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock
        self.counted = 0

    async def read(self, work: Any, *_about: Any) -> Any:
        return {announcing.due: [], campaigns.to_be_told: [7]}[work]

    async def write(self, _work: Any, *_about: Any) -> Any:
        self.counted += 1
        self._clock.forward(timedelta(seconds=2))


async def test_what_takes_long_to_be_counted_is_left_for_ten_times_as_long() -> None:
    clock = HandClock()
    database = Large(clock)
    progress = Progress(cast(Database, database), clock, cast(House, None), cast(Writer, None))
    await progress.report(7)  # by the sender
    for expected in (1, 1, 1, 2, 2):
        clock.forward(timedelta(seconds=6))
        await progress.catch_up()
        assert database.counted == expected
