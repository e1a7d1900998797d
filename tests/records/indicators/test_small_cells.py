"""Small cells: none can be computed from what is public."""

from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from records.indicators.figure import SMALL_CELL, Figure
from records.indicators.small_cells import tellable, withheld

Counts = tuple[int, int, int]
ROW = st.tuples(st.integers(0, 14), st.integers(0, 14), st.integers(0, 6)).map(
    lambda drawn: (drawn[0] + drawn[1] + drawn[2], drawn[0] + drawn[1], drawn[0])
)


def _figure(counts: Counts) -> Figure:
    graduates, answered, working = counts
    return Figure(graduates, answered, answered, working, working)


def _whole(rows: Sequence[Counts]) -> Counts:
    return tuple(sum(row[place] for row in rows) for place in range(3))  # type: ignore[return-value]


@given(st.lists(ROW, max_size=8))
def test_no_row_that_is_told_has_a_small_cell(rows: list[Counts]) -> None:
    hidden = withheld([_figure(row) for row in rows])
    for place, (_graduates, answered, working) in enumerate(rows):
        if place not in hidden:
            assert min(answered, working, answered - working) >= SMALL_CELL


@settings(max_examples=300, deadline=None)
@given(st.lists(ROW, min_size=2, max_size=5))
def test_whoever_knows_the_total_and_how_many_graduated_computes_no_withheld_cell(rows: list[Counts]) -> None:
    """The withheld rows sum to the total less the told ones; each allows more than one number of working, and of not
    working, for whoever knows its graduates from a list of names."""
    _total_graduates, answered, working = _whole(rows)
    if not tellable(answered, working):
        return
    hidden = sorted(withheld([_figure(row) for row in rows]))
    if not hidden:
        return
    sums = _whole([rows[place] for place in hidden])
    idle = sums[1] - sums[2]
    for place in hidden:
        graduates = rows[place][0]
        others = [rows[other][0] for other in hidden if other != place]
        possible = [
            (e, d)
            for e, d in product(range(min(graduates, sums[2]) + 1), range(min(graduates, idle) + 1))
            if e + d <= graduates and sums[1] - e - d <= sum(others)
        ]
        if graduates and sum(others):
            assert len({e for e, _d in possible}) > 1
            assert len({d for _e, d in possible}) > 1


def test_one_small_row_takes_the_next_smallest_with_it() -> None:
    rows = [(40, 30, 20), (20, 12, 6), (9, 6, 5), (50, 40, 20)]
    assert withheld([_figure(row) for row in rows]) == {1, 2}


def test_two_rows_that_are_small_even_together_take_a_third() -> None:
    rows = [(4, 2, 1), (5, 2, 1), (20, 12, 6), (50, 40, 20)]
    assert withheld([_figure(row) for row in rows]) == {0, 1, 2}


def test_where_no_row_is_small_all_are_told() -> None:
    assert withheld([_figure((40, 30, 20)), _figure((20, 12, 6))]) == set()
