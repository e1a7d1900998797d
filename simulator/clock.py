"""The clock of the simulated Telegram: real time plus an offset, which a jump moves."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol, runtime_checkable


class TimeSource(Protocol):
    """Whatever tells the time; a test may pass its own."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


@runtime_checkable
class Settable(Protocol):
    """A time source that can be moved."""

    def set(self, to: datetime) -> None: ...


class Clock:
    """Real time plus an offset."""

    def __init__(self) -> None:
        self._offset = timedelta()
        self._lead = 0.0

    def now(self) -> datetime:
        """The simulated instant, aware, in UTC."""
        return datetime.now(UTC) + self._offset

    def monotonic(self) -> float:
        """Seconds that never run backwards; a jump ahead counts, a jump back does not."""
        return time.monotonic() + self._lead

    def set(self, to: datetime) -> None:
        """Make it `to` (aware) now."""
        ahead = to - self.now()
        self._offset += ahead
        self._lead += max(0.0, ahead.total_seconds())
