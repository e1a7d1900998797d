"""The calls of the bot: how many of each method, which are under way, and which were refused."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field

from simulator.clock import TimeSource
from simulator.entity import Json
from simulator.errors import RefusalError


@dataclass(slots=True)
class Calls:
    """Tickets mark calls under way; long polls have none, since they are always under way."""

    clock: TimeSource
    counts: Counter[str] = field(default_factory=Counter)
    refusals: deque[Json] = field(default_factory=lambda: deque(maxlen=10_000))
    _active: set[int] = field(default_factory=set)
    _next: int = 0
    _settling: list[tuple[set[int], asyncio.Future[None]]] = field(default_factory=list)

    def begin(self) -> int:
        """A ticket for a call that has come in."""
        self._next += 1
        self._active.add(self._next)
        return self._next

    def end(self, ticket: int) -> None:
        """The call is over, whatever came of it; giving a ticket back twice does no harm."""
        self._active.discard(ticket)
        if not self._settling:
            return
        for tickets, future in self._settling:
            tickets.discard(ticket)
            if not tickets and not future.done():
                future.set_result(None)
        self._settling = [pair for pair in self._settling if not pair[1].done()]

    async def settle(self, seconds: float) -> None:
        """Wait until the calls that are under way now are over."""
        if not self._active or seconds <= 0:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._settling.append((set(self._active), future))
        await asyncio.wait([future], timeout=seconds)
        future.cancel()

    def refused(self, method: str, refusal: RefusalError, chat_id: int) -> None:
        """Keep a refusal that the bot provoked."""
        self.refusals.append(
            {
                "method": method,
                "code": refusal.code,
                "description": refusal.description,
                "chat_id": chat_id or None,
                "at": self.clock.now().isoformat(),
            }
        )
