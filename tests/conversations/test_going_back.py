"""Going back, keeping the old value, and changing from the summary: what rests on an answer is asked again."""

from conversations.event import Returned
from conversations.script import Ask
from locales.text import Text
from tests.conversations.interview import CHILDREN, NAME, PET, Facts, filled_in, interviewed, script
from tests.conversations.speaker import Speaker


def test_back_returns_to_the_question_before_and_offers_the_old_value() -> None:
    speaker = interviewed().says("Siti").taps("⬅️ Back")
    assert speaker.asked == "name"
    assert speaker.labels == ["Keep: Siti", "❓ Help", "✖️ Cancel"]


def test_back_may_be_typed() -> None:
    assert interviewed().says("Siti", "back").asked == "name"
    assert interviewed().says("Siti", "⬅️ BACK").asked == "name"


def test_back_goes_on_to_the_very_first_question_and_says_so_there() -> None:
    speaker = filled_in()
    asked = []
    for _ in range(9):
        speaker.says("back")
        asked.append(speaker.asked)
    assert asked == ["pet", "phone", "secret", "child.1", "child", "children", "shade", "colour", "name"]
    assert speaker.says("back").noted == "This is the first question, there is nothing before it."
    assert speaker.asked == "name"


def test_keeping_the_old_value_returns_to_where_one_was() -> None:
    speaker = interviewed().says("Siti").taps("red", "light red").says("back", "back", "back")
    assert speaker.asked == "name"
    speaker.taps("Keep: Siti")
    assert speaker.asked == "children"
    assert speaker.answers == {"name": "Siti", "colour": "red", "shade": "red-light"}


def test_keep_may_be_typed() -> None:
    speaker = interviewed().says("Siti", "back", "Keep: Siti")
    assert (speaker.asked, speaker.answers) == ("colour", {"name": "Siti"})


def test_a_new_value_replaces_the_old_one_and_nothing_else() -> None:
    speaker = filled_in()
    before = speaker.answers
    speaker.says("back", "back", "back").says("210987654321")
    assert speaker.at_summary
    assert speaker.answers == before | {"secret": "210987654321"}


def test_another_answer_unsettles_the_one_whose_choices_come_from_it() -> None:
    speaker = filled_in().says("back", "back", "back", "back", "back", "back", "back", "back")
    assert speaker.asked == "colour"
    speaker.taps("blue")
    assert speaker.asked == "shade"
    assert not [label for label in speaker.labels if label.startswith("Keep")]
    assert speaker.taps("dark blue").at_summary
    assert speaker.answers["child.1"] == "Budi"


def test_fewer_children_leave_out_and_more_ask_for_the_missing_ones() -> None:
    speaker = filled_in().taps("✏️ Change something", "Children").says("1")
    assert speaker.at_summary
    assert "child.1" not in speaker.answers
    speaker.taps("✏️ Change something", "Children").says("3")
    assert speaker.asked == "child.2"
    assert speaker.position.answers.all("child") == ("Ayu", "Budi")


def test_a_change_from_the_summary_offers_the_old_value_and_returns_there() -> None:
    speaker = filled_in().taps("✏️ Change something")
    assert speaker.labels == ["Name", "Colour", "Shade", "Children", "Child", "Child", "Secret", "Phone", "⬅️ Back"]
    speaker.taps("Name")
    assert speaker.labels[0] == "Keep: Siti"
    assert speaker.says("Sri").at_summary
    assert speaker.answers["name"] == "Sri"


def test_whoever_would_change_nothing_returns_to_the_summary() -> None:
    speaker = filled_in()
    summary = speaker.page
    assert speaker.taps("✏️ Change something", "⬅️ Back").page == summary
    assert speaker.taps("✏️ Change something").says("back").page == summary


def test_a_choice_may_reopen_an_earlier_question_without_being_an_answer() -> None:
    for speaker in (Speaker(script(NAME, PET), Facts()).says("Siti"), Speaker(script(NAME, PET), Facts()).says("Sri")):
        speaker.taps("My name is wrong")
        assert speaker.asked == "name"
        assert not speaker.step.answered
        assert "pet" not in speaker.answers
        speaker.says("Ani")
        assert (speaker.asked, speaker.answers) == ("pet", {"name": "Ani"})


def test_a_secret_is_offered_masked() -> None:
    speaker = filled_in().taps("✏️ Change something", "Secret")
    assert speaker.labels[0] == "Keep: ••••••••9012"
    speaker.taps("Keep: ••••••••9012")
    assert speaker.answers["secret"] == "123456789012"


def test_a_phone_number_is_offered_on_the_keyboard_below_and_read_from_there() -> None:
    speaker = filled_in().taps("✏️ Change something", "Phone")
    assert speaker.reply.contact is not None
    offered = [word.values.get("words") for word in speaker.reply.contact.words]
    assert offered[0] == "+6281234567890"
    assert speaker.says("+6281234567890").at_summary


AGE_OF_PET: Ask[Facts] = Ask(
    key="age",
    label=Text("Age"),
    rests_on=("pet",),
    prompt=lambda _a, _f: Text("How old is it?"),
    reader=lambda typed, _a, _f: typed,
)


def test_what_rests_on_an_answer_is_asked_again_once_that_is_another() -> None:
    speaker = Speaker(script(PET, AGE_OF_PET, CHILDREN), Facts()).taps("A cat").says("3", "0")
    assert speaker.at_summary
    speaker.says("back", "back", "back").taps("A dog")
    assert (speaker.asked, speaker.answers) == ("age", {"pet": "dog"})
    assert speaker.says("3").at_summary, "the same words again are an answer of their own"
    assert speaker.answers == {"pet": "dog", "age": "3", "children": "0"}


def test_what_rests_on_an_answer_stays_where_that_is_kept() -> None:
    speaker = Speaker(script(PET, AGE_OF_PET), Facts()).taps("A cat").says("3").says("back", "back")
    assert speaker.taps("Keep: A cat").at_summary
    speaker.says("back", "back").taps("A cat")
    assert speaker.does(Returned()).answers == {"pet": "cat", "age": "3"}


def test_what_rests_on_a_changed_answer_may_be_looked_at_and_kept() -> None:
    speaker = Speaker(script(PET, AGE_OF_PET), Facts()).taps("A cat").says("3", "back", "back").taps("A dog")
    speaker.says("3", "back")
    assert speaker.labels[0] == "Keep: 3"
    assert speaker.taps("Keep: 3").at_summary
