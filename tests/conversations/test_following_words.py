"""What stands below and above the questions of a follow-up: greeting, controls, why we ask."""

from conversations.engine import Ended
from conversations.event import Commanded, Tapped
from conversations.following.examples import FIRST
from tests.conversations.following import answered
from tests.conversations.speaker import TALK, Speaker


def test_the_first_line_greets_by_name_and_tells_nothing_and_stopping_is_one_tap() -> None:
    speaker = Speaker.of("followup", FIRST)
    assert speaker.page.splitlines()[0] == "Hello Siti, this is the BLK."
    assert speaker.labels[-1] == "🔕 Do not ask again"
    assert speaker.taps("🔕 Do not ask again").step.ended is Ended.CANCELLED
    assert Speaker.of("followup").says("🔕 do not ask again").step.ended is Ended.CANCELLED
    assert answered("kerja").says("stop").step.ended is Ended.CANCELLED
    assert answered("kerja").does(Commanded("cancel")).step.ended is None


def test_below_every_question_stand_two_or_three_rows_of_controls() -> None:
    first, second = Speaker.of("followup", FIRST), answered("kerja")
    controls = ["❓ Why do you ask?", "⏰ Remind me later", "🙅 That is not me", "🔕 Do not ask again"]
    assert first.labels[-4:] == controls
    assert second.labels[-5:] == ["⬅️ Back", *controls]
    assert all(len(row) <= 2 for row in second.reply.rows[-3:])


def test_why_we_ask_is_told_above_the_question() -> None:
    speaker = answered("kerja").taps("❓ Why do you ask?")
    assert "Three years after the training only the counts are kept." in speaker.page
    assert speaker.asked == "q2"
    assert speaker.does(Tapped(f"{TALK}:q2:4", 1)).asked == "q3"


def test_what_was_asked_is_answered_first_then_what_the_question_means() -> None:
    page = Speaker.of("followup", FIRST).taps("❓ Why do you ask?").page
    assert 0 <= page.index("Why we ask") < page.index("Selling from home") < page.index("You can tap")
