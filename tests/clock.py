"""A clock in the hand: it stands still until a test moves it, and a sleep moves it instead of waiting."""

import asyncio
from datetime import UTC, datetime, timedelta

# A Tuesday morning, within the sending hours, far from any holiday.
MORNING = datetime(2026, 10, 6, 3, 0, tzinfo=UTC)


class HandClock:
    """Shared by the bot and the simulator, so that both see the same time."""

    def __init__(self, instant: datetime = MORNING) -> None:
        self._instant = instant
        self._seconds = 1000.0

    def now(self) -> datetime:
        return self._instant

    def monotonic(self) -> float:
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        self.forward(timedelta(seconds=max(0.0, seconds)))
        await asyncio.sleep(0)

    def set(self, to: datetime) -> None:
        self._seconds += max(0.0, (to - self._instant).total_seconds())
        self._instant = to

    def forward(self, by: timedelta) -> None:
        self.set(self._instant + by)
