"""Reporting back: campaigns of which something has changed are reported beside the sending, about once a second."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from records.clock import Clock

SECONDS_APART = 1.0


class Reports:
    """The campaigns that are to be reported, and the reports that are being made."""

    def __init__(self, report: Callable[[int], Awaitable[None]], clock: Clock) -> None:
        self._report = report
        self._clock = clock
        self._changed: set[int] = set()
        self._last = clock.monotonic() - SECONDS_APART
        self._making: asyncio.Task[None] | None = None

    def concern(self, campaigns: Iterable[int | None]) -> None:
        """Something has become of messages of these."""
        self._changed |= {one for one in campaigns if one is not None}
        idle = self._making is None or self._making.done()
        if self._changed and idle and self._clock.monotonic() - self._last >= SECONDS_APART:
            self._making = asyncio.create_task(self._make())

    async def finish(self) -> None:
        """Until all is reported; what went wrong before is raised here."""
        making, self._making = self._making, None
        if making is not None:
            await making
        await self._make()

    async def _make(self) -> None:
        self._last = self._clock.monotonic()
        changed, self._changed = sorted(self._changed), set()
        for campaign_id in changed:
            await self._report(campaign_id)
