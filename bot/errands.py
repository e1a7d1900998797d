"""Errands: slow work that a reply started, and whose result follows as a message of its own."""

import asyncio
from collections.abc import Callable

from bot import log
from conversations.context import House
from conversations.reply import Background, Picture, Reply, column
from conversations.screens import results
from conversations.screens.desk import STAFF_MENU
from handlers.courier import Courier
from locales.text import Text, _
from records import figures
from records.chats import ChatState
from records.clock import Clock
from records.database import Database
from records.figures import SMALL_CELL, Report
from scheduler.charts import Words, placement, placement_png
from scheduler.slow import SlowWork, SlowWorkLostError

TRIES = 3
LONGEST_WAIT_SECONDS = 30.0


class Errands:
    """Runs them beside the replies."""

    def __init__(self, database: Database, clock: Clock, house: House, courier: Courier, slow: SlowWork) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._courier = courier
        self._slow = slow
        self._running: set[asyncio.Task[None]] = set()

    def start(self, chat: ChatState, background: Background) -> None:
        task = asyncio.create_task(self._chart(chat, background))
        self._running.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.fault("errand_failed", error)

    async def _chart(self, chat: ChatState, wanted: Background) -> None:
        report = await self._database.read(figures.of_cohort, wanted.cohort_id, wanted.wave, self._clock.now())
        words = chart_words(report, lambda text: self._house.languages.plain(text, chat.language))
        try:
            png = await self._slow.run(placement_png, placement(report, words, SMALL_CELL))
            reply = Reply(results.in_words(report), picture=Picture(png), rows=column(STAFF_MENU))
        except SlowWorkLostError as lost:
            log.fault("chart_failed", lost)
            reply = Reply(_("The chart could not be drawn. Please try once more."), rows=column(STAFF_MENU))
        await self._deliver(chat, reply)

    async def _deliver(self, chat: ChatState, reply: Reply) -> None:
        """Tries a few times, where Telegram has passing trouble; an officer who waits in vain can tap once more."""
        for _try in range(TRIES):
            receipt = await self._courier.deliver(chat, reply)
            if receipt.retry_after is None or receipt.retry_after > LONGEST_WAIT_SECONDS:
                return
            await self._clock.sleep(receipt.retry_after)

    async def close(self) -> None:
        if self._running:
            await asyncio.wait(tuple(self._running))


def chart_words(report: Report, say: Callable[[Text], str]) -> Words:
    """Every word of the chart, in one language."""
    return Words(
        title=say(_("Working after training, by programme")),
        subtitle=say(_("{cohort}, month {wave} after the training", cohort=report.cohort, wave=report.wave)),
        headline=say(results.short_headline(report.total)),
        bounds=say(results.bounds(report.total)),
        row=say(_("answered {answered} of {graduates}", answered="{answered}", graduates="{graduates}")),
        percent=say(_("{number}%", number="{number}")),
        too_few=say(_("too few answers")),
        mark=say(_("of those who answered")),
        range=say(_("of all graduates: between")),
        line=say(_("the cohort")),
        footer=say(
            _(
                "As of {when}. {answered} of {graduates} answered.",
                when=report.as_of,
                answered=report.total.answered,
                graduates=report.total.graduates,
            )
        ),
    )
