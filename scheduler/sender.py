"""The sender: empties the table of deliveries.

It takes a few messages as soon as the pace allows, and goes on while they are under way; what has become of those
before is written down in the same transaction as the next claims.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from conversations.context import House
from records import dispatch, leadership
from records.clock import Clock
from records.database import Database
from records.session import Session
from scheduler.flights import Carrier, Flights
from scheduler.outcomes import settle
from scheduler.pace import Pace
from scheduler.parcels import Handed, OnFault, Packing, Taken
from scheduler.reporting_back import Reports

# So long at most, about, nobody has written down what has come back; it is mostly written together with the next claim.
SECONDS_UNWRITTEN = 0.1


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
        self._pace = pace
        self._flights = Flights(carrier, pace, on_fault)
        self._reports = Reports(report, clock, on_fault)
        self._epoch: int | None = None
        self._turn = asyncio.Lock()
        self._resting = False
        # When something was last written down.
        self._written_at = 0.0
        # How many were ever taken: whose turn it is (see records/shares.py).
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
        claimed = await self._step(epoch) if self._flights.wants_more else 0
        if self._flights.let_go() > 0 or claimed > 0 or self._flights.any_ready:
            return True
        if not self._flights.any_under_way:
            return False
        await self._flights.comes_back()
        return True

    async def _may_begin(self) -> None:
        """Until the pace has room, and no more is under way than may be. What comes back meanwhile is written down: a
        message that has arrived is unknown to whoever takes over until it is.
        """
        while (wait := self._pace.wait()) > 0:
            await self._clock.sleep(min(wait, SECONDS_UNWRITTEN))
            if self._clock.monotonic() - self._written_at >= SECONDS_UNWRITTEN:
                await self._write_down()
        while self._flights.full:
            await self._flights.comes_back()

    async def _step(self, epoch: int) -> int:
        """Writes down what has come back, and takes the next; how many that were."""
        handed, most = list(self._flights.handed), self._flights.wanted
        taken = await self._database.write(self._settle_and_take, handed, epoch, most, self._clock.now())
        self._written(handed, taken.settled_campaigns)
        self._taken += taken.claimed
        self._flights.make_ready(taken.parcels)
        return taken.claimed

    def _settle_and_take(self, session: Session, handed: list[Handed], epoch: int, most: int, now: datetime) -> Taken:
        settle(session, self._house, handed, now)
        return self._packing.take(session, epoch, most, self._taken, now)

    async def _land(self) -> None:
        """What is claimed goes out, comes back and is written down, also where something else went wrong."""
        while self._flights.any_ready:
            await self._may_begin()
            self._flights.let_go()
        while self._flights.any_under_way:
            await self._flights.comes_back()
        await self._write_down()

    async def _write_down(self) -> None:
        """Where the database fails, what was sent is remembered and written before anything else is taken."""
        if self._flights.handed:
            handed = list(self._flights.handed)
            await self._database.write(settle, self._house, handed, self._clock.now())
            self._written(handed)

    def _written(self, handed: list[Handed], others: tuple[int, ...] = ()) -> None:
        del self._flights.handed[: len(handed)]
        self._written_at = self._clock.monotonic()
        self._reports.concern([*(one.parcel.claim.campaign_id for one in handed), *others])


def _take_office(session: Session) -> int:
    epoch = leadership.next_epoch(session)
    dispatch.release_dead(session, epoch)
    return epoch
