"""The walk: a position is a function of the answers and the facts, whatever the script was when they were given."""

from dataclasses import replace

from conversations.event import Returned
from conversations.script import Answers, Misread
from conversations.talk import Entry, Talk
from conversations.walk import walk
from locales.text import Text
from tests.conversations.interview import ASKS, CHILD, CHILDREN, COLOUR, NAME, PET, SHADE, Facts, filled_in, script
from tests.conversations.speaker import Speaker


def talk_of(*entries: tuple[str, int, str]) -> Talk:
    return Talk(7, "interview", tuple(Entry(*entry) for entry in entries))


def test_a_talk_without_answers_is_at_the_first_ask() -> None:
    position = walk(script(), talk_of(), Facts())
    assert position.open is not None
    assert (position.open.name, position.passed, position.old) == ("name", (), None)
    assert position.total == 7


def test_the_order_of_the_journal_does_not_decide_where_a_talk_stands() -> None:
    position = walk(script(), talk_of(("shade", 0, "red-dark"), ("colour", 0, "red"), ("name", 0, "Siti")), Facts())
    assert position.open is not None
    assert position.open.name == "children"
    assert position.answers.plain() == {"name": "Siti", "colour": "red", "shade": "red-dark"}


def test_a_journal_may_hold_what_no_ask_knows() -> None:
    position = walk(script(NAME), talk_of(("shoe_size", 0, "40"), ("name", 0, "Siti"), ("name", 4, "?")), Facts())
    assert position.open is None
    assert position.answers.plain() == {"name": "Siti"}


def test_a_question_that_a_deploy_adds_is_simply_asked() -> None:
    before = script(NAME, COLOUR, PET)
    talk = Speaker(before, Facts()).says("Siti").taps("red").talk
    resumed = Speaker(script(NAME, CHILDREN, COLOUR, PET), Facts(), talk).does(Returned())
    assert resumed.asked == "children"
    assert resumed.says("0").asked == "pet"
    assert resumed.answers == {"name": "Siti", "children": "0", "colour": "red"}


def test_a_question_that_a_deploy_removes_is_skipped_and_its_answer_waits_in_the_journal() -> None:
    talk = filled_in().talk
    resumed = Speaker(script(NAME, COLOUR), Facts(), talk)
    assert resumed.at_summary
    assert resumed.answers == {"name": "Siti", "colour": "red"}
    assert Speaker(script(), Facts(), resumed.talk).answers["secret"] == "123456789012"


def test_a_choice_that_is_no_longer_offered_is_asked_again() -> None:
    resumed = Speaker(script(), Facts(colours=("blue", "green")), filled_in().talk).does(Returned())
    assert resumed.asked == "colour"
    assert resumed.labels == ["blue", "green", "⬅️ Back", "❓ Help", "✖️ Cancel"]
    assert resumed.taps("green", "dark green").at_summary
    assert resumed.answers["child.1"] == "Budi"


def test_a_choice_that_is_refused_meanwhile_is_asked_again() -> None:
    assert Speaker(script(), Facts(sold_out=("red",)), filled_in().talk).asked == "colour"


def test_an_answer_that_a_stricter_reader_refuses_is_asked_again() -> None:
    strict = replace(
        CHILDREN, reader=lambda typed, _a, _f: typed if typed == "0" else Misread(Text("Nobody has children."))
    )
    talk = filled_in().talk
    resumed = Speaker(script(*(strict if ask is CHILDREN else ask for ask in ASKS)), Facts(), talk)
    assert resumed.asked == "children"
    assert resumed.position.old is None


def test_while_a_choice_of_what_to_change_stood_open_a_new_question_came_and_can_be_answered() -> None:
    talk = Speaker(script(NAME), Facts()).says("Siti").taps("✏️ Change something").talk
    resumed = Speaker(script(NAME, COLOUR), Facts(), talk).does(Returned())
    assert resumed.asked == "colour"
    assert resumed.taps("red").at_summary
    again = Speaker(script(NAME, COLOUR), Facts(), talk).says("red")
    assert again.answers == {"name": "Siti", "colour": "red"}


def test_a_reopened_ask_that_no_longer_applies_is_passed_over() -> None:
    talk = replace(filled_in().talk, reopened=("child", 5))
    assert walk(script(), talk, Facts()).open is None
    gone = replace(filled_in().talk, reopened=("shoe_size", 0))
    assert walk(script(), gone, Facts()).open is None


def test_an_unanswered_ask_comes_before_a_reopened_one() -> None:
    talk = replace(talk_of(("name", 0, "Siti"), ("children", 0, "0")), reopened=("children", 0))
    position = walk(script(NAME, COLOUR, CHILDREN), talk, Facts())
    assert position.open is not None
    assert (position.open.name, position.old) == ("colour", None)


def test_what_is_ahead_of_an_open_ask_counts_but_is_not_yet_an_answer() -> None:
    speaker = filled_in().taps("✏️ Change something", "Children")
    assert speaker.answers == {"name": "Siti", "colour": "red", "shade": "red-dark"}
    assert speaker.position.old == "2"
    assert speaker.position.total == 9


def test_a_scripts_functions_see_the_answers_to_every_ask_before_theirs() -> None:
    """Those of a reopened ask too, though it is open; and none where an earlier one is missing."""
    seen: list[Answers] = []

    def watch(_value: str, answers: Answers, _facts: Facts) -> None:
        seen.append(Answers(dict(answers.values)))

    watched = script(NAME, COLOUR, replace(SHADE, check=watch))
    talk = talk_of(("colour", 0, "red"), ("shade", 0, "red-dark"), ("name", 0, "Siti"))
    walk(watched, replace(talk, reopened=("name", 0)), Facts())
    walk(watched, replace(talk, reopened=("colour", 0)), Facts())
    assert [answers.plain() for answers in seen] == [{"name": "Siti", "colour": "red"}] * 2
    seen.clear()
    walk(watched, talk_of(("colour", 0, "red"), ("shade", 0, "red-dark")), Facts())
    assert seen == []


def test_what_was_passed_before_need_not_be_read_again() -> None:
    read: list[str] = []

    def reader(typed: str, _answers: Answers, _facts: Facts) -> str:
        read.append(typed)
        return typed

    watched = script(replace(NAME, reader=reader), CHILDREN)
    talk = talk_of(("name", 0, "Siti"), ("children", 0, "0"))
    first = walk(watched, talk, Facts())
    read.clear()
    assert walk(watched, talk, Facts(), first.answers) == first
    assert read == []
    walk(watched, talk.answered("name", 0, "Ani"), Facts(), first.answers)
    assert read == ["Ani"], "another answer than the one that was passed is read"


def test_repeated_answers_are_named_by_their_number() -> None:
    position = filled_in().position
    assert [place.name for place in position.passed if place.ask is CHILD] == ["child", "child.1"]
    assert position.answers.get("child", 1) == "Budi"
    assert position.answers.get("child", 2) is None
    assert "child" in position.answers
    assert "nonsense" not in position.answers
