"""Turns: a batch of updates in one transaction, then the replies. One place where a fault is met."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import Update

from bot import log
from bot.errands import Errands
from bot.failpoints import Failpoint
from bot.speech import PressedButton, Speech
from conversations import turn
from conversations.context import House
from conversations.turn import Incoming, Spoke
from handlers.ear import hear
from records import chats
from records.chats import ChatState, Spoken
from records.clock import Clock
from records.database import Database, DatabaseError
from records.session import Session
from scheduler.faults import met

SETTLE_SECONDS = 1.0
LAST_WORDS_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Heard:
    """An incoming event with the tap to answer, if it is one."""

    incoming: Incoming
    tap: PressedButton | None


class Rows:
    """The rows of a batch's chats, written together; a chat that comes twice is written before it is read again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[int, ChatState] = {}

    def keep(self, chat: ChatState) -> None:
        self._kept[chat.id] = chat

    def write_before(self, chat_id: int) -> None:
        if chat_id in self._kept:
            self.write()

    def write(self) -> None:
        chats.save(self._session, *self._kept.values())
        self._kept.clear()


class Turns:
    """Takes updates. Turns that are ready together share a transaction; where one fails, each gets its own."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        speech: Speech,
        errands: Errands,
        failpoint: Failpoint,
    ) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._speech = speech
        self._errands = errands
        self._failpoint = failpoint
        self._settling: asyncio.TimerHandle | None = None
        self._settled: set[asyncio.Task[None]] = set()

    async def take(self, updates: Sequence[Update]) -> None:
        """Commits every turn of a batch, then lets the replies go."""
        heard = [one for update in updates if (one := _heard(update)) is not None]
        if not heard:
            return
        for spoke, one in zip(await self._commit(heard), heard, strict=True):
            if spoke.replies:
                self._speech.say(spoke, one.tap)
                self._start_errands(spoke)
        self._settle_soon()

    def _start_errands(self, spoke: Spoke) -> None:
        for reply in spoke.replies:
            if reply.background is not None:
                self._errands.start(spoke.chat, reply.background)

    async def _commit(self, heard: list[Heard]) -> list[Spoke]:
        """All together, or where that fails each by itself; whoever fails by herself is told."""
        spokes: list[Spoke] = []
        with met(rising=(DatabaseError,)) as outcome:
            spokes = await self._write(heard)
        if outcome.fault is not None:
            if len(heard) == 1:
                return [await self._apologise(heard[0], outcome.fault)]
            return [spoke for one in heard for spoke in await self._commit([one])]
        self._failpoint("after_commit")
        return spokes

    async def _write(self, heard: list[Heard]) -> list[Spoke]:
        said, gone = dict(self._speech.said), dict(self._speech.gone)
        spokes = await self._database.write(self._turns, heard, said, gone, self._clock.now())
        self._recorded(said, gone)
        return spokes

    def _turns(
        self, session: Session, heard: list[Heard], said: dict[int, Spoken], gone: dict[int, str], now: datetime
    ) -> list[Spoke]:
        spokes = []
        left = dict(said)
        rows = Rows(session)
        for one in heard:
            chat_id = one.incoming.chat_id
            rows.write_before(chat_id)
            spokes.append(turn.take(session, one.incoming, self._house, now, left.pop(chat_id, None), rows.keep))
        rows.write()
        _record(session, left, gone, now)
        session.flush()
        self._failpoint("before_commit")
        return spokes

    async def _apologise(self, one: Heard, fault: Exception) -> Spoke:
        log.fault("turn_failed", fault, event=type(one.incoming.event).__name__)
        return await self._database.write(turn.apologise, one.incoming, self._clock.now())

    def _settle_soon(self) -> None:
        """What was said is recorded with the next batch, or in a second where none comes."""
        if self._settling is None:
            self._settling = asyncio.get_running_loop().call_later(SETTLE_SECONDS, self._start_settling)

    def _start_settling(self) -> None:
        self._settling = None
        task = asyncio.create_task(self.settle())
        self._settled.add(task)
        task.add_done_callback(self._settled.discard)

    async def settle(self) -> None:
        """Records what was said since the last batch."""
        said, gone = dict(self._speech.said), dict(self._speech.gone)
        if said or gone:
            await self._database.write(_record, said, gone, self._clock.now())
            self._recorded(said, gone)

    def _recorded(self, said: dict[int, Spoken], gone: dict[int, str]) -> None:
        for chat_id, spoken in said.items():
            if self._speech.said.get(chat_id) is spoken:
                del self._speech.said[chat_id]
        for chat_id in gone:
            self._speech.gone.pop(chat_id, None)

    async def pay_debts(self) -> None:
        """Whoever is still owed a reply gets it; at the start and on ticks."""
        await self.settle()
        for chat_id in await self._database.read(chats.owed):
            if self._speech.is_busy(chat_id):
                continue
            spoke = await self._database.write(turn.owed, chat_id, self._house, self._clock.now())
            # While the database was asked, a turn may have been taken and its reply be on its way, or said.
            if spoke.replies and not self._speech.is_busy(chat_id):
                self._speech.say(spoke, None)
        self._settle_soon()

    async def close(self) -> None:
        if self._settling is not None:
            self._settling.cancel()
        await self._speech.finish(LAST_WORDS_SECONDS)
        await self.settle()


def _record(session: Session, said: dict[int, Spoken], gone: dict[int, str], now: datetime) -> None:
    chats.record_spoken(session, *said.values())
    for chat_id, why in gone.items():
        chats.mark_unreachable(session, chat_id, why, now)


def _heard(update: Update) -> Heard | None:
    incoming = hear(update)
    if incoming is None:
        return None
    tap = update.callback_query
    if tap is None:
        return Heard(incoming, None)
    return Heard(incoming, PressedButton(tap.id, None if tap.message is None else tap.message.message_id))
