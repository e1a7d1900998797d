"""kill -9 at fifty random moments of an announcement to two thousand, at the pace of the free limit.

Nobody is missed who is not in the report as unknown, nobody gets it twice, and at most two are unknown for each kill.
"""

import asyncio
import os
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from records.deliveries import Delivery, DeliveryKind
from simulator.chat import Chat
from simulator.person import Person
from tests.crash.ledger import Ledger
from tests.crash.town import crowd_and_announcement, found_town, round_the_clock, written
from tests.process import Process, Telegram, migrated, running, telegram

PEOPLE, KILLS, UNKNOWN_A_KILL = 2_000, 50, 2
FIRST_CHAT = 50_000
# Between two messages of the free pace: a kill falls anywhere between them.
BETWEEN_SECONDS = 1 / 29
MINUTES = 8


class Post:
    """How often each chat got the announcement."""

    def __init__(self, tg: Telegram) -> None:
        self.got: Counter[int] = Counter()
        for chat_id in chats():
            tg.world.add_person(Person(chat_id, "Peserta", started=True))
        tg.on_act(self._look)

    def _look(self, chat: Chat) -> None:
        if chat.id in chats():
            self.got[chat.id] = sum("Pembukaan" in message.body.text for message in chat.messages.values())

    @property
    def delivered(self) -> int:
        return self.got.total()


def chats() -> range:
    return range(FIRST_CHAT, FIRST_CHAT + PEOPLE)


def dice() -> Random:
    """Whatever chance decided is decided again where CANTING_TEST_SEED says what this prints."""
    seed = int(os.environ.get("CANTING_TEST_SEED") or Random().randrange(2**32))
    print(f"CANTING_TEST_SEED={seed}")
    return Random(seed)


async def dies(tg: Telegram, process: Process, post: Post, after: int, chance: Random) -> None:
    """As soon as so many have it, or a moment later."""
    await tg.until(lambda: post.delivered >= after, f"{after} have it")
    await asyncio.sleep(chance.uniform(0, BETWEEN_SECONDS))
    await process.kill()


async def chats_by_status(ledger: Ledger) -> dict[str, set[int]]:
    """How the announcement stands with each."""
    kind = Delivery.kind == DeliveryKind.ANNOUNCEMENT.value
    rows = await ledger.look(
        lambda session: session.execute(select(Delivery.status, Delivery.chat_id).where(kind)).all()
    )
    found: defaultdict[str, set[int]] = defaultdict(set)
    for status, chat_id in rows:
        assert chat_id is not None
        found[status].add(chat_id)
    return found


@pytest.mark.long
async def test_killed_at_fifty_moments_an_announcement_reaches_everybody_once(tmp_path: Path) -> None:
    chance, home = dice(), migrated(tmp_path / "home")
    ledger, profile = Ledger(home), str(round_the_clock(tmp_path))
    async with telegram() as tg:
        post = Post(tg)
        tg.world.floods.enabled = True
        await found_town(home, (await tg.person("Dewi", started=True)).id)
        await written(home, lambda session, vault, now: crowd_and_announcement(session, vault, now, chats()))
        for after in sorted(chance.sample(range(1, PEOPLE - 2 * KILLS), KILLS)):
            async with running(tg, home, profile=profile) as process:
                await dies(tg, process, post, after, chance)
            assert len((await chats_by_status(ledger))["claimed"]) <= UNKNOWN_A_KILL
        async with running(tg, home, profile=profile):
            officer = tg.world.chats[FIRST_CHAT]
            await tg.until(lambda: "sudah dikirim" in _progress(officer), "the report", MINUTES * 60)
        found, missed = await chats_by_status(ledger), {chat_id for chat_id in chats() if not post.got[chat_id]}
        unknown = found["unknown"]
        assert max(post.got.values()) == 1
        assert missed <= unknown
        assert len(unknown) <= KILLS * UNKNOWN_A_KILL
        assert f"Belum pasti: {len(unknown)}\n" in _progress(officer)
        assert len(found["sent"]) + len(unknown) == PEOPLE
        assert await tg.refusals() == []


def _progress(officer: Chat) -> str:
    """What the officer's progress message says now."""
    told = [message.body.text for message in officer.messages.values() if "dari 2.000" in message.body.text]
    return told[-1] if told else ""
