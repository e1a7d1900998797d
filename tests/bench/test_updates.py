"""The load server hands out updates as Telegram does."""

import asyncio
import json

import pytest

from tests.bench.updates import ConflictError, Updates


class Ticks:
    """A clock that goes on by a second whenever it is read, unless it stands."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 1.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


async def ids(updates: Updates, offset: int, limit: int = 100) -> list[int]:
    return [update["update_id"] for update in json.loads(await updates.get(offset, limit, 0))]


def three_updates(clock: Ticks) -> Updates:
    updates = Updates(clock, first_id=10)
    for text in ("a", "b", "c"):
        updates.put("message", {"text": text})
    return updates


async def test_an_offset_confirms_what_is_below_it() -> None:
    updates = three_updates(Ticks())
    assert await ids(updates, 0) == [10, 11, 12]
    assert await ids(updates, 0) == [10, 11, 12]
    assert await ids(updates, 12) == [12]
    assert await ids(updates, 0) == [12]
    assert await ids(updates, 13) == []
    assert updates.unconfirmed == 0


async def test_an_offset_repeated_at_once_brings_one_update() -> None:
    clock = Ticks()
    updates = three_updates(clock)
    clock.step = 0.1
    assert await ids(updates, 0) == [10, 11, 12]
    assert await ids(updates, 0) == [10]


async def test_a_long_poll_ends_with_the_first_update() -> None:
    updates = Updates(Ticks(), first_id=10)
    poll = asyncio.create_task(updates.get(0, 100, 60))
    await asyncio.sleep(0)
    updates.put("message", {"text": "a"})
    assert json.loads(await poll)[0]["message"] == {"text": "a"}


async def test_a_second_poll_ends_the_first() -> None:
    updates = Updates(Ticks(), first_id=10)
    first = asyncio.create_task(updates.get(0, 100, 60))
    await asyncio.sleep(0)
    second = asyncio.create_task(updates.get(0, 100, 60))
    await asyncio.sleep(0)
    updates.put("message", {"text": "a"})
    with pytest.raises(ConflictError):
        await first
    assert json.loads(await second)[0]["update_id"] == 10
