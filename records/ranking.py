"""Ranking: from scores to an order, and from the order to seats and reserves. Pure: the same input, the same list.

A total is the weighted mean of the scores, rounded half up to hundredths; what is shown is what is compared. Equal
totals are told apart by criteria that are data (see Rules), the last of which is always the registration number.
First choices of a class are placed before anybody's second choice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise

HUNDREDTH = Decimal("0.01")
# Criteria beside the components: the older submission goes first, and at the very end the lower number does.
SUBMITTED, NUMBER = "terkirim", "nomor"
FIRST, SECOND = 1, 2


class Outcome(StrEnum):
    """What a selection proposes for somebody in a class. `excluded` by hand; `elsewhere`: she got her other class."""

    SELECTED = "lulus"
    RESERVE = "cadangan"
    BELOW = "di_bawah_batas"
    UNSCORED = "tanpa_nilai"
    ABSENT = "tidak_hadir"
    EXCLUDED = "dikeluarkan"
    ELSEWHERE = "kelas_lain"


@dataclass(frozen=True, slots=True)
class Rules:
    """How a class ranks: weights by component (whole numbers, relative to each other), the least total that passes
    (None: every total does), and what decides between equal totals, the first criterion first.
    """

    weights: Mapping[str, int]
    passing: Decimal | None = None
    tie_break: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application as it is ranked; `absent` from a test or interview that counts."""

    application_id: int
    number: str
    class_id: int
    second_class_id: int | None
    submitted_at: datetime
    scores: Mapping[str, Decimal]
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidate in the list of one class, by her first or second choice. `tie`: the criterion that put her behind
    the one above her, where the totals are equal. `barred` says why she cannot be placed at all.
    """

    application_id: int
    class_id: int
    choice: int
    total: Decimal | None
    tie: str | None = None
    barred: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """What a list gives somebody: `position` counts the reserves of a class from 1."""

    entry: Entry
    outcome: Outcome
    position: int | None = None


def total(scores: Mapping[str, Decimal], weights: Mapping[str, int]) -> Decimal | None:
    """The weighted mean, rounded half up to hundredths; None where a component that counts has no score."""
    counted = {component: weight for component, weight in weights.items() if weight > 0}
    if not counted or any(component not in scores for component in counted):
        return None
    weighted = sum((scores[component] * weight for component, weight in counted.items()), Decimal(0))
    return (weighted / sum(counted.values())).quantize(HUNDREDTH, ROUND_HALF_UP)


def rank(candidates: Iterable[Candidate], rules: Mapping[int, Rules]) -> list[Entry]:
    """The list of every class, one after the other: first choices in order, then second choices in order."""
    every = list(candidates)
    found: list[Entry] = []
    for class_id, rule in sorted(rules.items()):
        found += _ordered([c for c in every if c.class_id == class_id], class_id, FIRST, rule)
        found += _ordered([c for c in every if c.second_class_id == class_id], class_id, SECOND, rule)
    return found


def _ordered(candidates: list[Candidate], class_id: int, choice: int, rules: Rules) -> list[Entry]:
    ordered = sorted(candidates, key=lambda candidate: _key(candidate, rules))
    ties = [None, *(_tie(above, below, rules) for above, below in pairwise(ordered))]
    return [_entry(each, class_id, choice, rules, tie) for each, tie in zip(ordered, ties, strict=False)]


def _entry(candidate: Candidate, class_id: int, choice: int, rules: Rules, tie: str | None) -> Entry:
    reached = total(candidate.scores, rules.weights)
    barred = None
    if reached is None:
        barred = Outcome.ABSENT if candidate.absent else Outcome.UNSCORED
    elif rules.passing is not None and reached < rules.passing:
        barred = Outcome.BELOW
    return Entry(candidate.application_id, class_id, choice, reached, tie, barred)


def _key(candidate: Candidate, rules: Rules) -> tuple[object, ...]:
    """Sorts the best first; whoever has no total comes last."""
    reached = total(candidate.scores, rules.weights)
    criteria = tuple(_criterion(candidate, name) for name in (*rules.tie_break, NUMBER))
    return (reached is None, -(reached or Decimal(0)), *criteria)


def _criterion(candidate: Candidate, name: str) -> object:
    match name:
        case "terkirim":
            return candidate.submitted_at
        case "nomor":
            return (candidate.number, candidate.application_id)
        case component:
            return -candidate.scores.get(component, Decimal(-1))


def _tie(above: Candidate, below: Candidate, rules: Rules) -> str | None:
    """The first criterion that tells two equal totals apart; None where the totals differ."""
    reached = total(above.scores, rules.weights)
    if reached is None or reached != total(below.scores, rules.weights):
        return None
    return next(name for name in (*rules.tie_break, NUMBER) if _criterion(above, name) != _criterion(below, name))


def allocate(
    seats: Mapping[int, int], lists: Sequence[Entry], first_position: Mapping[int, int] | None = None
) -> list[Placed]:
    """Seats by the order of the lists, reserves behind them; in the order of `lists`.

    First choices take the seats of a class; what remains goes to second choices of those who got none. Whoever is
    selected leaves every other list. Whoever is not may be a reserve in both her classes, behind the first choices.
    `first_position` is the number of the first reserve, where a class has reserves from before.
    """
    left = dict(seats)
    selected: dict[int, int] = {}
    for choice in (FIRST, SECOND):
        for entry in lists:
            free = left.get(entry.class_id, 0) > 0
            if entry.choice == choice and entry.barred is None and free and entry.application_id not in selected:
                selected[entry.application_id] = entry.class_id
                left[entry.class_id] -= 1
    return _numbered(lists, selected, dict(first_position or {}))


def _numbered(lists: Sequence[Entry], selected: Mapping[int, int], following: dict[int, int]) -> list[Placed]:
    placed: dict[tuple[int, int], Placed] = {}
    for entry in sorted(lists, key=lambda each: each.choice):
        outcome, position = entry.barred, None
        if outcome is None:
            chosen = selected.get(entry.application_id)
            outcome = Outcome.RESERVE if chosen is None else Outcome.ELSEWHERE
            outcome = Outcome.SELECTED if chosen == entry.class_id else outcome
        if outcome is Outcome.RESERVE:
            position = following.get(entry.class_id, 1)
            following[entry.class_id] = position + 1
        placed[entry.application_id, entry.class_id] = Placed(entry, outcome, position)
    return [placed[entry.application_id, entry.class_id] for entry in lists]
