"""The sender: empties the table of deliveries.

It takes a few messages as soon as the pace allows, and goes on while they are under way; what has become of those
before is written down in the same transaction as the next claims.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from conversations.amendment import Act, Erase, Rewrite
from conversations.context import House
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import dispatch, leadership
from records.chats import ChatState
from records.clock import Clock
from records.database import Database
from records.deliveries import URGENCY, DeliveryStatus
from records.session import Session
from records.shares import URGENT
from scheduler.faults import met
from scheduler.outcomes import settle
from scheduler.pace import Pace
from scheduler.parcels import FAULT, Handed, OnFault, Packing, Parcel, Taken
from scheduler.reporting_back import Reports

# So long at most, about, nobody has written down what has come back; it is mostly written together with the next claim.
SECONDS_UNWRITTEN = 0.1


class Carrier(Protocol):
    """Whoever can make one attempt to send a reply to a chat, or to change or delete what was sent there."""

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt: ...

    async def correct(self, chat: ChatState, reply: Reply, message_id: int) -> Receipt: ...

    async def withdraw(self, chat: ChatState, message_id: int) -> Receipt: ...


class Sender:
    """One for the process that leads. `epoch` marks its claims."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        carrier: Carrier,
        pace: Pace,
        report: Callable[[int], Awaitable[None]],
        on_fault: OnFault,
    ) -> None:
        self._database = database
        self._clock = clock
        self._house = house
        self._packing = Packing(house, on_fault)
        self._on_fault = on_fault
        self._carrier = carrier
        self._pace = pace
        self._reports = Reports(report, clock, on_fault)
        self._epoch: int | None = None
        self._turn = asyncio.Lock()
        self._resting = False
        # Claimed and composed, until the pace has room.
        self._ready: deque[Parcel] = deque()
        self._flying: set[asyncio.Task[None]] = set()
        self._back = asyncio.Event()
        # What became of parcels, until it is written down, and when something last was.
        self._handed: list[Handed] = []
        self._written_at = 0.0
        # How many were ever taken: whose turn it is (see records/dispatch.py).
        self._taken = 0

    async def take_office(self) -> None:
        """Claims of those who led before are settled: unknown, or to be sent again."""
        self._epoch = await self._database.write(_take_office)

    async def empty(self) -> int:
        """Sends whatever is due, after those who may be at it already; how many messages that was."""
        async with self._turn:
            before = self._taken
            try:
                while not self._resting and self._epoch is not None and await self._goes_on(self._epoch):
                    pass
            finally:
                await self._land()
                await self._reports.finish()
            return self._taken - before

    async def rest(self) -> None:
        """Takes nothing more, and waits until what is under way is written down: no claim is left behind."""
        self._resting = True
        async with self._turn:
            return

    async def _goes_on(self, epoch: int) -> bool:
        """One portion; False where nothing is due, and nothing is under way that might yet bring something."""
        await self._may_begin()
        claimed = await self._step(epoch) if 2 * len(self._ready) <= self._pace.ahead else 0
        if self._let_go() > 0 or claimed > 0 or self._ready:
            return True
        if not self._flying:
            return False
        await self._comes_back()
        return True

    async def _may_begin(self) -> None:
        """Until the pace has room, and no more is under way than may be. What comes back meanwhile is written down: a
        message that has arrived is unknown to whoever takes over until it is.
        """
        while (wait := self._pace.wait()) > 0:
            await self._clock.sleep(min(wait, SECONDS_UNWRITTEN))
            if self._clock.monotonic() - self._written_at >= SECONDS_UNWRITTEN:
                await self._write_down()
        while len(self._flying) >= self._pace.most_flying:
            await self._comes_back()

    async def _comes_back(self) -> None:
        """Until something that was under way is not any more."""
        self._back.clear()
        await self._back.wait()

    def _room(self) -> int:
        return max(0, min(self._pace.room(), self._pace.most_flying - len(self._flying)))

    async def _step(self, epoch: int) -> int:
        """Writes down what has come back, and takes the next; how many that were."""
        handed, most = list(self._handed), self._room() + self._pace.ahead - len(self._ready)
        taken = await self._database.write(self._settle_and_take, handed, epoch, max(1, most), self._clock.now())
        self._written(handed, taken.settled_campaigns)
        self._taken += taken.claimed
        self._ready.extend(taken.parcels)
        return taken.claimed

    def _let_go(self) -> int:
        """What is ready begins, as far as there is room; how many those were."""
        going = [self._ready.popleft() for _ in range(min(self._room(), len(self._ready)))]
        self._pace.took()
        for parcel in going:
            task = asyncio.create_task(self._hand_over(parcel, self._pace.begin()))
            self._flying.add(task)
            task.add_done_callback(self._landed)
        return len(going)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._back.set()

    def _settle_and_take(self, session: Session, handed: list[Handed], epoch: int, most: int, now: datetime) -> Taken:
        settle(session, self._house, handed, now)
        return self._packing.take(session, epoch, most, self._taken, now)

    async def _land(self) -> None:
        """What is claimed goes out, comes back and is written down, also where something else went wrong."""
        while self._ready:
            await self._may_begin()
            self._let_go()
        while self._flying:
            await asyncio.wait(self._flying)
        await self._write_down()

    async def _write_down(self) -> None:
        """Where the database fails, what was sent is remembered and written before anything else is taken."""
        if self._handed:
            handed = list(self._handed)
            await self._database.write(settle, self._house, handed, self._clock.now())
            self._written(handed)

    def _written(self, handed: list[Handed], others: tuple[int, ...] = ()) -> None:
        del self._handed[: len(handed)]
        self._written_at = self._clock.monotonic()
        self._reports.concern([*(one.parcel.claim.campaign_id for one in handed), *others])

    async def _hand_over(self, parcel: Parcel, begun: float) -> None:
        try:
            await self._pace.admit(parcel.chat.id)
            receipt = await self._attempt(parcel.chat, parcel.act)
        finally:
            self._pace.end(begun)
        self._handed.append(Handed(parcel, receipt))
        if receipt.pause:
            self._hold_back(receipt)

    def _hold_back(self, receipt: Receipt) -> None:
        """Telegram takes nothing for a while: bulk that was ready waits as the refused one does."""
        bulk = [parcel for parcel in self._ready if URGENCY[parcel.claim.kind] > URGENT]
        self._ready = deque(parcel for parcel in self._ready if URGENCY[parcel.claim.kind] == URGENT)
        self._handed.extend(Handed(parcel, receipt) for parcel in bulk)

    async def _attempt(self, chat: ChatState, act: Act) -> Receipt:
        """A claim is never left without an outcome."""
        with met(partial(self._on_fault, "delivery_failed")):
            return await self._carried(chat, act)
        return Receipt(DeliveryStatus.FAILED, FAULT)

    async def _carried(self, chat: ChatState, act: Act) -> Receipt:
        match act:
            case Erase(message_id):
                return await self._carrier.withdraw(chat, message_id)
            case Rewrite(message_id, reply):
                return await self._carrier.correct(chat, reply, message_id)
            case Reply():
                return await self._carrier.deliver(chat, act)


def _take_office(session: Session) -> int:
    epoch = leadership.next_epoch(session)
    dispatch.release_dead(session, epoch)
    return epoch
