"""Ranking: the order, the seats and the reserves, as rules that hold whatever the scores."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import ranking
from records.ranking import FIRST, NUMBER, SECOND, SUBMITTED, Candidate, Entry, Outcome, Placed, Rules

NOON = datetime(2026, 10, 6, 5, 0, tzinfo=UTC)
SEWING, WELDING, BAKING = 1, 2, 3
WEIGHTS = {"tertulis": 60, "wawancara": 40}
TIE_BREAK = ("tertulis", SUBMITTED)
RULES = Rules(WEIGHTS, None, TIE_BREAK)


def somebody(
    number: int,
    written: str | None = "80",
    interview: str | None = "70",
    *,
    first: int = SEWING,
    second: int | None = None,
    minutes: int = 0,
    absent: bool = False,
) -> Candidate:
    given_scores = {"tertulis": written, "wawancara": interview}
    scores = {name: Decimal(score) for name, score in given_scores.items() if score is not None}
    return Candidate(number, f"B4-{number:04d}", first, second, NOON + timedelta(minutes=minutes), scores, absent)


def placed(candidates: list[Candidate], seats: dict[int, int], rules: dict[int, Rules] | None = None) -> list[Placed]:
    known = rules or dict.fromkeys(seats, RULES)
    return ranking.allocate(seats, ranking.rank(candidates, known))


def told(found: list[Placed], class_id: int = SEWING) -> list[tuple[int, str, int | None]]:
    return [
        (each.entry.application_id, each.outcome.value, each.position)
        for each in found
        if each.entry.class_id == class_id
    ]


@pytest.mark.parametrize(
    ("written", "interview", "expected"),
    [("80", "70", "76.00"), ("77.77", "66.66", "73.33"), ("0.01", "0", "0.01"), ("100", "100", "100.00")],
)
def test_a_total_is_the_weighted_mean_in_hundredths(written: str, interview: str, expected: str) -> None:
    scores = {"tertulis": Decimal(written), "wawancara": Decimal(interview)}
    assert ranking.total(scores, WEIGHTS) == Decimal(expected)


def test_half_a_hundredth_is_rounded_up() -> None:
    assert ranking.total({"a": Decimal("1.00"), "b": Decimal("1.01")}, {"a": 1, "b": 1}) == Decimal("1.01")


def test_weights_are_relative_to_each_other() -> None:
    scores = {"tertulis": Decimal("81.5"), "wawancara": Decimal("64")}
    assert ranking.total(scores, {"tertulis": 3, "wawancara": 2}) == ranking.total(scores, WEIGHTS)


def test_without_every_score_that_counts_there_is_no_total() -> None:
    assert ranking.total({"tertulis": Decimal(80)}, WEIGHTS) is None
    assert ranking.total({"tertulis": Decimal(80)}, {"tertulis": 100, "wawancara": 0}) == Decimal(80)
    assert ranking.total({}, {}) is None


def test_equal_totals_are_told_apart_and_it_is_said_by_what() -> None:
    best_written = somebody(1, "80", "70", minutes=9)
    older = somebody(3, "70", "85", minutes=1)
    newer = somebody(2, "70", "85", minutes=2)
    same_minute = somebody(4, "70", "85", minutes=2)
    entries = ranking.rank([same_minute, newer, older, best_written], {SEWING: RULES})
    assert [(entry.application_id, entry.tie) for entry in entries] == [
        (1, None),
        (3, "tertulis"),
        (2, SUBMITTED),
        (4, NUMBER),
    ]


def test_seats_first_then_reserves_from_one() -> None:
    people = [somebody(n, str(90 - n)) for n in range(1, 6)]
    assert told(placed(people, {SEWING: 2})) == [
        (1, "lulus", None),
        (2, "lulus", None),
        (3, "cadangan", 1),
        (4, "cadangan", 2),
        (5, "cadangan", 3),
    ]


def test_below_the_passing_score_nobody_is_placed_though_seats_are_free() -> None:
    rules = {SEWING: Rules(WEIGHTS, Decimal(70), TIE_BREAK)}
    found = placed([somebody(1, "70", "70"), somebody(2, "70", "69.98"), somebody(3, None)], {SEWING: 9}, rules)
    assert told(found) == [(1, "lulus", None), (2, "di_bawah_batas", None), (3, "tanpa_nilai", None)]


def test_who_was_absent_is_told_so_and_not_that_she_failed() -> None:
    assert told(placed([somebody(1, "80", None, absent=True)], {SEWING: 1})) == [(1, "tidak_hadir", None)]


def test_a_second_choice_gets_what_first_choices_leave() -> None:
    people = [
        somebody(1, "90", second=WELDING),
        somebody(2, "85", second=WELDING),
        somebody(3, "95", first=WELDING),
        somebody(4, "60", first=WELDING),
    ]
    found = placed(people, {SEWING: 1, WELDING: 3})
    assert told(found) == [(1, "lulus", None), (2, "kelas_lain", None)]
    assert told(found, WELDING) == [
        (3, "lulus", None),
        (4, "lulus", None),
        (1, "kelas_lain", None),
        (2, "lulus", None),
    ]


def test_a_second_choice_never_displaces_a_first_choice_with_a_lower_score() -> None:
    people = [somebody(1, "99", second=WELDING), somebody(2, "98", second=WELDING), somebody(3, "40", first=WELDING)]
    found = placed(people, {SEWING: 1, WELDING: 1})
    assert told(found, WELDING) == [(3, "lulus", None), (1, "kelas_lain", None), (2, "cadangan", 1)]
    assert told(found) == [(1, "lulus", None), (2, "cadangan", 1)]


def test_reserves_of_before_keep_their_numbers_before_the_new() -> None:
    entries = ranking.rank([somebody(1), somebody(2, "70")], {SEWING: RULES})
    assert told(ranking.allocate({SEWING: 0}, entries, {SEWING: 4})) == [(1, "cadangan", 4), (2, "cadangan", 5)]


def test_whoever_was_excluded_leaves_her_seat_to_the_next() -> None:
    first, *others = ranking.rank([somebody(n, str(90 - n)) for n in (1, 2, 3)], {SEWING: RULES})
    barred = Entry(first.application_id, SEWING, FIRST, first.total, None, Outcome.EXCLUDED)
    assert told(ranking.allocate({SEWING: 1}, [barred, *others])) == [
        (1, "dikeluarkan", None),
        (2, "lulus", None),
        (3, "cadangan", 1),
    ]


scores = st.none() | st.integers(0, 10).map(lambda tenth: Decimal(tenth * 10))
classes = st.sampled_from((SEWING, WELDING, BAKING))


@st.composite
def crowds(draw: st.DrawFn) -> list[Candidate]:
    found = []
    for number in range(1, draw(st.integers(0, 25)) + 1):
        first = draw(classes)
        second = draw(st.none() | classes)
        given_scores = {name: score for name in WEIGHTS if (score := draw(scores)) is not None}
        moment = NOON + timedelta(minutes=draw(st.integers(0, 3)))
        second = None if second == first else second
        found.append(Candidate(number, f"B4-{number:04d}", first, second, moment, given_scores, draw(st.booleans())))
    return found


seats = st.fixed_dictionaries({SEWING: st.integers(0, 6), WELDING: st.integers(0, 6), BAKING: st.integers(0, 6)})
passing = st.none() | st.integers(0, 10).map(lambda tenth: Decimal(tenth * 10))


def _rules(least: Decimal | None) -> dict[int, Rules]:
    return dict.fromkeys((SEWING, WELDING, BAKING), Rules(WEIGHTS, least, TIE_BREAK))


@given(crowds(), seats, passing, st.randoms(use_true_random=False))
def test_the_order_in_which_people_come_in_changes_nothing(
    crowd: list[Candidate], free: dict[int, int], least: Decimal | None, dice: Random
) -> None:
    shuffled = crowd.copy()
    dice.shuffle(shuffled)
    assert placed(crowd, free, _rules(least)) == placed(shuffled, free, _rules(least))


@given(crowds(), seats, passing)
def test_never_more_than_the_seats_and_nobody_twice(
    crowd: list[Candidate], free: dict[int, int], least: Decimal | None
) -> None:
    found = placed(crowd, free, _rules(least))
    chosen = [each for each in found if each.outcome is Outcome.SELECTED]
    for class_id, count in Counter(each.entry.class_id for each in chosen).items():
        assert count <= free[class_id]
    assert max(Counter(each.entry.application_id for each in chosen).values(), default=1) == 1
    names = {each.entry.application_id for each in chosen}
    reserves = {each.entry.application_id for each in found if each.outcome is Outcome.RESERVE}
    assert not names & reserves


@given(crowds(), seats, passing)
def test_a_higher_score_never_stands_lower(crowd: list[Candidate], free: dict[int, int], least: Decimal | None) -> None:
    best = {Outcome.SELECTED: 0, Outcome.RESERVE: 1, Outcome.BELOW: 2}
    found = placed(crowd, free, _rules(least))
    for one in found:
        for other in found:
            same_list = (one.entry.class_id, one.entry.choice) == (other.entry.class_id, other.entry.choice)
            if not same_list or one.outcome not in best or other.outcome not in best:
                continue
            if (one.entry.total or 0) > (other.entry.total or 0):
                assert (best[one.outcome], one.position or 0) <= (best[other.outcome], other.position or 0)


@given(crowds(), seats, passing)
def test_no_second_choice_sits_where_a_first_choice_waits(
    crowd: list[Candidate], free: dict[int, int], least: Decimal | None
) -> None:
    found = placed(crowd, free, _rules(least))
    for class_id in free:
        of_it = [each for each in found if each.entry.class_id == class_id]
        by_second = [e for e in of_it if e.entry.choice == SECOND and e.outcome is Outcome.SELECTED]
        waiting = [e for e in of_it if e.entry.choice == FIRST and e.outcome is Outcome.RESERVE]
        assert not (by_second and waiting)
        positions = [e.position for e in of_it if e.outcome is Outcome.RESERVE]
        assert sorted(p or 0 for p in positions) == list(range(1, len(positions) + 1))


@given(crowds(), seats, passing)
def test_no_seat_stays_empty_while_somebody_may_have_it(
    crowd: list[Candidate], free: dict[int, int], least: Decimal | None
) -> None:
    found = placed(crowd, free, _rules(least))
    taken = Counter(each.entry.class_id for each in found if each.outcome is Outcome.SELECTED)
    for each in found:
        if each.outcome is Outcome.RESERVE:
            assert taken[each.entry.class_id] == free[each.entry.class_id]
