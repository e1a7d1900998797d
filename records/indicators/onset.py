"""Onsets: how long it takes until a graduate has her first job, in months after the training.

Nobody tells a day. Q3 gives a range of months; without it the waves do: not working at month 3 and working at 6 is
"after 3, at most 6". Whoever does not work yet is censored at the last month she told it. The share that is still
without work is then the nonparametric maximum likelihood estimate for interval-censored times (Turnbull, "The empirical
distribution function with arbitrarily grouped, censored and truncated data", J. R. Stat. Soc. B 38, 1976, by
self-consistency), which for exact times and right censoring is that of Kaplan and Meier (J. Am. Stat. Assoc. 53, 1958).

Those who worked before the training (Q3: "since before") looked for no first job: they are left out and counted apart.
Whoever began during it had hers when it ended, at month 0.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from records.indicators.imprint import Layout
from records.labour import LabourStatus
from records.monitoring import BEFORE
from records.questionnaire import Since

# Months after the training: after the first, at most the second.
RANGES = {
    Since.DURING: (0.0, 0.0),
    Since.FIRST: (0.0, 1.0),
    Since.THIRD: (1.0, 3.0),
    Since.SIXTH: (3.0, 6.0),
    Since.TWELFTH: (6.0, 12.0),
}
BEFORE_TRAINING = Since.BEFORE
NOT_WORKING = (LabourStatus.OJT, LabourStatus.UNEMPLOYED, LabourStatus.OUTSIDE)
CLOSE_ENOUGH, MOST_ROUNDS = 1e-9, 20_000
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Step:
    """After `after` months, at most `until`, the share without a first job falls from `before` to `left`."""

    after: float
    until: float
    before: float
    left: float


@dataclass(frozen=True, slots=True)
class Median:
    """Half had a first job after more than `after` and at most `until` months; None: fewer than half had one."""

    after: float | None
    until: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The share without a first job over the months. `observed` are the enrolments it rests on, `began` those of them
    with a job, `before` those left out since they worked before the training.
    """

    steps: tuple[Step, ...]
    observed: int
    began: int
    before: int

    @property
    def median(self) -> Median:
        """The first step that leaves half or less."""
        for step in self.steps:
            if step.left <= 0.5 + CLOSE_ENOUGH and not math.isinf(step.until):
                return Median(step.after, step.until)
        return Median(None, None)


def span(layout: Layout, imprint: int) -> Span | str | None:
    """Between which months the first job began; until infinity where it has not; BEFORE_TRAINING; None where nothing
    is known. What Q3 told first holds.
    """
    waves = [wave for wave in layout.waves if BEFORE < wave <= layout.wave]
    told = next((since for wave in waves if (since := layout.since(imprint, wave)) is not None), None)
    if told is not None:
        return BEFORE_TRAINING if told == BEFORE_TRAINING else RANGES[told]
    without = 0.0
    for wave in waves:
        status = layout.status(imprint, wave)
        if status is LabourStatus.WORKING:
            return (without, float(wave))
        if status in NOT_WORKING:
            without = float(wave)
    return (without, math.inf) if without else None


def curve(layout: Layout, imprints: Mapping[int, int]) -> Curve:
    """The curve of so many enrolments of each imprint."""
    spans: Counter[Span | str | None] = Counter()
    for imprint, count in imprints.items():
        spans[span(layout, imprint)] += count
    before = spans.pop(BEFORE_TRAINING, 0)
    spans.pop(None, None)
    told = {one: count for one, count in spans.items() if isinstance(one, tuple)}
    began = sum(count for (_after, until), count in told.items() if not math.isinf(until))
    return Curve(turnbull(told), sum(told.values()), began, before)


def turnbull(told: Mapping[Span, int]) -> tuple[Step, ...]:
    """The estimate by self-consistency, a step for each interval that can hold mass. A span is open to the left, and
    closed to the right; one whose ends are equal is that very moment.
    """
    places = innermost(told)
    if not places:
        return ()
    spans = [([place for place, one in enumerate(places) if _holds(span, one)], count) for span, count in told.items()]
    whole = sum(told.values())
    mass = [1.0 / len(places)] * len(places)
    for _round in range(MOST_ROUNDS):
        fresh = [0.0] * len(places)
        for inside, count in spans:
            share = count / sum(mass[place] for place in inside)
            for place in inside:
                fresh[place] += share * mass[place]
        fresh = [one / whole for one in fresh]
        moved = max(abs(one - other) for one, other in zip(fresh, mass, strict=True))
        mass = fresh
        if moved < CLOSE_ENOUGH:
            break
    return _steps(places, mass)


def _steps(places: list[Span], mass: list[float]) -> tuple[Step, ...]:
    steps, left = [], 1.0
    for (after, until), fell in zip(places, mass, strict=True):
        steps.append(Step(after, until, left, max(0.0, left - fell)))
        left = steps[-1].left
    return tuple(steps)


def innermost(told: Mapping[Span, int]) -> list[Span]:
    """Turnbull's intervals: from a left end to the next right end, with no other end between. Only they can hold mass.

    An exact moment t is [t, t]; a left end of a span (t, u] comes after it.
    """
    lefts = {_left(span) for span in told}
    rights = {(until, 1) for _after, until in told}
    found = []
    for left in lefts:
        right = min(one for one in rights if one >= left)
        if not any(left < other <= right for other in lefts):
            found.append((left, right))
    return [(left[0], right[0]) for left, right in sorted(found)]


def _left(span: Span) -> tuple[float, int]:
    """Where a span begins: at the moment itself, or right after it."""
    return (span[0], 1 if span[0] == span[1] else 2)


def _holds(span: Span, place: Span) -> bool:
    return _left(span) <= _left(place) and place[1] <= span[1]
