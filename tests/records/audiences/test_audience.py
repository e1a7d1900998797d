"""Audiences as values: kept as text, changed by taps, joined, and never another one by accident."""

from hypothesis import given
from hypothesis import strategies as st

from records.audiences import Audience, Group, Trait
from tests.examples import few
from tests.records.audiences.population import audiences

ONE, OTHER = (Group({Trait.COHORT: frozenset({value})}) for value in ("1", "2"))
NONE = Group({})


@few(50)
@given(audiences())
def test_an_audience_is_read_as_it_was_kept(audience: Audience) -> None:
    assert Audience.from_json(audience.to_json()) == audience
    assert Audience.from_json(audience.to_json()).to_json() == audience.to_json()


@few(50)
@given(audiences(), st.integers(0, 4), st.booleans())
def test_what_one_changes_leaves_the_other_groups_where_they_are(audience: Audience, at: int, without: bool) -> None:
    before = audience.side(without)
    at = min(at, len(before))
    filled, emptied = (audience.placing(at, group, without=without).side(without) for group in (ONE, NONE))
    assert filled[at] == ONE
    for place, group in enumerate(before):
        if place != at and not group.is_empty:
            assert filled[place] == group
            assert emptied[place] == group
    assert audience.placing(at, ONE, without=without).side(not without) == audience.side(not without)


def test_a_group_that_is_emptied_at_the_end_is_gone_and_one_before_others_keeps_its_place() -> None:
    both = Audience((ONE, OTHER))
    assert both.placing(1, NONE) == Audience((ONE,))
    assert both.placing(0, NONE) == Audience((NONE, OTHER))
    assert both.placing(0, NONE).placing(1, NONE) == Audience()
    assert both.placing(0, NONE).tidied() == Audience((OTHER,))


def test_two_are_joined_with_all_that_either_leaves_out_and_nothing_twice() -> None:
    one = Audience((ONE, NONE), (OTHER,), frozenset({7}))
    other = Audience((ONE, OTHER), (NONE, OTHER), frozenset({8}))
    assert one.joined(other) == Audience((ONE, OTHER), (OTHER,), frozenset({7, 8}))


def test_a_value_that_is_toggled_twice_leaves_the_group_as_it_was() -> None:
    more = ONE.toggled(Trait.STATUS, "peserta")
    assert more.of(Trait.STATUS) == {"peserta"}
    assert more.toggled(Trait.STATUS, "peserta") == ONE
    assert ONE.toggled(Trait.COHORT, "1").is_empty
