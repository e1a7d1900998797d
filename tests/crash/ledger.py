"""The ledger: what stands in the bot's database, read from beside it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import func, select

from bot.clock import SystemClock
from bot.key import vault_of
from records import audit
from records.applications import Application
from records.audit import Entry
from records.chats import Chat
from records.database import open_database
from records.deliveries import Delivery
from records.monitoring import MonitoringRecord
from records.session import Session
from records.talks import TalkRow
from tests.stage import settings_for

R = TypeVar("R")
Journal = list[tuple[str, str]]


class Ledger:
    """One home's database. Every look opens and closes it, so that no lock of ours is in the bot's way."""

    def __init__(self, home: Path) -> None:
        self._settings = settings_for(home, "http://127.0.0.1")

    async def look(self, question: Callable[[Session], R]) -> R:
        database = open_database(self._settings.url, vault_of(self._settings), SystemClock())
        try:
            return await database.read(question)
        finally:
            await database.close()

    async def journals(self, chat_id: int, script: str) -> list[Journal]:
        """Of every talk of this script in a chat, the answers in their order."""
        return await self.look(lambda session: _journals(session, chat_id, script))

    async def owed(self, chat_id: int) -> int | None:
        """The update whose reply is not known to be sent."""
        return await self.look(lambda session: session.scalar(select(Chat.reply_owed).where(Chat.id == chat_id)))

    async def taken(self, chat_id: int) -> list[int]:
        """The updates the chat remembers to have taken."""
        ring = await self.look(
            lambda session: session.scalar(select(Chat.recent_updates).where(Chat.id == chat_id)) or b""
        )
        return [int.from_bytes(ring[at : at + 8]) for at in range(0, len(ring), 8)]

    async def numbers(self) -> list[str]:
        """Every application's number."""
        return await self.look(lambda session: list(session.scalars(select(Application.number))))

    async def audited(self, action: str) -> int:
        """How often the trail tells of this."""
        return await self.look(lambda session: session.scalar(select(func.count()).where(Entry.action == action)) or 0)

    async def deliveries(self) -> dict[str, int]:
        """How many deliveries stand at each status."""
        return await self.look(
            lambda session: dict(session.execute(select(Delivery.status, func.count()).group_by(Delivery.status)).all())
        )

    async def trail_is_whole(self) -> bool:
        return await self.look(audit.verify) is None

    async def observations(self) -> list[tuple[str, dict[str, str]]]:
        """Every monitoring record: the status and the answers it came from."""
        return await self.look(
            lambda session: [(r.status, json.loads(r.details)) for r in session.scalars(select(MonitoringRecord))]
        )


def _journals(session: Session, chat_id: int, script: str) -> list[Journal]:
    rows = session.scalars(
        select(TalkRow.journal).where(TalkRow.actor_chat == chat_id, TalkRow.script == script).order_by(TalkRow.id)
    )
    return [[(key, value) for key, _n, value in json.loads(journal)["a"]] for journal in rows]
