"""The pace of sending: how much Telegram takes. Replies spend the budget but never wait; bulk takes what is left.

A slot is freed one second after the *response* to the call that took it: spacing by the moment of sending provokes
refusals as soon as the network jitters. Bulk is taken in small portions, so that few messages are under way at any
moment: whatever is under way when the process is killed is what nobody knows the end of.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from records.clock import Clock

WINDOW_SECONDS = 1.0
REMEMBERED_CHATS = 20_000
# Less than clocks tell apart.
AT_ONCE = 1e-4
# Where all slots are under way, it is looked again after so long.
A_MOMENT = 0.1


class Tempo(StrEnum):
    """CANTING_PACE."""

    FREE = "free"
    PAID = "paid"
    OFF = "off"


# Messages a second. Since a slot is freed after the response, Telegram never sees more in any second of its own.
CAPACITY = {Tempo.FREE: 30, Tempo.PAID: 1000}
# So many of them bulk leaves, so that the next reply is never one too many.
KEPT_FREE = {Tempo.FREE: 1, Tempo.PAID: 0, Tempo.OFF: 0}
# So many bulk takes at once, and seconds between one portion and the next.
PORTION = {Tempo.FREE: 1, Tempo.PAID: 100, Tempo.OFF: 30}
APART = {Tempo.FREE: 1 / 60, Tempo.PAID: 0.01, Tempo.OFF: 0.0}


class Pace:
    """A budget of calls in any one second, over all chats, and of one a second to each chat for bulk."""

    def __init__(self, tempo: Tempo, clock: Clock) -> None:
        self._clock = clock
        self._capacity = CAPACITY.get(tempo)
        self._kept_free, self._portion, self._apart = KEPT_FREE[tempo], PORTION[tempo], APART[tempo]
        self._flying = 0
        self._landed: deque[float] = deque()
        self._chats: dict[int, float] = {}
        self._last_portion = -WINDOW_SECONDS

    @contextmanager
    def spend(self) -> Iterator[None]:
        """A reply: counted, never held back."""
        self.begin()
        try:
            yield
        finally:
            self.end()

    def begin(self) -> None:
        """A call is about to be made."""
        self._flying += 1

    def end(self) -> None:
        """The response to a call has come, or nothing will."""
        self._flying -= 1
        if self._capacity is not None:
            self._landed.append(self._clock.monotonic())

    def room(self) -> int:
        """How many messages bulk may begin now; 0: none yet (see `wait`)."""
        return self._portion if self._capacity is None else min(self._portion, self._left())

    def took(self) -> None:
        """Bulk takes a portion of what is left."""
        self._last_portion = self._clock.monotonic()

    def wait(self) -> float:
        """Seconds until bulk may take its next portion; 0.0: now."""
        if self._capacity is None:
            return 0.0
        apart = self._last_portion + self._apart - self._clock.monotonic()
        wait = max(apart, self._until_one_is_left())
        return wait if wait > AT_ONCE else 0.0

    async def admit(self, chat_id: int) -> None:
        """Waits until bulk may write to this chat again."""
        if self._capacity is None:
            return
        while (wait := self._of_chat(chat_id)) > 0:
            await self._clock.sleep(wait)
        if len(self._chats) > REMEMBERED_CHATS:
            now = self._clock.monotonic()
            self._chats = {chat: at for chat, at in self._chats.items() if now - at < WINDOW_SECONDS}
        self._chats[chat_id] = self._clock.monotonic()

    def _left(self) -> int:
        now = self._clock.monotonic()
        while self._landed and now - self._landed[0] >= WINDOW_SECONDS - AT_ONCE:
            self._landed.popleft()
        return max(0, (self._capacity or 0) - self._kept_free - self._flying - len(self._landed))

    def _until_one_is_left(self) -> float:
        if self._left() > 0:
            return 0.0
        return WINDOW_SECONDS - (self._clock.monotonic() - self._landed[0]) if self._landed else A_MOMENT

    def _of_chat(self, chat_id: int) -> float:
        last = self._chats.get(chat_id)
        return 0.0 if last is None else WINDOW_SECONDS - (self._clock.monotonic() - last)
