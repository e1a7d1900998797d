"""Stale and forged buttons: only what is offered to this person in this talk now is taken."""

import pytest

from tests.conversations.interview import filled_in, interviewed
from tests.conversations.speaker import Speaker

STALE = "This button no longer applies."


def refuses(speaker: Speaker, data: str) -> None:
    before, page = speaker.talk, speaker.page_as_it_stands()
    speaker.forges(data)
    assert speaker.talk == before, data
    assert speaker.step.ended is None
    assert speaker.step.misplaced
    assert not speaker.step.answered
    assert speaker.reply.toast is not None
    assert speaker.reply.toast.msgid == STALE
    assert speaker.reply.fresh
    assert speaker.page == page


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "::",
        ":::::",
        "7",
        "7:",
        "7:colour",
        "7:colour:",
        "7:colour:green",
        "7:colour:RED",
        "7:colour:red ",
        "7:colour:red:red",
        "8:colour:red",
        "07:colour:red",
        "-7:colour:red",
        "7 :colour:red",
        "７:colour:red",
        "7:name:Siti",
        "7:shade:red-dark",
        "7:colour.1:red",
        "7:colour.0:red",
        "7:nonsense:red",
        "7:colour:!",
        "7:name:!",
        "7:.:surely",
        "7:.:submit",
        "7:.:pick",
        "7:.:",
        "7:.:nonsense",
        "7:~:name",
        "7:~:",
        "7:~:colour",
        "m:home",
        "colour:red",
        "7:colour:" + "red" * 5000,
        "7:colour:r\u200bed",
        "7:colour:\x00",
        "7:\u202ecolour:red",
        "🖋" * 16,
        "7:colour:{name}<b>&",
    ],
)
def test_a_button_that_was_not_offered_changes_nothing_and_brings_the_question_again(data: str) -> None:
    refuses(interviewed().says("Siti"), data)


@pytest.mark.parametrize(
    "data",
    ["7:pet:cat", "7:pet:!", "7:colour:red", "7:~:name", "7:~:pet", "7:.:surely", "7::", "7:.:submit:", "8:.:submit"],
)
def test_neither_at_the_summary(data: str) -> None:
    refuses(filled_in(), data)


@pytest.mark.parametrize("data", ["7:.:submit", "7:~:pet", "7:~:nonsense", "7:~:child.7", "7:name:!", "7:pet:cat"])
def test_neither_while_choosing_what_to_change(data: str) -> None:
    """The pet has no label, so it cannot be changed from the summary."""
    refuses(filled_in().taps("✏️ Change something"), data)


@pytest.mark.parametrize("data", ["7:colour:red", "7:.:submit", "7:.:pick", "7:~:name"])
def test_neither_while_asked_whether_to_cancel(data: str) -> None:
    refuses(interviewed().says("Siti", "cancel"), data)


def test_an_answer_cannot_be_given_twice_with_the_same_button() -> None:
    speaker = interviewed().says("Siti").taps("red")
    refuses(speaker, "7:colour:blue")
    assert speaker.answers["colour"] == "red"


def test_a_button_that_asked_whether_to_cancel_is_harmless_once_one_went_on() -> None:
    refuses(interviewed().says("Siti", "cancel").taps("No, go on"), "7:.:surely")
