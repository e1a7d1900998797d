"""The talk's journal: nothing is forgotten unless it is replaced, and its stored form is the same talk."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.talk import Entry, Talk

SLOTS = st.tuples(st.sampled_from(["name", "colour", "child"]), st.integers(0, 3))
# A value is what a reader made of typed words; half of a surrogate pair is never left in it.
VALUES = st.text(st.characters(exclude_categories=["Cs"]))
ACTS = st.lists(st.tuples(SLOTS, VALUES, st.booleans()))


def told(acts: list[tuple[tuple[str, int], str, bool]]) -> Talk:
    talk = Talk(7, "interview")
    for (key, n), value, _reopened in acts:
        talk = talk.answered(key, n, value)
    return talk


@given(ACTS)
def test_the_journal_holds_the_latest_answer_to_everything_that_was_answered(
    acts: list[tuple[tuple[str, int], str, bool]],
) -> None:
    expected = {slot: value for slot, value, _reopened in acts}
    assert told(acts).latest() == expected
    assert len(told(acts).journal) == len(expected)


@given(ACTS, st.none() | SLOTS, st.sampled_from(["", "change", "cancel"]))
def test_a_talk_is_the_same_after_it_was_stored(
    acts: list[tuple[tuple[str, int], str, bool]], reopened: tuple[str, int] | None, page: str
) -> None:
    talk = Talk(7, "interview", told(acts).journal, reopened, page)
    assert Talk.from_json(7, "interview", talk.to_json()) == talk


def test_an_empty_talk_is_stored_in_few_letters() -> None:
    assert Talk(7, "interview").to_json() == '{"a":[]}'


def test_a_talk_that_was_stored_long_ago_is_read() -> None:
    stored = '{"a":[["name",0,"Siti"],["child",1,"Budi"]],"r":["name",0],"p":"cancel"}'
    talk = Talk.from_json(7, "interview", stored)
    assert talk == Talk(7, "interview", (Entry("name", 0, "Siti"), Entry("child", 1, "Budi")), ("name", 0), "cancel")


def test_an_answer_closes_what_was_reopened_and_the_page_that_was_shown() -> None:
    talk = Talk(7, "interview", (), ("name", 0), "change").answered("name", 0, "Siti")
    assert (talk.reopened, talk.page) == (None, "")


def test_an_answer_given_anew_is_the_latest_and_one_that_is_kept_keeps_its_turn() -> None:
    talk = Talk(7, "interview").answered("name", 0, "Siti").answered("colour", 0, "red")
    kept = Talk(7, "interview", talk.journal, ("name", 0)).answered("name", 0, "Siti")
    assert kept.journal == talk.journal
    again = talk.answered("name", 0, "Siti")
    assert [entry.key for entry in again.journal] == ["colour", "name"]
    changed = Talk(7, "interview", talk.journal, ("name", 0)).answered("name", 0, "Ani")
    assert [entry.key for entry in changed.journal] == ["colour", "name"]
