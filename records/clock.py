"""What a clock is. The clocks themselves live in bot/clock.py; everything dated asks one that was passed in."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Time, injected: instants are aware, durations are seconds."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...
