"""The sender: empties the table of deliveries.

It claims a batch, composes and sends each, and writes the outcomes together.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

from conversations.context import House
from conversations.receipt import Receipt
from conversations.reply import Reply
from records import dispatch, leadership
from records.chats import ChatState
from records.clock import Clock
from records.database import Database
from records.deliveries import DeliveryStatus
from records.session import Session
from scheduler.faults import met
from scheduler.outcomes import settle
from scheduler.pace import Pace
from scheduler.parcels import FAULT, Handed, OnFault, Packing, Parcel


class Carrier(Protocol):
    """Whoever can make one attempt to send a reply to a chat."""

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt: ...


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
        self._report = report
        self._epoch: int | None = None
        self._turn = asyncio.Lock()
        self._resting = False
        # What became of parcels, until it is written down.
        self._handed: list[Handed] = []

    async def take_office(self) -> None:
        """Claims of those who led before are settled: unknown, or to be sent again."""
        self._epoch = await self._database.write(_take_office)

    async def empty(self) -> int:
        """Sends whatever is due, after the round that may be under way; how many messages that was."""
        async with self._turn:
            total = 0
            while not self._resting and (sent := await self._round()) > 0:
                total += sent
            return total

    async def rest(self) -> None:
        """Begins no further round, and waits until the one under way is written down: no claim is left behind."""
        self._resting = True
        async with self._turn:
            return

    async def _round(self) -> int:
        """One batch; 0 where nothing is due."""
        if self._epoch is None:
            return 0
        await self._write_down()
        now = self._clock.now()
        taken = await self._database.write(self._packing.take, self._epoch, now)
        if taken.claimed == 0:
            return 0
        self._handed += await asyncio.gather(*(self._hand_over(parcel) for parcel in taken.parcels))
        await self._write_down()
        for campaign_id in sorted({p.claim.campaign_id for p in taken.parcels if p.claim.campaign_id is not None}):
            await self._report(campaign_id)
        for campaign_id in taken.settled_campaigns:
            await self._report(campaign_id)
        return taken.claimed

    async def _write_down(self) -> None:
        """Where the database fails, what was sent is remembered and written before anything else is taken."""
        if self._handed:
            await self._database.write(settle, self._house, list(self._handed), self._clock.now())
            self._handed.clear()

    async def _hand_over(self, parcel: Parcel) -> Handed:
        await self._pace.admit(parcel.chat.id)
        with self._pace.spend():
            receipt = await self._attempt(parcel.chat, parcel.reply)
        return Handed(parcel, receipt)

    async def _attempt(self, chat: ChatState, reply: Reply) -> Receipt:
        """A claim is never left without an outcome."""
        with met(partial(self._on_fault, "delivery_failed")):
            return await self._carrier.deliver(chat, reply)
        return Receipt(DeliveryStatus.FAILED, FAULT)


def _take_office(session: Session) -> int:
    epoch = leadership.next_epoch(session)
    dispatch.release_dead(session, epoch)
    return epoch
