"""A clock that stands still until it is moved; sleeping moves it and lets the others go on."""

import asyncio
from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 7, 1, 5, tzinfo=UTC)  # noon in Pekalongan, a Wednesday


class ManualClock:
    def __init__(self, now: datetime = NOON) -> None:
        self._now = now
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._now += timedelta(seconds=seconds)
        await asyncio.sleep(0)
