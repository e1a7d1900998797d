"""Events for open pages: which chat changed, what time it is, that people came."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

# A page that reads slower than this loses events; it asks for the state again when it reconnects.
BACKLOG = 1000


@dataclass(slots=True)
class Events:
    """Every open page has a queue."""

    _queues: set[asyncio.Queue[str]] = field(default_factory=set)

    def emit(self, kind: str, **details: Any) -> None:
        """Tell every open page."""
        if not self._queues:
            return
        text = json.dumps({"type": kind, **details})
        for queue in self._queues:
            if not queue.full():
                queue.put_nowait(text)

    def subscribe(self) -> asyncio.Queue[str]:
        """A page opened."""
        queue: asyncio.Queue[str] = asyncio.Queue(BACKLOG)
        self._queues.add(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[str]) -> None:
        """A page closed."""
        self._queues.discard(queue)
