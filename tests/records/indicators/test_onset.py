"""Time to the first job: the curve is that of `lifelines`, and the median too."""

import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter

from records import imprints
from records.indicators import imprint
from records.indicators.onset import BEFORE_TRAINING, Curve, Median, Span, curve, innermost, span, turnbull
from tests.examples import few
from tests.records.indicators.yardstick import Yardstick

ENDS = (0.0, 1.0, 3.0, 6.0, 12.0)
BEGAN = st.sampled_from(
    [(0.0, 0.0), (0.0, 1.0), (1.0, 3.0), (3.0, 6.0), (6.0, 12.0), (0.0, 3.0), (1.0, 6.0), (0.0, 6.0)]
)
WAITS = st.sampled_from([(1.0, math.inf), (3.0, math.inf), (6.0, math.inf), (12.0, math.inf)])
LAYOUT = imprint.layout(12, (0, 1, 3, 6, 12))


@few(12)
@given(st.lists(BEGAN | WAITS, min_size=2, max_size=60))
# A share that tends to nothing so slowly that theirs must be given time.
@example([(0.0, 1.0), (0.0, 3.0), (1.0, 6.0), (1.0, math.inf), (3.0, math.inf), (3.0, math.inf)])
def test_the_curve_and_its_median_are_those_of_lifelines(spans: list[Span]) -> None:
    steps, median, theirs = turnbull(Counter(spans)), curve_of(spans).median, Yardstick(spans)
    for step in steps:
        if math.isfinite(step.until):
            assert theirs.left(step.until) == pytest.approx(step.left, abs=2e-3)
    if not any(abs(step.left - 0.5) < 5e-3 for step in steps):  # a tie is decided by the last digit
        assert (math.inf if median.until is None else median.until) == theirs.median


def curve_of(spans: list[Span]) -> Curve:
    return Curve(turnbull(Counter(spans)), len(spans), 0, 0)


@settings(max_examples=60, deadline=None)
@given(st.lists(BEGAN | WAITS, min_size=2, max_size=60))
def test_the_curve_falls_and_its_mass_is_one(spans: list[Span]) -> None:
    steps = turnbull(Counter(spans))
    assert steps[0].before == 1.0
    assert steps[-1].left == pytest.approx(0.0, abs=1e-6)
    assert all(step.left <= step.before for step in steps)
    assert all(one.left == other.before for one, other in pairwise(steps))


def test_with_exact_moments_and_censored_ones_it_is_kaplan_and_meier() -> None:
    spans: list[Span] = [(1.0, 1.0), (2.0, 2.0), (2.0, math.inf), (4.0, 4.0), (5.0, math.inf), (7.0, 7.0)]
    moments = [1.0, 2.0, 2.0, 4.0, 5.0, 7.0]
    theirs = KaplanMeierFitter().fit(moments, [True, True, False, True, False, True]).survival_function_
    for step in turnbull(Counter(spans)):
        assert float(theirs.loc[step.until].iloc[0]) == pytest.approx(step.left, abs=1e-4)


def test_only_innermost_intervals_hold_mass() -> None:
    told: dict[Span, int] = {(0.0, 1.0): 1, (0.0, 3.0): 1, (1.0, 3.0): 1, (3.0, math.inf): 1}
    assert innermost(told) == [(0.0, 1.0), (1.0, 3.0), (3.0, math.inf)]


def test_the_median_is_the_range_in_which_half_have_work() -> None:
    told: dict[Span, int] = {(0.0, 1.0): 4, (1.0, 3.0): 2, (3.0, 6.0): 1, (12.0, math.inf): 3}
    assert Curve(turnbull(told), 10, 7, 0).median == Median(1.0, 3.0)
    assert Curve(turnbull({(0.0, 1.0): 4, (12.0, math.inf): 6}), 10, 4, 0).median == Median(None, None)
    assert Curve((), 0, 0, 0).median == Median(None, None)


def _imprint(**told: tuple[str, str | None]) -> int:
    """What the waves m1, m3, m6, m12 tell."""
    whole = 0
    for name, (status, since) in told.items():
        place = 6 * LAYOUT.waves.index(int(name[1:]))
        digit = [one.value for one in imprints.STATUSES].index(status) + 1
        whole += digit + (0 if since is None else imprints.SINCE.index(since) + 1 << 3) << place
    return whole


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, None),
        ({"m3": ("working", "2-3")}, (1.0, 3.0)),
        ({"m1": ("unemployed", None), "m6": ("working", "2-3")}, (1.0, 3.0)),
        ({"m1": ("unemployed", None), "m6": ("working", None)}, (1.0, 6.0)),
        ({"m1": ("working", None), "m6": ("unemployed", None)}, (0.0, 1.0)),
        ({"m1": ("ojt", None), "m12": ("outside", None)}, (12.0, math.inf)),
        ({"m3": ("undetermined", None)}, None),
        ({"m3": ("unemployed", None), "m6": ("undetermined", None)}, (3.0, math.inf)),
        ({"m1": ("working", "sebelum"), "m12": ("working", "4-6")}, BEFORE_TRAINING),
        ({"m1": ("working", "saat")}, (0.0, 0.0)),
    ],
)
def test_the_waves_tell_when_work_began(told: dict[str, tuple[str, str | None]], expected: Span | str | None) -> None:
    assert span(LAYOUT, _imprint(**told)) == expected


def test_whoever_worked_before_is_counted_apart() -> None:
    found = curve(LAYOUT, {_imprint(m1=("working", "sebelum")): 3, _imprint(m1=("working", "0-1")): 2, 0: 9})
    assert (found.before, found.observed, found.began) == (3, 2, 2)


def test_a_layout_holds_every_wave_that_is_needed_and_the_latest_others() -> None:
    crowded = imprint.layout(24, range(1, 25))
    assert len(crowded.waves) == imprint.MOST_WAVES
    assert {0, 6, 12, 24} <= set(crowded.waves)
    assert imprint.layout(3, (0, 1, 3, 6)).waves == (0, 1, 3, 6, 12)
