"""The queue of updates that getUpdates hands out: confirmed by the offset, waited for in a long poll."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from contextlib import suppress

REPEATED_WITHIN = 0.5
MOST_AT_ONCE = 100


class ConflictError(Exception):
    """Another getUpdates has begun and ends this one."""


class Updates:
    """Unconfirmed updates in order; `offset` forgets those below it, as Telegram does."""

    def __init__(self, monotonic: Callable[[], float], first_id: int = 500_000) -> None:
        self._monotonic = monotonic
        self._pending: deque[tuple[int, str]] = deque()
        self._next_id = first_id
        self._arrived = asyncio.Event()
        self._poll = 0
        self._last_offset: int | None = None
        self._last_asked = 0.0
        self.first_asked: float | None = None

    def put(self, kind: str, content: dict[str, object]) -> None:
        """Add an update of this kind (message, callback_query ...)."""
        body = json.dumps({"update_id": self._next_id, kind: content}, ensure_ascii=False)
        self._pending.append((self._next_id, body))
        self._next_id += 1
        self._arrived.set()

    @property
    def unconfirmed(self) -> int:
        return len(self._pending)

    async def get(self, offset: int, limit: int, wait: float) -> str:
        """A JSON list of the updates from `offset` on, after waiting up to `wait` seconds for the first."""
        self._poll += 1
        poll = self._poll
        limit = self._allowed(offset, min(limit, MOST_AT_ONCE))
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()
        if not self._pending:
            self._arrived.clear()
            await self._wait_for_one(wait)
        if poll != self._poll:
            raise ConflictError
        bodies = (body for (_, body), _ in zip(self._pending, range(limit), strict=False))
        return f"[{','.join(bodies)}]"

    def _allowed(self, offset: int, limit: int) -> int:
        """One update only where an offset is asked for again at once."""
        now = self._monotonic()
        if self.first_asked is None:
            self.first_asked = now
        hurried = offset == self._last_offset and now - self._last_asked < REPEATED_WITHIN
        self._last_offset, self._last_asked = offset, now
        return 1 if hurried else limit

    async def _wait_for_one(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._arrived.wait()
