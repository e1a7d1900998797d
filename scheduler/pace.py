"""The pace of sending: how much Telegram takes. Replies spend the budget but never wait; bulk takes what is left.

A slot is freed one second after the *response* to the call that took it: spacing by the moment of sending provokes
refusals as soon as the network jitters.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from records.clock import Clock

WINDOW_SECONDS = 1.0
REMEMBERED_CHATS = 20_000


class Tempo(StrEnum):
    """CANTING_PACE."""

    FREE = "free"
    PAID = "paid"
    OFF = "off"


# Messages a second. One below Telegram's figure: its window and ours do not begin at the same instant.
CAPACITY = {Tempo.FREE: 29, Tempo.PAID: 990}


class Pace:
    """A budget of calls in any one second, over all chats, and of one a second to each chat for bulk."""

    def __init__(self, tempo: Tempo, clock: Clock) -> None:
        self._clock = clock
        self._capacity = CAPACITY.get(tempo)
        self._flying = 0
        self._landed: deque[float] = deque()
        self._chats: dict[int, float] = {}

    @contextmanager
    def spend(self) -> Iterator[None]:
        """A reply: counted, never held back."""
        self._flying += 1
        try:
            yield
        finally:
            self._flying -= 1
            if self._capacity is not None:
                self._landed.append(self._clock.monotonic())

    async def admit(self, chat_id: int) -> None:
        """Waits until bulk may send to this chat. The caller enters `spend` next, without awaiting in between."""
        if self._capacity is None:
            return
        while (wait := max(self._overall(), self._of_chat(chat_id))) > 0:
            await self._clock.sleep(wait)
        if len(self._chats) > REMEMBERED_CHATS:
            now = self._clock.monotonic()
            self._chats = {chat: at for chat, at in self._chats.items() if now - at < WINDOW_SECONDS}
        self._chats[chat_id] = self._clock.monotonic()

    def _overall(self) -> float:
        """Seconds until a slot is free; a tenth of a second where all are in flight."""
        now = self._clock.monotonic()
        while self._landed and now - self._landed[0] >= WINDOW_SECONDS:
            self._landed.popleft()
        if self._capacity is None or self._flying + len(self._landed) < self._capacity:
            return 0.0
        return WINDOW_SECONDS - (now - self._landed[0]) if self._landed else 0.1

    def _of_chat(self, chat_id: int) -> float:
        last = self._chats.get(chat_id)
        return 0.0 if last is None else WINDOW_SECONDS - (self._clock.monotonic() - last)
