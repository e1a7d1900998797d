"""The pace: whatever the network does, Telegram's limits are used to the full and never broken."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import heappop, heappush
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.pace import Pace, Tempo
from simulator.errors import RefusalError
from simulator.floods import Floods
from tests.examples import few

LEAST_DELAY = 0.0005


@dataclass
class Seconds:
    """A clock of seconds alone, that a test moves."""

    at: float = 100.0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)

    def monotonic(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds


@dataclass
class Line:
    """Calls that travel to Telegram and back; what is done with them, in the order of time."""

    tempo: Tempo
    dice: Random
    most_delay: float
    clock: Seconds = field(default_factory=Seconds)
    floods: Floods = field(default_factory=Floods)
    refused: int = 0
    returned: int = 0
    _ahead: list[tuple[float, int, float, Callable[[int, float], None]]] = field(default_factory=list)
    _spending: dict[int, AbstractContextManager[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pace = Pace(self.tempo, self.clock)

    @property
    def under_way(self) -> int:
        return len(self._ahead)

    def sends(self, number: int) -> None:
        self._travels(number, self.pace.begin(), self._arrives)

    def answers(self, number: int) -> None:
        """A reply to somebody: counted, never held back."""
        spending = self._spending[number] = self.pace.spend()
        spending.__enter__()
        self._travels(number, self.clock.at, self._arrives)

    def passes(self, seconds: float) -> None:
        """Time, with whatever arrives or comes back in it."""
        end = self.clock.at + seconds
        while self._ahead and self._ahead[0][0] <= end:
            self.clock.at, number, begun, happens = heappop(self._ahead)
            happens(number, begun)
        self.clock.at = end

    def _arrives(self, number: int, begun: float) -> None:
        try:
            self.floods.admit(number, 1, self.clock.at, paid=self.tempo is Tempo.PAID)
        except RefusalError:
            self.refused += 1
        self._travels(number, begun, self._comes_back)

    def _comes_back(self, number: int, begun: float) -> None:
        self.returned += 1
        if number in self._spending:
            self._spending.pop(number).__exit__(None, None, None)
        else:
            self.pace.end(begun)

    def _travels(self, number: int, begun: float, then: Callable[[int, float], None]) -> None:
        delay = LEAST_DELAY + self.dice.uniform(0, self.most_delay)
        heappush(self._ahead, (self.clock.at + delay, number, begun, then))


def broadcast(line: Line, people: int) -> tuple[float, int]:
    """One message to each: how many a second from the first to the last, and the most that were under way at once."""
    begun, most, number = line.clock.at, 0, 0
    while number < people:
        line.passes(line.pace.wait())
        while line.under_way >= line.pace.most_flying:
            line.passes(0.001)
        for _ in range(min(line.pace.room(), line.pace.most_flying - line.under_way, people - number)):
            line.sends(number)
            number += 1
        line.pace.took()
        most = max(most, line.under_way)
    ended = line.clock.at
    while line.returned < people:
        line.passes(0.01)
    return people / (ended - begun), most


@pytest.mark.parametrize(("tempo", "jitter", "least"), [(Tempo.FREE, 0.0, 29), (Tempo.FREE, 0.04, 27)])
def test_the_limit_is_used_to_the_full(tempo: Tempo, jitter: float, least: float) -> None:
    line = Line(tempo, Random(1), jitter)
    rate, under_way = broadcast(line, 3_000)
    assert line.refused == 0
    assert rate >= least
    assert under_way <= 2


def test_who_pays_sends_a_thousand_a_second() -> None:
    line = Line(Tempo.PAID, Random(1), 0.005)
    rate, _under_way = broadcast(line, 30_000)
    assert line.refused == 0
    assert rate >= 1_000


def test_a_long_way_is_learnt_and_slows_nothing_down_for_long() -> None:
    """Telegram is 0.1 s away each way: six must be under way to send thirty a second."""
    line = Line(Tempo.FREE, Random(1), 0.2)
    assert broadcast(line, 300)[1] <= 4
    broadcast(line, 3_000)
    assert broadcast(line, 1_000)[0] >= 24


@few(15)
@given(st.integers(0, 2**32), st.sampled_from((0.0, 0.01, 0.04, 0.3, 2.0)), st.integers(50, 300))
def test_no_network_makes_telegram_refuse(seed: int, jitter: float, people: int) -> None:
    line = Line(Tempo.FREE, Random(seed), jitter)
    broadcast(line, people)
    assert line.refused == 0


@few(10)
@given(st.integers(0, 2**32), st.sampled_from((0.2, 1.0, 3.0, 8.0)))
def test_replies_are_never_one_too_many_while_people_write(seed: int, replies_a_second: float) -> None:
    """They come at any moment, and are answered at once, whatever the bulk has under way."""
    line, number, replies = Line(Tempo.FREE, Random(seed), 0.02), 0, 1
    line.answers(-replies)
    line.passes(1)
    while number < 900:
        wait = line.pace.wait()
        if line.dice.random() < replies_a_second * max(wait, 0.001):
            replies += 1
            line.answers(-replies)
        line.passes(max(wait, 0.001))
        for _ in range(line.pace.room()):
            line.sends(number)
            number += 1
        line.pace.took()
    assert line.refused == 0


def test_where_no_pace_is_kept_there_is_always_room() -> None:
    pace = Pace(Tempo.OFF, Seconds())
    for _ in range(500):
        assert pace.wait() == 0.0
        assert pace.room() > 0
        pace.begin()


@few(10)
@given(st.integers(0, 2**32), st.sampled_from((0.0, 0.04, 0.3, 1.0)))
def test_a_group_never_gets_more_than_it_may_in_a_minute(seed: int, jitter: float) -> None:
    """Twenty a minute, however unevenly they travel; and hardly fewer."""
    dice, clock, floods = Random(seed), Seconds(), Floods()
    pace, group, arrivals = Pace(Tempo.FREE, clock), -100, list[float]()
    for _message in range(60):
        asyncio.run(pace.admit(group))
        arrivals.append(clock.at + dice.uniform(0, jitter))
    for arrival in sorted(arrivals):
        floods.admit(group, 1, arrival)
    assert clock.at - 100.0 <= 59 * 60 / 19
