"""kill -9 amid the taking back, or the correction, of an announcement: what was under way is done once more, which is
harmless, and nothing is left out.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from records import amending
from records.vault import Vault
from simulator.person import Person
from tests.crash.town import crowd_and_announcement, found_town, round_the_clock, written
from tests.process import Telegram, migrated, running, telegram

CROWD = range(50_000, 50_040)
KILLED_AFTER = 10
BETTER = "Pembukaan pukul 09.00."
Amending = Callable[[Session, Vault, datetime], bool]


def said(tg: Telegram) -> list[str]:
    """What stands in the chats of the announcement: nothing where it was deleted."""
    messages = (message for chat_id in CROWD for message in tg.world.chats[chat_id].messages.values())
    return [one.body.text for one in messages if "📢" in one.body.text and not one.deleted]


def taken_back(tg: Telegram) -> int:
    return len(CROWD) - len(said(tg))


def corrected(tg: Telegram) -> int:
    return sum(BETTER in words for words in said(tg))


def take_back(session: Session, _vault: Vault, now: datetime) -> bool:
    return amending.take_back(session, 1, now)


def correct(session: Session, _vault: Vault, now: datetime) -> bool:
    return amending.correct(session, 1, BETTER, None, now, formatted=True)


@pytest.mark.parametrize(("amend", "done"), [(take_back, taken_back), (correct, corrected)])
async def test_killed_amid_it_every_message_is_amended(
    amend: Amending, done: Callable[[Telegram], int], tmp_path: Path
) -> None:
    home, profile = migrated(tmp_path / "home"), str(round_the_clock(tmp_path))
    async with telegram() as tg:
        tg.world.floods.enabled = True
        for chat_id in CROWD:
            tg.world.add_person(Person(chat_id, "Peserta", started=True))
        await found_town(home, (await tg.person("Dewi", started=True)).id)
        await written(home, lambda session, vault, now: crowd_and_announcement(session, vault, now, CROWD))
        async with running(tg, home, profile=profile) as process:
            await tg.until(lambda: len(said(tg)) == len(CROWD), "everybody has it")
            await process.stop()
        assert await written(home, amend)
        async with running(tg, home, profile=profile) as process:
            await tg.until(lambda: done(tg) >= KILLED_AFTER, "some are amended")
            await process.kill()
        assert done(tg) < len(CROWD)
        async with running(tg, home, profile=profile):
            await tg.until(lambda: done(tg) == len(CROWD), "all are amended")
        # What was under way is asked for twice: it is gone, or as it should be.
        assert len(refused := await tg.refusals()) <= 2
        assert all("not found" in words or "not modified" in words for words in refused)
