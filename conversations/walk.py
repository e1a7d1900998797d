"""The walk: a talk's position as a function of its answers. No state numbers; a script that gains a question simply
asks it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from conversations.event import File, Said
from conversations.script import Answers, Ask, Choice, Misread, Script
from conversations.talk import Talk

F = TypeVar("F")


NOTHING = Answers()


@dataclass(frozen=True, slots=True)
class Place(Generic[F]):
    """One asking of an ask (the n-th, from 0)."""

    ask: Ask[F]
    n: int

    @property
    def slot(self) -> tuple[str, int]:
        return (self.ask.key, self.n)

    @property
    def name(self) -> str:
        """As it stands in a button's data."""
        return self.ask.key if self.n == 0 else f"{self.ask.key}.{self.n}"


@dataclass(frozen=True, slots=True)
class Position(Generic[F]):
    """Where a talk stands: the valid answers, the places passed, and the open one (None: all is answered).

    `old` is the answer that the open place had before it was reopened; `total` counts the asks that apply as things
    stand.
    """

    answers: Answers
    passed: tuple[Place[F], ...]
    open: Place[F] | None
    old: str | None
    total: int


def walk(script: Script[F], talk: Talk, facts: F, trusted: Answers = NOTHING) -> Position[F]:
    """Passes every ask whose latest answer still holds and stops at the first that has none, or at the reopened one.

    `trusted` are answers that another walk over the same facts has just passed: what an answer is held against comes
    before it, so they hold again. Behind the open place it goes on only to count, and nothing behind a missing answer
    is relied upon: a script's functions always see the answers to every ask before theirs.
    """
    latest = talk.latest()
    valid: dict[tuple[str, int], str] = {}
    so_far = answers = Answers(valid)
    passed: list[Place[F]] = []
    open_place: Place[F] | None = None
    old: str | None = None
    ahead = 0
    unbroken = True
    for place in _places(script, so_far, facts):
        value = latest.get(place.slot) if unbroken else None
        known = value is not None and open_place is None and trusted.values.get(place.slot) == value
        if value is not None and not known and not _stands(place, value, talk, so_far, facts):
            value = None
        unbroken = value is not None
        if open_place is not None:
            ahead += 1
        elif value is None or place.slot == talk.reopened:
            open_place, old = place, value
            answers = Answers(dict(valid))
        else:
            passed.append(place)
        if value is not None:
            valid[place.slot] = value
    total = len(passed) + ahead + (1 if open_place is not None else 0)
    return Position(answers, tuple(passed), open_place, old, total)


def _places(script: Script[F], answers: Answers, facts: F) -> Iterator[Place[F]]:
    for ask in script.asks:
        if ask.when(answers, facts):
            for n in range(ask.times(answers, facts)):
                yield Place(ask, n)


def _stands(place: Place[F], value: str, talk: Talk, answers: Answers, facts: F) -> bool:
    """Whether an answer would be accepted now and nothing that it rests on was answered otherwise after it."""
    if place.ask.rests_on and talk.is_outdated(*place.slot, place.ask.rests_on):
        return False
    return holds(place.ask, value, answers, facts)


def holds(ask: Ask[F], value: str, answers: Answers, facts: F) -> bool:
    """Whether a kept value would be accepted now."""
    if ask.choices is not None and choice_of(ask, value, answers, facts) is not None:
        return ask.check is None or ask.check(value, answers, facts) is None
    if ask.reader is not None and ask.reader(value, answers, facts) == value:
        return True
    return ask.upload is not None and value.startswith("{") and _is_taken(ask, value, answers, facts)


def _is_taken(ask: Ask[F], value: str, answers: Answers, facts: F) -> bool:
    return ask.upload is not None and ask.upload(File.from_json(value), answers, facts) is None


def choice_of(ask: Ask[F], value: str, answers: Answers, facts: F) -> Choice | None:
    """The choice of this value among those offered now."""
    if ask.choices is None:
        return None
    return next((choice for choice in ask.choices(answers, facts) if choice.value == value), None)


def read(ask: Ask[F], said: Said, answers: Answers, facts: F) -> str | Misread | None:
    """Typed words as a value; None where the ask only knows buttons."""
    if ask.reader is None:
        return None
    return ask.reader(said.formatted if ask.formatted else said.words, answers, facts)
