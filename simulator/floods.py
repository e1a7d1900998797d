"""Floods: how much a bot may send. Messages count; edits and answers to taps do not.

Telegram does not publish its limits; these are those it names (30 a second in all, one a second to a chat, 20 a minute
to a group, 1,000 a second paid), with the short burst to one chat that it tolerates.
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
    _sent: deque[float] = field(default_factory=lambda: deque(maxlen=PAID_PER_SECOND))
    _chats: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def admit(self, chat_id: int, count: int, now: float, *, paid: bool = False) -> None:
        """Let `count` messages to a chat through, or raise 429. What is refused does not count."""
        if not self.enabled:
            return
        bucket = self._bucket(chat_id, now)
        waits = [self._wait_for_all(count, now, PAID_PER_SECOND if paid else ALL_PER_SECOND)]
        # An album is one sending to its chat, however many pictures it has.
        waits.append(1.0 - bucket.left if bucket.left < 1 else 0.0)
        if chat_id < 0:
            waits.append(self._wait_for_group(chat_id, count, now))
        if max(waits) > 0:
            raise too_many(max(1, math.ceil(max(waits))))
        bucket.left -= 1
        self._sent.extend([now] * count)
        if chat_id < 0:
            self._groups[chat_id].extend([now] * count)

    def _bucket(self, chat_id: int, now: float) -> _Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._chats[chat_id] = _Bucket(CHAT_BURST, now)
        bucket.left = min(CHAT_BURST, bucket.left + now - bucket.at)
        bucket.at = now
        return bucket

    def _wait_for_all(self, count: int, now: float, limit: int) -> float:
        """Seconds until any window of one second has room again."""
        if len(self._sent) + count <= limit:
            return 0.0
        oldest = self._sent[-(limit - count + 1)] if count <= limit else now
        return max(0.0, oldest + 1.0 - now)

    def _wait_for_group(self, chat_id: int, count: int, now: float) -> float:
        sent = self._groups.setdefault(chat_id, deque(maxlen=GROUP_PER_MINUTE))
        if len(sent) + count <= GROUP_PER_MINUTE:
            return 0.0
        return max(0.0, sent[-(GROUP_PER_MINUTE - count + 1)] + 60.0 - now)
