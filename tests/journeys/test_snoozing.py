"""Putting off: whoever asks to be reminded later is, once, and the ladder does not hurry her meanwhile."""

from datetime import datetime, timedelta

from records import followups
from records.followups import FollowupState
from tests.journeys.alumni import DUE, LAST, QUESTION, REMINDED, asked, first_wave, graduated, tells
from tests.person import Phone
from tests.stage import Stage

PROMISED = "Anda minta diingatkan"


async def asked_at_nine(stage: Stage) -> Phone:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    assert await asked(sri) == 1
    return sri


async def puts_off(stage: Stage, phone: Phone, until: datetime) -> bool:
    row = await stage.reads(first_wave, phone.id)
    return await stage.writes(followups.snooze, row.id, until)


async def counts(phone: Phone) -> tuple[int, int, int]:
    """The reminders that came: those of the ladder's second and third step, and those she had asked for."""
    return await asked(phone, REMINDED), await asked(phone, LAST), await asked(phone, PROMISED)


async def test_a_reminder_this_evening_comes_after_the_sending_hours_and_the_ladder_goes_on(stage: Stage) -> None:
    sri = await asked_at_nine(stage)
    evening = DUE + timedelta(hours=10, minutes=30)  # 19.30
    assert await puts_off(stage, sri, evening)
    await stage.until(evening - timedelta(minutes=1))
    assert await counts(sri) == (0, 0, 0)
    await stage.until(evening + timedelta(minutes=1))
    assert await counts(sri) == (0, 0, 1)
    assert QUESTION in sri.last()
    await stage.until(DUE + timedelta(days=40))
    assert await counts(sri) == (1, 1, 1)


async def test_a_reminder_in_a_week_takes_the_place_of_both_that_would_have_come(stage: Stage) -> None:
    sri = await asked_at_nine(stage)
    assert await puts_off(stage, sri, DUE + timedelta(days=7))
    await stage.until(DUE + timedelta(days=13))
    assert await counts(sri) == (0, 0, 1)
    await stage.until(DUE + timedelta(days=40))
    assert await counts(sri) == (0, 0, 1)
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.SILENT.value


async def test_whoever_answers_before_is_not_reminded(stage: Stage) -> None:
    sri = await asked_at_nine(stage)
    assert await puts_off(stage, sri, DUE + timedelta(days=1))
    await sri.looks()
    await tells(sri)
    await stage.until(DUE + timedelta(days=20))
    assert await counts(sri) == (0, 0, 0)


async def test_a_late_one_may_put_it_off_too_and_three_days_after_it_is_over(stage: Stage) -> None:
    sri = await asked_at_nine(stage)
    await stage.until(DUE + timedelta(days=16))
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.SILENT.value
    assert await puts_off(stage, sri, DUE + timedelta(days=17))
    await stage.until(DUE + timedelta(days=18))
    assert await counts(sri) == (1, 1, 1)
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.ASKED.value
    await stage.until(DUE + timedelta(days=20, minutes=1))
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.SILENT.value


async def test_it_can_be_put_off_so_often_and_who_changes_her_mind_has_asked_once(stage: Stage) -> None:
    sri = await asked_at_nine(stage)
    await puts_off(stage, sri, DUE + timedelta(hours=5))
    for day in range(1, followups.MOST_SNOOZES):
        assert await puts_off(stage, sri, DUE + timedelta(days=day))
        assert await puts_off(stage, sri, DUE + timedelta(days=day, hours=1))
        await stage.until(DUE + timedelta(days=day, hours=2))
    assert await asked(sri, PROMISED) == followups.MOST_SNOOZES - 1
    row = await stage.reads(first_wave, sri.id)
    assert row.snoozes == followups.MOST_SNOOZES - 1
    assert await puts_off(stage, sri, DUE + timedelta(days=6))
    await stage.until(DUE + timedelta(days=6, hours=1))
    assert not await puts_off(stage, sri, DUE + timedelta(days=7))
