"""Answering: typed, tapped, typed instead of tapped, shared, and what cannot be an answer."""

import pytest

from conversations.engine import Ended
from conversations.event import Commanded, Edited, Event, Medium, Membership, Returned, Sent, Shared
from locales.text import Text
from tests.conversations.interview import CHILDREN, PET, Facts, filled_in, interviewed, script
from tests.conversations.speaker import Speaker


def test_a_talk_begins_with_its_first_question() -> None:
    speaker = interviewed()
    assert speaker.page == "<i>Step 1 of 7</i>\nYour name?"
    assert speaker.labels == ["❓ Help", "✖️ Cancel"]
    assert speaker.asked == "name"


def test_the_opening_words_are_said_once_before_the_first_question() -> None:
    speaker = Speaker(script(opening=lambda _f: Text("Good morning.")), Facts())
    assert speaker.page.startswith("Good morning.\n\n")
    assert "Good morning." not in speaker.does(Returned()).page


def test_an_answer_leads_to_the_next_question_which_may_speak_of_it() -> None:
    speaker = interviewed().says("Siti")
    assert speaker.page == "<i>Step 2 of 7</i>\nWhich colour, Siti?"
    assert speaker.step.answered
    assert speaker.labels == ["red", "blue", "⬅️ Back", "❓ Help", "✖️ Cancel"]


def test_a_tap_answers_too() -> None:
    speaker = interviewed().says("Siti").taps("blue")
    assert speaker.answers == {"name": "Siti", "colour": "blue"}
    assert speaker.asked == "shade"


@pytest.mark.parametrize("typed", ["dark blue", "DARK BLUE", "  Dark Blue  "])
def test_the_words_of_a_button_may_be_typed_instead(typed: str) -> None:
    speaker = interviewed().says("Siti", "Blue", typed)
    assert speaker.answers["shade"] == "blue-dark"


def test_buttons_stand_in_columns() -> None:
    speaker = interviewed().says("Siti").taps("red")
    assert [len(row) for row in speaker.reply.rows] == [2, 3]


def test_words_that_are_no_choice_are_answered_with_a_hint_and_the_same_question() -> None:
    speaker = interviewed().says("Siti", "green")
    assert speaker.noted == "Please tap one of the buttons."
    assert speaker.asked == "colour"
    assert not speaker.step.answered


def test_a_choice_that_is_refused_is_refused_kindly_typed_or_tapped() -> None:
    sold_out = Facts(sold_out=("red",))
    for speaker in (interviewed(sold_out).says("Siti", "red"), interviewed(sold_out).says("Siti").taps("red")):
        assert speaker.noted == "That colour is sold out."
        assert speaker.asked == "colour"
        assert speaker.answers == {"name": "Siti"}


def test_words_that_cannot_be_read_are_answered_with_why_and_the_same_question() -> None:
    speaker = interviewed().says("Siti").taps("red", "dark red").says("many")
    assert speaker.noted == "Please write a number up to 3."
    assert speaker.asked == "children"


def test_an_ask_with_buttons_and_a_reader_takes_both() -> None:
    tapped = Speaker(script(PET), Facts()).taps("A dog")
    typed = Speaker(script(PET), Facts()).says("Two goats")
    assert tapped.answers == {"pet": "dog"}
    assert typed.answers == {"pet": "Two goats"}


def test_an_ask_repeats_as_often_as_was_said() -> None:
    speaker = interviewed().says("Siti").taps("red", "dark red").says("2")
    assert (speaker.asked, speaker.page.splitlines()[1]) == ("child", "Child 1?")
    speaker.says("Ayu")
    assert (speaker.asked, speaker.page.splitlines()[1]) == ("child.1", "Child 2?")
    speaker.says("Budi")
    assert speaker.asked == "secret"
    assert speaker.position.answers.all("child") == ("Ayu", "Budi")


def test_the_steps_that_are_counted_grow_with_what_is_said() -> None:
    speaker = interviewed().says("Siti").taps("red", "dark red").says("3")
    assert speaker.page.startswith("<i>Step 5 of 10</i>")


