"""The clocks: the system's, and one that can travel for rehearsals."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class TravellingClock:
    """Real time plus an offset that can be moved forward. While it travels, a sleep moves the offset instead of
    waiting.

    `tell` is awaited at every step, so that the simulator's clock stays abreast.
    """

    def __init__(self, tell: Callable[[datetime], Awaitable[None]], offset: timedelta = timedelta()) -> None:
        self._tell = tell
        self._offset = offset
        self.travelling = False

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def monotonic(self) -> float:
        return time.monotonic() + self._offset.total_seconds()

    async def sleep(self, seconds: float) -> None:
        if not self.travelling:
            await asyncio.sleep(seconds)
        elif seconds > 0:
            await self.move_to(self.now() + timedelta(seconds=seconds))

    async def move_to(self, moment: datetime) -> None:
        """Forward only."""
        if moment > self.now():
            self._offset += moment - self.now()
        await self._tell(self.now())
