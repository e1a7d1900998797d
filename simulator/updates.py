"""The queue of updates: ascending ids, offsets that confirm, one poller at a time, and what is too old is forgotten."""

import asyncio
import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from simulator.clock import TimeSource
from simulator.entity import Json
from simulator.errors import RefusalError, conflict

KEPT = 24 * 3600.0
KEPT_TAPS = 150.0
# An offset that comes again sooner than this brings one update only.
REPEATED = 0.5
# After a quiet week Telegram starts at another random id.
QUIET = 7 * 24 * 3600.0

TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class Update:
    """`at` is in Unix seconds; `body` is the update as JSON text."""

    id: int
    kind: str
    chat_id: int
    at: float
    body: str


class UpdateQueue:
    """What the bot has not yet confirmed."""

    def __init__(self, clock: TimeSource) -> None:
        self._clock = clock
        self.pending: dict[int, Update] = {}
        self.allowed: frozenset[str] = frozenset()
        self.next_id = _random_id()
        self.handed_out = 0
        self._pushed_at = 0.0
        self._waiter: asyncio.Future[None] | None = None
        self._asked: tuple[int, float] = (0, float("-inf"))
        self.on_push: Callable[[Update], None] | None = None
        self.on_confirm: Callable[[int], None] | None = None

    def push(self, kind: str, payload: Json, chat_id: int) -> int:
        """Queue an update and return its id; 0 where the bot does not want this kind."""
        if self.allowed and kind not in self.allowed:
            return 0
        now = self._clock.now().timestamp()
        if self._pushed_at and now - self._pushed_at > QUIET and not self.pending:
            self.next_id, self.handed_out = _random_id(self.next_id), 0
        self._pushed_at = now
        update_id = self.next_id
        self.next_id += 1
        body = json.dumps({"update_id": update_id, kind: payload}, ensure_ascii=False)
        update = self.pending[update_id] = Update(update_id, kind, chat_id, now, body)
        if self.on_push:
            self.on_push(update)
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)
        return update_id

    def allow(self, kinds: Any) -> None:
        """Remember which kinds the bot wants; an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(str(kind) for kind in kinds)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """What getUpdates brings; a poll that was under way ends with 409."""
        self.end_poll(conflict(TERMINATED))
        self._move_to(offset)
        asked, answered_at = self._asked
        if offset == asked and self._clock.monotonic() - answered_at < REPEATED:
            limit = 1
        found = self._take(limit)
        if not found and seconds > 0:
            await self._wait(seconds)
            found = self._take(limit)
        self._asked = (offset, self._clock.monotonic())
        return found

    def end_poll(self, refusal: RefusalError | None = None) -> None:
        """End the poll that is under way, with a refusal or with what there is."""
        waiter, self._waiter = self._waiter, None
        if waiter and not waiter.done():
            if refusal:
                waiter.set_exception(refusal)
            else:
                waiter.set_result(None)

    async def _wait(self, seconds: float) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiter = waiter
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            return
        finally:
            if self._waiter is waiter:
                self._waiter = None

    def _move_to(self, offset: int) -> None:
        """Confirm what lies before the offset. One from before the ids began anew points to nothing and is ignored."""
        if offset < 0:
            self.confirm(list(self.pending)[:offset])
        elif 0 < offset <= self.next_id + 10:
            self.confirm(list(self._before(offset)))

    def _before(self, offset: int) -> Iterable[int]:
        for update_id in self.pending:
            if update_id >= offset:
                return
            yield update_id

    def confirm(self, update_ids: Iterable[int]) -> None:
        """Forget updates that the bot has dealt with."""
        for update_id in update_ids:
            self.pending.pop(update_id, None)
            if self.on_confirm:
                self.on_confirm(update_id)

    def _take(self, limit: int) -> list[Update]:
        self.forget_old()
        found: list[Update] = []
        for update in self.pending.values():
            if len(found) == limit:
                break
            found.append(update)
        if found:
            self.handed_out = found[-1].id
        return found

    def forget_old(self) -> None:
        """Drop what Telegram would no longer keep."""
        now = self._clock.now().timestamp()
        for update in self._expired(now):
            del self.pending[update.id]

    def _expired(self, now: float) -> list[Update]:
        """Those too old; the walk ends at the first that is younger than any limit."""
        old = []
        for update in self.pending.values():
            age = now - update.at
            if age < KEPT_TAPS:
                break
            if age >= (KEPT_TAPS if update.kind == "callback_query" else KEPT):
                old.append(update)
        return old

    def to_state(self) -> Json:
        """As it is saved."""
        pending = [[u.id, u.kind, u.chat_id, u.at, u.body] for u in self.pending.values()]
        return {"pending": pending, "next_id": self.next_id, "pushed_at": self._pushed_at, "allowed": [*self.allowed]}

    def load(self, state: Json) -> None:
        """Take back what was saved."""
        self.pending = {update[0]: Update(*update) for update in state["pending"]}
        self.next_id = state["next_id"]
        self._pushed_at = state["pushed_at"]
        self.allowed = frozenset(state["allowed"])


def _random_id(far_from: int = 0) -> int:
    """A random id that no offset of before can be mistaken for."""
    while abs((found := secrets.randbelow(800_000_000) + 100_000_000) - far_from) < 1000:
        continue
    return found
