"""A double tap in the follow-up: the second may hit the next question, which no summary would show her again."""

from datetime import timedelta

from records.followups import FollowupState
from tests.journeys.alumni import DUE, first_wave, graduated, told
from tests.person import Phone
from tests.stage import Stage

TWICE = timedelta(milliseconds=250)
READING = timedelta(milliseconds=450)


async def one_who_taps_twice(stage: Stage) -> Phone:
    """She has answered, and her finger comes down again before she can have read what follows."""
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Kerja digaji")
    stage.clock.forward(TWICE)
    return sri


async def test_the_second_tap_of_two_does_not_answer_the_question_that_has_come_under_the_finger(stage: Stage) -> None:
    sri = await one_who_taps_twice(stage)
    await sri.taps("Harian")
    assert sri.toast() == ""
    assert "Tempat kerja atau juragan Anda tetap?" in sri.last()
    (record,) = await told(stage, sri)
    assert (record.activity, record.employment) == ("kerja", None)
    stage.clock.forward(READING - TWICE)
    await sri.taps("Harian")
    sri.sees("Mulai kapan?")


async def test_the_second_tap_of_two_does_not_stop_the_questions(stage: Stage) -> None:
    sri = await one_who_taps_twice(stage)
    await sri.taps("Jangan tanya lagi")
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.ASKED.value


async def test_the_second_tap_of_two_on_the_same_button_is_known_as_the_old_question_s(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    asking, button = sri.button("Kerja digaji")
    await sri.taps("Kerja digaji")
    await sri.forges(button, asking)
    assert "Tempat kerja atau juragan Anda tetap?" in sri.last()
    assert len(await told(stage, sri)) == 1
