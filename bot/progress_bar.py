"""The progress bar of an errand: one message that says how far it is, for whoever would wait longer than a moment.

It is edited at most once a second and taken away when the result comes.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from conversations.reply import Reply
from locales.text import Percent, Text, _
from records.chats import ChatState
from scheduler.errand import LaterError, Remove
from scheduler.progress import Writer

SECONDS_BETWEEN_EDITS = 1.0
BLOCKS, DONE, OPEN = 10, "▰", "▱"
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Standing:
    """So much of the whole is done, and what is being done."""

    done: int
    whole: int
    doing: Text

    @property
    def share(self) -> float:
        return min(1.0, self.done / self.whole) if self.whole else 0.0

    def in_words(self) -> Text:
        blocks = int(self.share * BLOCKS)
        bar = DONE * blocks + OPEN * (BLOCKS - blocks)
        return _("⏳ {doing}\n{bar} {share}", doing=self.doing, bar=bar, share=Percent(self.share))


class ProgressBar:
    """Takes down how far the errand is, and tells it while it runs. `sleep` takes real seconds, as the errand does,
    wherever the clock of a rehearsal stands.
    """

    def __init__(self, writer: Writer, remove: Remove, chat: ChatState, sleep: Sleep = asyncio.sleep) -> None:
        self._sleep = sleep
        self._writer = writer
        self._remove = remove
        self._chat = chat
        self._standing: Standing | None = None
        self._shown: Standing | None = None
        self._message_id: int | None = None
        self._telling = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    def stands(self, done: int, whole: int, doing: Text) -> None:
        """Costs nothing: the errand may say it as often as it likes."""
        self._standing = Standing(done, whole, doing)
        self._task = self._task or asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            await self._sleep(SECONDS_BETWEEN_EDITS)
            async with self._telling:
                if self._standing is not None and self._standing != self._shown:
                    await self._tell(self._standing)

    async def _tell(self, standing: Standing) -> None:
        reply = Reply(standing.in_words())
        if self._message_id is None:
            self._message_id = (await self._writer.deliver(self._chat, reply)).message_id
        else:
            await self._writer.correct(self._chat, reply, self._message_id)
        self._shown = standing

    async def close(self) -> None:
        """The errand is through. Nothing is under way while the lock is held, so no message is left behind."""
        if self._task is None:
            return
        async with self._telling:
            self._task.cancel()
        if self._message_id is not None:
            with suppress(LaterError):
                await self._remove(self._chat.id, self._message_id)
