"""Clearing: messages that show a person's data are taken back once their time has come (see records/shown.py)."""

from collections import defaultdict
from datetime import timedelta
from typing import Protocol

from records import shown
from records.clock import Clock
from records.database import Database

# Telegram takes at most a hundred by one call.
BATCH = 100
AGAIN_AFTER = timedelta(seconds=30)


class Eraser(Protocol):
    """Whoever can take messages of a chat back; False where that may work later."""

    async def erase(self, chat_id: int, message_ids: list[int]) -> bool: ...


class Clearing:
    """What was taken back is forgotten only then: a restart in between takes it back once more, which is harmless."""

    def __init__(self, database: Database, clock: Clock, eraser: Eraser) -> None:
        self._database = database
        self._clock = clock
        self._eraser = eraser

    async def clear(self) -> int:
        """Whatever is due now; how many messages that was."""
        due = await self._database.read(shown.due, self._clock.now(), BATCH)
        by_chat: defaultdict[int, list[shown.Stale]] = defaultdict(list)
        for stale in due:
            by_chat[stale.chat_id].append(stale)
        for chat_id, those in by_chat.items():
            gone = await self._eraser.erase(chat_id, [one.message_id for one in those])
            ids, now = [one.id for one in those], self._clock.now()
            if gone:
                await self._database.write(shown.forget, ids, now)
            else:
                await self._database.write(shown.put_off, ids, now + AGAIN_AFTER)
        return len(due)
