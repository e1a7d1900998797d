"""Leadership: each leader takes a number nobody had, and a pause outlives her."""

import asyncio
from datetime import timedelta

from records import leadership
from records.database import Database
from tests.records.clock import NOON


async def test_epochs_count_up_from_one(database: Database) -> None:
    assert [await database.write(leadership.next_epoch) for _ in range(3)] == [1, 2, 3]


async def test_leaders_who_take_office_at_once_get_different_epochs(database: Database) -> None:
    epochs = await asyncio.gather(*(database.write(leadership.next_epoch) for _ in range(20)))
    assert sorted(epochs) == list(range(1, 21))


async def test_a_pause_is_kept_for_the_next_leader(database: Database) -> None:
    await database.write(leadership.next_epoch)
    assert await database.read(leadership.paused_until) is None
    until = NOON + timedelta(seconds=37)
    await database.write(leadership.pause, until)
    await database.write(leadership.next_epoch)
    assert await database.read(leadership.paused_until) == until


async def test_a_shorter_pause_does_not_cut_a_longer_one(database: Database) -> None:
    await database.write(leadership.next_epoch)
    for seconds in (30, 3, 60):
        await database.write(leadership.pause, NOON + timedelta(seconds=seconds))
        assert await database.read(leadership.paused_until) == NOON + timedelta(seconds=max(seconds, 30))
