"""Telegram at its worst while an announcement goes out: everybody is accounted for, and staff are told what it waits
for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

import bot.request
from records import leadership
from simulator.faults import Fault
from tests.journeys.announcing import HEAD, WORDS, outcomes, sends_to_many, waiting
from tests.stage import Stage

EVERYBODY = 128


async def test_held_back_down_slow_and_blocked_yet_everybody_is_accounted_for(
    strict: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """429 for ten minutes, 502 for one, a twentieth time out after they arrived, a tenth has blocked the bot."""
    stage = strict
    monkeypatch.setattr(bot.request, "READ_SECONDS", 0.5)
    ratna = await sends_to_many(stage)
    chats = await stage.reads(waiting)
    blocked, slow = set(chats[::10]), set(chats[5::20])
    for chat_id in blocked:
        stage.world.people[chat_id].blocked = True
    stage.world.faults.ordered += [Fault("sendmessage", 1, "timeout_after", chat_id) for chat_id in sorted(slow)]
    await stage.fails("sendMessage", 429, retry_after=600, chat_id=chats[1])

    await stage.a_moment_passes()
    await ratna.waits_for("Telegram meminta kita menunggu sampai")
    until = await stage.reads(leadership.paused_until)
    assert until is not None
    assert timedelta(minutes=9) < until - stage.clock.now() <= timedelta(minutes=10)
    held = await outcomes(stage)
    await stage.until(until - timedelta(seconds=1))
    assert await outcomes(stage) == held

    with down(stage):
        await stage.until(until + timedelta(minutes=1))
        assert (await outcomes(stage))["sent"] == held["sent"]
    await stage.passes(hours=1)
    await ratna.waits_for("Pengumuman sudah dikirim.")
    found = await outcomes(stage)
    assert set(found) == {"sent", "blocked", "unknown"}
    assert found.total() == EVERYBODY
    blocked = {chat_id for chat_id in chats if stage.world.people[chat_id].blocked}
    assert found["unknown"] == len(slow - blocked)
    for chat_id in chats:
        assert got(stage, chat_id) == (0 if chat_id in blocked else 1)


@contextmanager
def down(stage: Stage) -> Iterator[None]:
    """Telegram answers every message with 502 meanwhile."""
    fault = Fault("sendmessage", 1_000_000, 502)
    stage.world.faults.ordered.insert(0, fault)
    yield
    stage.world.faults.ordered.remove(fault)


def got(stage: Stage, chat_id: int) -> int:
    """How often the announcement stands in a chat."""
    messages = stage.world.chats[chat_id].messages.values()
    return sum(f"{HEAD}{WORDS}" in message.body.text for message in messages)
