"""Failpoints: places at which a rehearsal may kill the process, to show that nothing gets lost. Silent unless ordered.

CANTING_FAILPOINT=before_commit:7 kills the process, as kill -9 does, the seventh time it passes that place. With a path
behind it (before_commit:1:/tmp/now) passes count only while that file is there, so that a rehearsal chooses the moment.
"""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PLACES = ("before_commit", "after_commit", "after_send", "before_acknowledge", "before_store", "after_store")
Failpoint = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """Where to die, at which pass, and the file without which passes do not count."""

    place: str
    count: int
    while_there: Path | None


def silent(_place: str) -> None:
    """The usual failpoint does nothing."""


def read(order: str) -> Order:
    """An order in words, or a ValueError that says what is expected."""
    place, _colon, rest = order.partition(":")
    count, _colon, path = rest.partition(":")
    if place not in PLACES or not (count or "1").isdecimal() or int(count or 1) < 1:
        raise ValueError(f"expects a place and a count, such as before_commit:1; places are {', '.join(PLACES)}")
    return Order(place, int(count or 1), Path(path) if path else None)


def ordered(order: str) -> Failpoint:
    """A failpoint from `place:count` or `place:count:path`."""
    wanted = read(order)
    left = wanted.count

    def pass_by(passed: str) -> None:
        nonlocal left
        if passed != wanted.place or (wanted.while_there is not None and not wanted.while_there.exists()):
            return
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return pass_by
