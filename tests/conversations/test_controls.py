"""Help, cancel and going on: the engine's own buttons."""

import pytest

from conversations.engine import Ended
from conversations.event import Commanded, Medium, Returned, Sent
from locales.text import Text
from tests.conversations.interview import PET, Facts, filled_in, interviewed, script
from tests.conversations.speaker import Speaker

ASKING = "Cancel “An interview”? What you filled in will be removed."


def test_help_says_what_the_question_means_and_asks_it_again() -> None:
    for speaker in (interviewed().taps("❓ Help"), interviewed().says("help"), interviewed().does(Commanded("help"))):
        assert speaker.page.startswith("As your mother calls you.\nYou can tap a button or type your answer.")
        assert speaker.page.endswith("Your name?")
        assert speaker.asked == "name"


def test_help_at_the_summary_is_general() -> None:
    assert filled_in().says("help").page.startswith("You can tap a button or type your answer.")


@pytest.mark.parametrize("said", ["cancel", "✖️ Cancel", "CANCEL"])
def test_cancel_asks_once_more(said: str) -> None:
    speaker = interviewed().says("Siti", said)
    assert speaker.page == ASKING
    assert speaker.labels == ["No, go on", "Yes, cancel it"]
    assert speaker.step.ended is None


def test_the_second_yes_cancels() -> None:
    speaker = interviewed().says("Siti").taps("✖️ Cancel", "Yes, cancel it")
    assert speaker.step.ended is Ended.CANCELLED
    assert speaker.step.reply is None
    assert interviewed().says("cancel", "yes, cancel it").step.ended is Ended.CANCELLED


def test_no_goes_on_where_one_was() -> None:
    for going_on in ("No, go on", "no, go on", "back"):
        speaker = interviewed().says("Siti", "cancel", going_on)
        assert (speaker.asked, speaker.answers) == ("colour", {"name": "Siti"})
        assert "Which colour" in speaker.page


def test_whoever_does_not_answer_whether_to_cancel_is_asked_that_again() -> None:
    speaker = interviewed().says("Siti", "cancel", "red")
    assert speaker.noted == "Please tap one of the buttons."
    assert speaker.page.endswith(ASKING)
    assert speaker.does(Sent(Medium.STICKER)).page.endswith(ASKING)
    assert speaker.does(Returned()).page == ASKING
    assert speaker.answers == {"name": "Siti"}


def test_help_on_the_way_out_leads_back_to_the_question() -> None:
    assert interviewed().says("Siti", "cancel", "help").page.endswith("Which colour, Siti?")


def test_cancel_while_an_answer_is_reopened_keeps_it_reopened() -> None:
    speaker = filled_in().taps("✏️ Change something", "Colour").says("cancel").taps("No, go on")
    assert speaker.asked == "colour"
    assert speaker.labels[0] == "Keep: red"


def test_what_we_began_is_stopped_by_one_tap_or_one_word() -> None:
    stopping = script(PET, stop_label=Text("Do not ask again"))
    assert Speaker(stopping, Facts()).labels[-1] == "Do not ask again"
    for speaker in (
        Speaker(stopping, Facts()).taps("Do not ask again"),
        Speaker(stopping, Facts()).says("do not ask again"),
        Speaker(stopping, Facts()).says(" STOP "),
    ):
        assert speaker.step.ended is Ended.CANCELLED


def test_cancelling_what_we_began_only_leaves_it_for_later() -> None:
    stopping = script(PET, stop_label=Text("Do not ask again"))
    for speaker in (Speaker(stopping, Facts()).says("cancel"), Speaker(stopping, Facts()).does(Commanded("cancel"))):
        assert speaker.step.ended is None
        assert speaker.page.startswith("You may answer whenever it suits you.")


def test_stop_in_what_she_began_herself_asks_whether_to_cancel() -> None:
    assert interviewed().says("Siti", "stop").labels == ["No, go on", "Yes, cancel it"]


def test_going_on_changes_nothing_where_nothing_was_left() -> None:
    speaker = interviewed().says("Siti").forges("7:.:on")
    assert (speaker.asked, speaker.answers) == ("colour", {"name": "Siti"})
