"""Weighted placement: against a computation by another route, and what becomes of small strata."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records.indicators.weighting import SMALLEST, Counts, Stratum, collapsed, weighted
from tests.records.indicators.oracle import Truth
from tests.records.indicators.population import Alumna, Told

DRAWN = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(("P", "L")), st.sampled_from((None, "working", "outside"))),
    max_size=150,
)


def _strata(people: list[Alumna]) -> dict[Stratum, Counts]:
    graduates = Counter((one.programme, one.sex) for one in people)
    answered = Counter((one.programme, one.sex) for one in people if one.told)
    working = Counter((one.programme, one.sex) for one in people if one.told and one.told[6].status == "working")
    return {stratum: Counts(graduates[stratum], answered[stratum], working[stratum]) for stratum in graduates}


def _alumna(programme: int, sex: str, status: str | None) -> Alumna:
    told = {} if status is None else {6: Told(status, "kerja")}
    return Alumna(0, programme, sex, None, graduated=True, died=False, reached=frozenset(), told=told)


@settings(deadline=None)
@given(DRAWN)
def test_weights_by_stratum_and_by_person_give_the_same_figure(
    drawn: list[tuple[int, str, str | None]],
) -> None:
    people = [_alumna(*one) for one in drawn]
    expected = Truth(people, 6).weighted
    assert weighted(_strata(people)).share == (None if expected is None else pytest.approx(expected))


@given(DRAWN)
def test_no_stratum_that_counts_is_small_and_nobody_is_lost(drawn: list[tuple[int, str, str | None]]) -> None:
    people = [_alumna(*one) for one in drawn]
    joined = collapsed(_strata(people))
    assert all(counts.answered >= SMALLEST for counts in joined)
    if joined:
        assert sum(counts.graduates for counts in joined) == len(people)


def test_whoever_answers_more_readily_counts_less() -> None:
    answering_women, silent_men = Counts(50, 50, 10), Counts(50, 10, 10)
    assert weighted({(1, "P"): answering_women, (1, "L"): silent_men}).share == pytest.approx(0.6)


def test_a_small_stratum_is_joined_over_sex_first_and_then_with_other_small_programmes() -> None:
    strata: dict[Stratum, Counts] = {
        (1, "P"): Counts(20, 10, 5),
        (1, "L"): Counts(5, 2, 2),
        (2, "P"): Counts(9, 3, 0),
        (3, "P"): Counts(9, 4, 4),
        (4, "P"): Counts(30, 20, 10),
    }
    assert collapsed(strata) == [Counts(25, 12, 7), Counts(30, 20, 10), Counts(18, 7, 4)]
    assert (weighted(strata).strata, weighted(strata).told) == (3, 5)


def test_what_is_small_even_together_joins_the_programme_with_the_fewest_answers() -> None:
    strata: dict[Stratum, Counts] = {
        (1, "P"): Counts(9, 4, 4),
        (2, "P"): Counts(30, 20, 10),
        (3, "P"): Counts(30, 12, 10),
    }
    assert collapsed(strata) == [Counts(30, 20, 10), Counts(39, 16, 14)]


def test_where_nothing_stands_there_is_no_weighted_figure() -> None:
    small: dict[Stratum, Counts] = {(1, "P"): Counts(9, 2, 2), (2, "L"): Counts(9, 2, 2)}
    assert weighted(small).share is None
    assert weighted({}).share is None
