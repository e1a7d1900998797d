"""Flights: parcels that are ready to go, those under way, and what became of those that have come back."""

import asyncio
from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from conversations.amendment import Act, Erase, Rewrite
from conversations.receipt import Receipt
from conversations.reply import Reply
from records.chats import ChatState
from records.deliveries import URGENCY, DeliveryStatus
from records.shares import URGENT
from scheduler.faults import met
from scheduler.pace import Pace
from scheduler.parcels import FAULT, Handed, OnFault, Parcel


class Carrier(Protocol):
    """Whoever can make one attempt to send a reply to a chat, or to change or delete what was sent there."""

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt: ...

    async def correct(self, chat: ChatState, reply: Reply, message_id: int) -> Receipt: ...

    async def withdraw(self, chat: ChatState, message_id: int) -> Receipt: ...


class Flights:
    """Of the one sender. `handed`: what became of parcels, until it is written down."""

    def __init__(self, carrier: Carrier, pace: Pace, on_fault: OnFault) -> None:
        self._carrier = carrier
        self._pace = pace
        self._on_fault = on_fault
        # Claimed and composed, until the pace has room.
        self._ready: deque[Parcel] = deque()
        self._under_way: set[asyncio.Task[None]] = set()
        self._back = asyncio.Event()
        self.handed: list[Handed] = []

    @property
    def any_ready(self) -> bool:
        return bool(self._ready)

    @property
    def any_under_way(self) -> bool:
        return bool(self._under_way)

    @property
    def full(self) -> bool:
        """Whether as much is under way as may be."""
        return len(self._under_way) >= self._pace.most_flying

    @property
    def wants_more(self) -> bool:
        """Whether half of what may be ready ahead has gone."""
        return 2 * len(self._ready) <= self._pace.ahead

    @property
    def wanted(self) -> int:
        """How many are to be claimed for what may begin now, and to be ready ahead."""
        return max(1, self._room() + self._pace.ahead - len(self._ready))

    def make_ready(self, parcels: Sequence[Parcel]) -> None:
        self._ready.extend(parcels)

    def let_go(self) -> int:
        """What is ready begins, as far as there is room; how many those were."""
        going = [self._ready.popleft() for _ in range(min(self._room(), len(self._ready)))]
        self._pace.took()
        for parcel in going:
            task = asyncio.create_task(self._hand_over(parcel, self._pace.begin()))
            self._under_way.add(task)
            task.add_done_callback(self._landed)
        return len(going)

    async def comes_back(self) -> None:
        """Until something that was under way is not any more."""
        self._back.clear()
        await self._back.wait()

    def _room(self) -> int:
        return max(0, min(self._pace.room(), self._pace.most_flying - len(self._under_way)))

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._back.set()

    async def _hand_over(self, parcel: Parcel, begun: float) -> None:
        try:
            await self._pace.admit(parcel.chat.id)
            receipt = await self._attempt(parcel.chat, parcel.act)
        finally:
            self._pace.end(begun)
        self.handed.append(Handed(parcel, receipt))
        if receipt.pause:
            self._hold_back(receipt)

    def _hold_back(self, receipt: Receipt) -> None:
        """Telegram takes nothing for a while: bulk that was ready waits as the refused one does."""
        bulk = [parcel for parcel in self._ready if URGENCY[parcel.claim.kind] > URGENT]
        self._ready = deque(parcel for parcel in self._ready if URGENCY[parcel.claim.kind] == URGENT)
        self.handed.extend(Handed(parcel, receipt) for parcel in bulk)

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
