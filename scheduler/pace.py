"""The pace of sending: how much Telegram takes. Replies spend the budget but never wait; bulk takes what is left.

A slot is freed one second after the *response* to the call that took it: spacing by the moment of sending alone
provokes refusals as soon as the network jitters. Bulk goes evenly besides, in small portions, and with no more under
way than the pace needs: those are what nobody knows the end of when the process is killed. So there is nearly always a
slot, too, for whoever writes first after a quiet minute.
"""

import math
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from records.clock import Clock

WINDOW_SECONDS = 1.0
# Of each other, messages to one person, and to one group: Telegram takes twenty a minute there, and they may travel
# unevenly by two seconds.
CHAT_SECONDS, GROUP_SECONDS = 1.0, 3.1
REMEMBERED_CHATS = 20_000
# While people write, so many slots are kept for the next replies, and as many again as there were in the last second.
KEPT_FOR_REPLIES = 2
QUIET_SECONDS = 60.0
# Less than clocks tell apart.
AT_ONCE = 1e-4
# Where all slots are under way, it is looked again after so long.
A_MOMENT = 0.1


class Tempo(StrEnum):
    """CANTING_PACE."""

    FREE = "free"
    PAID = "paid"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`capacity` is what Telegram takes in any one second (None: anything); bulk takes a `portion` of it at once, and
    the next one so many seconds after. `flying`: so many may be under way, however short the way. `ahead`: so many are
    claimed before there is room for them, and begin the moment there is.
    """

    capacity: int | None
    portion: int
    apart: float
    flying: int
    ahead: int = 0


RHYTHMS = {
    Tempo.FREE: Rhythm(30, 1, 1 / 29.25, 2),
    Tempo.PAID: Rhythm(1000, 10, 0.004, 20, 100),
    Tempo.OFF: Rhythm(None, 50, 0.0, 100),
}
# At most, on any way: as many as there are connections.
MOST_FLYING = 100
# How long a call usually takes is learnt from so many.
LEARNT_FROM = 500


class Pace:
    """A budget of calls in any one second, over all chats, and of one a second to each chat for bulk."""

    def __init__(self, tempo: Tempo, clock: Clock) -> None:
        self._clock = clock
        self._rhythm = RHYTHMS[tempo]
        self._flying = 0
        self._usual = 0.0
        self._landed: deque[float] = deque()
        self._replied: deque[float] = deque()
        self._last_reply = -QUIET_SECONDS
        self._next_portion = 0.0
        self._chats: dict[int, float] = {}

    @contextmanager
    def spend(self) -> Iterator[None]:
        """A reply: counted, never held back. While there are some, slots are kept for the next."""
        self._last_reply = self._clock.monotonic()
        if self._rhythm.capacity is not None:
            self._replied.append(self._last_reply)
        with self.count():
            yield

    @contextmanager
    def count(self) -> Iterator[None]:
        """Any other call that is not held back, such as the message that tells how an announcement goes."""
        begun = self.begin()
        try:
            yield
        finally:
            self.end(begun)

    def begin(self) -> float:
        """A call is about to be made; the instant, for its end."""
        self._flying += 1
        return self._clock.monotonic()

    def end(self, begun: float) -> None:
        """The response to a call has come, or nothing will."""
        now = self._clock.monotonic()
        self._flying -= 1
        self._usual += (now - begun - self._usual) / LEARNT_FROM
        if self._rhythm.capacity is not None:
            self._landed.append(now)

    @property
    def most_flying(self) -> int:
        """How many messages of bulk may be under way at once: what the pace needs on a way as long as this one."""
        needed = math.ceil((self._rhythm.capacity or 0) * self._usual)
        return min(MOST_FLYING, max(self._rhythm.flying, needed))

    @property
    def ahead(self) -> int:
        """How many messages are made ready before there is room for them."""
        return self._rhythm.ahead

    def room(self) -> int:
        """How many messages bulk may begin now; 0: none yet (see `wait`)."""
        return min(self._rhythm.portion, self._left())

    def took(self) -> None:
        """Bulk takes a portion. The next is due so long after this one was; what was missed is not made up for."""
        apart = self._rhythm.apart
        self._next_portion = max(self._next_portion, self._clock.monotonic() - apart) + apart

    def wait(self) -> float:
        """Seconds until bulk may take its next portion; 0.0: now."""
        now = self._clock.monotonic()
        wait = max(self._next_portion - now, 0.0 if self._left() else self._until_one_is_left(now))
        return wait if wait > AT_ONCE else 0.0

    async def admit(self, chat_id: int) -> None:
        """Waits until bulk may write to this chat again."""
        if self._rhythm.capacity is None:
            return
        while (wait := self._of_chat(chat_id)) > AT_ONCE:
            await self._clock.sleep(wait)
        if len(self._chats) > REMEMBERED_CHATS:
            now = self._clock.monotonic()
            self._chats = {chat: at for chat, at in self._chats.items() if now - at < GROUP_SECONDS}
        self._chats[chat_id] = self._clock.monotonic()

    def _left(self) -> int:
        """How many slots bulk may take."""
        if self._rhythm.capacity is None:
            return self._rhythm.portion
        now = self._clock.monotonic()
        _forget(self._landed, now)
        return max(0, self._rhythm.capacity - self._kept(now) - self._flying - len(self._landed))

    def _kept(self, now: float) -> int:
        """How many slots are kept for replies."""
        _forget(self._replied, now)
        is_quiet = now - self._last_reply >= QUIET_SECONDS
        return 0 if is_quiet else min(KEPT_FOR_REPLIES + len(self._replied), (self._rhythm.capacity or 0) // 2)

    def _until_one_is_left(self, now: float) -> float:
        return WINDOW_SECONDS - (now - self._landed[0]) if self._landed else A_MOMENT

    def _of_chat(self, chat_id: int) -> float:
        last = self._chats.get(chat_id)
        apart = GROUP_SECONDS if chat_id < 0 else CHAT_SECONDS
        return 0.0 if last is None else apart - (self._clock.monotonic() - last)


def _forget(instants: deque[float], now: float) -> None:
    """Those that are a second ago."""
    while instants and now - instants[0] >= WINDOW_SECONDS - AT_ONCE:
        instants.popleft()
