"""Random walkers: whatever is tapped, typed, forged or sent, in any order, every script answers and forgets nothing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.engine import Engine
from conversations.event import Medium, Returned
from conversations.talk import Talk
from conversations.walk import walk
from tests.conversations.speaker import plain
from tests.conversations.walker import TALK, WALKED, Walker
from tests.examples import few

_KEYS = sorted({ask.key for script in WALKED.values() for ask in script.asks})
_VALUES = st.sampled_from(["yes", "no", "nik", "1002", "33.75.01", "outside", "kerja", "ya", "!", "red", "cat", "back"])
_CONTROLS = ["back", "help", "cancel", "surely", "on", "pick", "submit", "nonsense"]
_DATA = (
    st.text(max_size=80)
    | st.builds("{}:{}:{}".format, st.sampled_from([TALK, 1, "m", ""]), st.sampled_from([*_KEYS, ".", "~"]), st.text())
    | st.builds("{}:{}:{}".format, st.just(TALK), st.sampled_from([*_KEYS, "child.1", ".", "~"]), _VALUES)
    | st.builds("{}:.:{}".format, st.just(TALK), st.sampled_from(_CONTROLS))
    | st.builds("{}:~:{}".format, st.just(TALK), st.sampled_from(_KEYS))
)
_SAYING = (
    st.text()
    | st.sampled_from(["back", "help", "cancel", "yes, go on", "Keep: Siti Aminah", "3375015708990001", "/start"])
    | st.integers(1, 700).map("sangat ".__mul__)
    | st.integers(500, 2048).map("<&".__mul__)
)
_ARGUMENTS: dict[str, st.SearchStrategy[Any]] = {
    "willing": st.integers(0, 7),
    "back": st.none(),
    "press": st.integers(0, 30),
    "tell": st.integers(0, 2),
    "command": st.sampled_from(["cancel", "help", "submit", "surely", "x"]),
    "forge": _DATA,
    "say": _SAYING,
    "share": st.text() | st.just("+6281234567890"),
    "send": st.sampled_from(Medium),
    "edit": st.none(),
    "membership": st.booleans(),
    "return": st.none(),
    "facts": st.integers(0, 1),
}
# Acts that lead on come often, so that walks get far; so does going back.
_KINDS = ["willing"] * 6 + ["back"] * 6 + ["press"] * 3 + ["tell"] * 3
_ACT = st.sampled_from(
    [*_KINDS, "forge", "say", "share", "command", "send", "edit", "membership", "return", "facts"]
).flatmap(lambda kind: st.tuples(st.just(kind), _ARGUMENTS[kind]))
# A walk begins somewhere on the way.
_WILLING = st.tuples(st.just("willing"), st.integers(0, 7))
_WAY = st.integers(0, 16).flatmap(lambda steps: st.lists(_WILLING, min_size=steps, max_size=steps))
WILLING_TURNS = 40
ACTS = st.builds(list.__add__, _WAY, st.lists(_ACT, max_size=40))


@pytest.mark.parametrize("name", WALKED)
@few(10)
@given(acts=ACTS, first=st.integers(0, 7), stride=st.integers(0, 3))
def test_every_walk_gets_an_answer_loses_nothing_and_can_be_brought_to_its_end(
    name: str, acts: list[tuple[str, Any]], first: int, stride: int
) -> None:
    """Nobody is ever stuck: going on, answering what is asked and sending ends every script."""
    walker = Walker(name)
    for kind, what in acts:
        if walker.act(kind, what) is not None:
            return
    for turn in range(WILLING_TURNS):
        if walker.act("willing", first + stride * turn) is not None:
            return
    raise AssertionError(f"still at {walk(walker.script, walker.talk, walker.facts).open}")


def test_the_walker_would_notice_a_forgetful_engine() -> None:
    walker = Walker("interview")
    walker.act("tell", 0)
    forgetful = Engine(walker.script, walker.facts, plain).advance(walker.talk, Returned())
    with pytest.raises(AssertionError, match="a journal never forgets"):
        walker.check(Returned(), replace(forgetful, talk=Talk(TALK, "interview")))
