"""The poller: takes a batch, lets its turns commit, and only then moves the offset past it. A kill loses nothing."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import log
from bot.failpoints import Failpoint
from bot.telegram_bot import CantingBot
from bot.turns import Turns
from handlers.courier import seconds
from records.clock import Clock
from records.database import DatabaseError

POLL_SECONDS = 30
BATCH = 100
LONGEST_PAUSE_SECONDS = 30.0


class Poller:
    """Long-polls until stopped. A fault of the network is waited out; the offset does not move meanwhile."""

    def __init__(self, bot: CantingBot, turns: Turns, clock: Clock, failpoint: Failpoint) -> None:
        self._bot = bot
        self._turns = turns
        self._clock = clock
        self._failpoint = failpoint
        self._offset: int | None = None
        self._caught_up = False
        self._stopping = asyncio.Event()
        self._waiting: asyncio.Task[tuple[Update, ...]] | None = None

    @property
    def has_caught_up(self) -> bool:
        """Whether everything that people had sent was taken: not right after the start, nor while Telegram cannot be
        reached. Nobody's silence counts before.
        """
        return self._caught_up

    async def run(self) -> None:
        pause = 0.5
        while not self._stopping.is_set():
            try:
                updates = await self._poll()
                if updates:
                    await self._turns.take(updates)
                    self._offset = updates[-1].update_id + 1
                    self._failpoint("before_acknowledge")
                self._caught_up = not updates or (self._caught_up and len(updates) < BATCH)
                pause = 0.5
            except asyncio.CancelledError:
                if not self._stopping.is_set():
                    raise
            except (TelegramError, DatabaseError, SQLAlchemyError) as fault:
                self._caught_up = False
                await self._wait_out(fault, pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        await self._confirm()

    async def _poll(self) -> tuple[Update, ...]:
        """Waits for something new only once what was there already is taken: an empty answer says so at once."""
        wait = POLL_SECONDS if self._caught_up else 0
        self._waiting = asyncio.create_task(self._bot.updates(self._offset, BATCH, wait))
        return await self._waiting

    async def _wait_out(self, fault: Exception, pause: float) -> None:
        log.event("poll_failed", error=type(fault).__name__, again_in_seconds=pause, advice=_advice(fault))
        wait = seconds(fault) if isinstance(fault, RetryAfter) else pause
        try:
            await asyncio.wait_for(self._stopping.wait(), wait)
        except TimeoutError:
            return

    async def _confirm(self) -> None:
        """Tells Telegram what was taken, so that it is not sent again after the start."""
        if self._offset is None:
            return
        try:
            await self._bot.updates(self._offset, 1, 0)
        except TelegramError as fault:
            log.event("confirm_failed", error=type(fault).__name__)

    def stop(self) -> None:
        """Ends the long poll that waits; a batch that was taken is finished."""
        self._stopping.set()
        if self._waiting is not None:
            self._waiting.cancel()


def _advice(fault: Exception) -> str:
    match fault:
        case Conflict():
            return "another process polls with the same token: stop one of them"
        case InvalidToken():
            return "check CANTING_TOKEN"
        case NetworkError():
            return "the Bot API cannot be reached, waiting"
        case DatabaseError():
            return str(fault)
        case SQLAlchemyError():
            return "the database does not take what it is given; run 'canting doctor'"
        case _:
            return "waiting"
