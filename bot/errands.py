"""Errands under way: slow work that replies started, beside the replies; the result is sent when it is there."""

import asyncio
from functools import partial

from bot import log
from bot.progress_bar import ProgressBar
from bot.telegram_bot import CantingBot
from conversations.buttons import BACK_HOME
from conversations.context import House
from conversations.reply import Background, Reply, column
from handlers.courier import Courier
from locales.text import _
from records import chats
from records.chats import ChatState, Spoken
from records.clock import Clock
from records.database import Database
from records.reading import Reading
from scheduler.errand import Tools
from scheduler.errands import ERRANDS
from scheduler.faults import met
from scheduler.intake import Intake
from scheduler.slow import SlowWork

TRIES = 3
LONGEST_WAIT_SECONDS = 30.0


class Errands:
    """Runs them beside the replies."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        bot: CantingBot,
        courier: Courier,
        slow: SlowWork,
        intake: Intake,
        reading: Reading,
    ) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._bot = bot
        self._courier = courier
        self._slow = slow
        self._intake = intake
        self._reading = reading
        self._running: set[asyncio.Task[None]] = set()

    def start(self, chat: ChatState, background: Background) -> None:
        task = asyncio.create_task(self._run(chat, background))
        self._running.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.fault("errand_failed", error)

    async def _run(self, chat: ChatState, wanted: Background) -> None:
        bar = ProgressBar(self._courier, self._bot.remove, chat)
        tools = self._tools(chat, bar)
        reply: Reply | None = Reply(_("That did not work, sorry. Please try once more."), rows=column(BACK_HOME))
        with met(partial(log.fault, "errand_failed", errand=wanted.name)):
            reply = await ERRANDS[wanted.name](tools, wanted.argument)
        await bar.close()
        if reply is not None:
            await self._deliver(chat, reply)

    def _tools(self, chat: ChatState, bar: ProgressBar) -> Tools:
        return Tools(
            database=self._database,
            clock=self._clock,
            house=self._house,
            slow=self._slow,
            fetch=self._bot.fetch,
            remove=self._bot.remove,
            take_in=self._intake.take_up,
            chat=chat,
            reading=self._reading,
            progress=bar.stands,
        )

    async def _deliver(self, chat: ChatState, reply: Reply) -> None:
        """Tries a few times, where Telegram has passing trouble; an officer who waits in vain can tap once more."""
        for _try in range(TRIES):
            receipt = await self._courier.deliver(chat, reply)
            if receipt.shows:
                spoken = Spoken(chat.id, None, None, None, receipt.shows)
                await self._database.write(chats.keep_shown, spoken)
            if receipt.retry_after is None or receipt.retry_after > LONGEST_WAIT_SECONDS:
                return
            await self._clock.sleep(receipt.retry_after)

    async def close(self) -> None:
        if self._running:
            await asyncio.wait(tuple(self._running))
