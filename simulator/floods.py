"""Floods: how much a bot may send. Messages count; edits and answers to taps do not.

Telegram does not publish its limits; these are those it names (30 a second in all, one a second to a chat, 20 a minute
to a group, 1,000 a second paid), with the short burst to one chat that it tolerates. What is paid for ignores the limit
of what is free, and uses nothing of it up: people are answered while a paid broadcast goes out.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from simulator.errors import too_many

ALL_PER_SECOND = 30
PAID_PER_SECOND = 1000
CHAT_BURST = 3
GROUP_PER_MINUTE = 20


@dataclass(slots=True)
class _Bucket:
    """What a chat may still get at once; refilled by one a second."""

    left: float = CHAT_BURST
    at: float = 0.0


@dataclass(slots=True)
class Floods:
    """The memory of what was sent lately; times are the clock's monotonic seconds."""

    enabled: bool = True
    _free: deque[float] = field(default_factory=lambda: deque(maxlen=ALL_PER_SECOND))
    _paid: deque[float] = field(default_factory=lambda: deque(maxlen=PAID_PER_SECOND))
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def admit(self, chat_id: int, count: int, now: float, *, paid: bool = False) -> None:
        """Let `count` messages to a chat through, or raise 429. What is refused does not count."""
        if not self.enabled:
            return
        bucket, sent = self._bucket(chat_id, now), self._paid if paid else self._free
        waits = [_wait(sent, count, now, 1.0)]
        # An album is one sending to its chat, however many pictures it has.
        waits.append(1.0 - bucket.left if bucket.left < 1 else 0.0)
        if chat_id < 0:
            waits.append(self._wait_for_group(chat_id, count, now))
        if max(waits) > 0:
            raise too_many(max(1, math.ceil(max(waits))))
        bucket.left -= 1
        sent.extend([now] * count)
        if chat_id < 0:
            self._groups[chat_id].extend([now] * count)

    def _bucket(self, chat_id: int, now: float) -> _Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._chats[chat_id] = _Bucket(CHAT_BURST, now)
        bucket.left = min(CHAT_BURST, bucket.left + now - bucket.at)
        bucket.at = now
        return bucket

    def _wait_for_group(self, chat_id: int, count: int, now: float) -> float:
        return _wait(self._groups.setdefault(chat_id, deque(maxlen=GROUP_PER_MINUTE)), count, now, 60.0)


def _wait(sent: deque[float], count: int, now: float, window: float) -> float:
    """Seconds until any window of so many has room again for `count` more than were `sent` lately."""
    limit = sent.maxlen or 0
    if len(sent) + count <= limit:
        return 0.0
    oldest = sent[-(limit - count + 1)] if count <= limit else now
    return max(0.0, oldest + window - now)
