"""Reporting back: campaigns of which something has changed are reported beside the sending, about once a second."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from records.clock import Clock
from scheduler.faults import met
from scheduler.parcels import OnFault

SECONDS_APART = 1.0
# To count the million recipients of a large one takes long, and holds the loop: it is counted less often.
MOST_OF_THE_TIME = 0.1


class Reports:
    """The campaigns that are to be reported, and the reports that are being made."""

    def __init__(self, report: Callable[[int], Awaitable[None]], clock: Clock, on_fault: OnFault) -> None:
        self._report = report
        self._clock = clock
        self._on_fault = on_fault
        self._changed: set[int] = set()
        self._next = clock.monotonic()
        self._making: asyncio.Task[None] | None = None

    def concern(self, campaigns: Iterable[int | None]) -> None:
        """Something has become of messages of these."""
        self._changed |= {one for one in campaigns if one is not None}
        idle = self._making is None or self._making.done()
        if self._changed and idle and self._clock.monotonic() >= self._next:
            self._making = asyncio.create_task(self._make())

    async def finish(self) -> None:
        """Until all is reported."""
        if self._making is not None:
            await self._making
        await self._make()

    async def _make(self) -> None:
        begun = self._clock.monotonic()
        changed, self._changed = sorted(self._changed), set()
        for campaign_id in changed:
            with met(partial(self._on_fault, "report_failed")):
                await self._report(campaign_id)
        ended = self._clock.monotonic()
        self._next = ended + max(SECONDS_APART, (ended - begun) / MOST_OF_THE_TIME)