def test_a_script_of_one_question_counts_no_steps() -> None:
    assert Speaker(script(PET), Facts()).page == "Cat or dog?"


def test_a_contact_of_ones_own_is_an_answer() -> None:
    speaker = interviewed().says("Siti").taps("red", "dark red").says("0", "123456789012")
    assert speaker.reply.rows == ()
    assert speaker.reply.contact is not None
    speaker.does(Shared("+6281234567890", own=True))
    assert speaker.answers["phone"] == "+6281234567890"


def test_a_contact_of_somebody_else_is_not() -> None:
    speaker = interviewed().says("Siti").taps("red", "dark red").says("0", "123456789012")
    speaker.does(Shared("+6281234567890", own=False))
    assert speaker.noted == "That is somebody else's contact. Please share your own number, or type it."
    assert speaker.asked == "phone"


def test_a_contact_where_none_was_asked_is_not_taken() -> None:
    for speaker in (interviewed(), filled_in()):
        speaker.does(Shared("+6281234567890", own=True))
        assert speaker.noted == "Thank you, but a contact is not needed here."
        assert not speaker.step.answered


@pytest.mark.parametrize("medium", list(Medium))
def test_a_photo_a_sticker_or_a_voice_message_is_no_answer(medium: Medium) -> None:
    speaker = interviewed().says("Siti").does(Sent(medium))
    assert "cannot be read here" in speaker.noted
    assert speaker.asked == "colour"


def test_an_edited_message_is_not_read_again() -> None:
    speaker = interviewed().says("Siti").does(Edited())
    assert speaker.noted.startswith("A message that was edited is not read again.")
    assert speaker.answers == {"name": "Siti"}


@pytest.mark.parametrize("event", [Returned(), Membership(blocked=False)])
def test_whoever_returns_reads_the_open_question_again(event: Event) -> None:
    speaker = interviewed().says("Siti")
    before = speaker.page
    assert speaker.does(event).page == before


def test_a_command_that_a_talk_does_not_know_brings_help_and_the_question() -> None:
    for command in ("submit", "surely", "nonsense"):
        speaker = filled_in().does(Commanded(command))
        assert speaker.step.ended is None
        assert "You can tap a button or type your answer." in speaker.page


def test_the_last_answer_brings_the_summary_and_sending_it_ends() -> None:
    speaker = filled_in()
    assert speaker.at_summary
    assert speaker.labels == ["Send", "✏️ Change something", "⬅️ Back", "✖️ Cancel"]
    speaker.taps("Send")
    assert speaker.step.ended is Ended.CONCLUDED
    assert speaker.step.reply is None
    assert speaker.conclusion["pet"] == "cat"


def test_the_summarys_buttons_may_be_typed() -> None:
    assert filled_in().says("send").step.ended is Ended.CONCLUDED
    assert filled_in().says("✏️ change something").page == "What would you like to change?"
    assert filled_in().says("what now").noted == "Please tap one of the buttons."


def test_without_a_summary_the_last_answer_ends() -> None:
    speaker = Speaker(script(PET, summary=False), Facts()).taps("A cat")
    assert speaker.step.ended is Ended.CONCLUDED
    assert speaker.step.answered


def test_a_talk_that_has_nothing_left_to_ask_ends_whatever_comes() -> None:
    """Facts changed while it lay open: what was still to be asked is known meanwhile."""
    talk = Speaker(script(PET, CHILDREN, summary=False), Facts()).taps("A cat").talk
    shorter = script(PET, summary=False)
    for event in (Returned(), Edited(), Sent(Medium.PHOTO), Commanded("help")):
        assert Speaker(shorter, Facts(), talk).does(event).step.ended is Ended.CONCLUDED
    for words in ("hello", "A cat"):
        assert Speaker(shorter, Facts(), talk).says(words).step.ended is Ended.CONCLUDED
    assert Speaker(shorter, Facts(), talk).forges("7:children:1").step.ended is Ended.CONCLUDED
    assert Speaker(shorter, Facts(), talk).says("back").asked == "pet"
