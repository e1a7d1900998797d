"""Coming back: whoever had blocked the bot when a follow-up fell due is asked when she can be reached, once."""

from datetime import timedelta

from records.followups import FollowupState
from tests.journeys.alumni import ASKED, DUE, REMINDED, asked, first_wave, graduated
from tests.person import Phone
from tests.stage import Stage


async def away_when_it_fell_due(stage: Stage) -> Phone:
    """She blocks the bot before the first follow-up, which then cannot reach her."""
    sri, *_others = await graduated(stage)
    await sri.blocks()
    await stage.until(DUE)
    await stage.a_moment_passes()
    assert await asked(sri) == 0
    return sri


async def test_she_is_asked_as_soon_as_she_unblocks_and_reminded_three_days_later(stage: Stage) -> None:
    sri = await away_when_it_fell_due(stage)
    await stage.passes(1)
    await sri.unblocks()
    await stage.a_moment_passes()
    assert (await asked(sri), await asked(sri, REMINDED)) == (1, 0)
    await stage.passes(2)
    assert await asked(sri, REMINDED) == 0
    await stage.passes(1.1)
    assert await asked(sri, REMINDED) == 1
    assert await asked(sri) == 1


async def test_she_is_asked_though_the_reminder_was_in_vain_too(stage: Stage) -> None:
    sri = await away_when_it_fell_due(stage)
    await stage.passes(5)
    await sri.unblocks()
    await sri.says("/start")
    await stage.a_moment_passes()
    assert (await asked(sri), await asked(sri, REMINDED)) == (1, 0)
    await stage.passes(3.1)
    assert (await asked(sri), await asked(sri, REMINDED)) == (1, 1)


async def test_whoever_comes_back_at_night_is_asked_in_the_morning(stage: Stage) -> None:
    sri = await away_when_it_fell_due(stage)
    await stage.until(DUE + timedelta(days=4, hours=13))
    await sri.unblocks()
    await stage.a_moment_passes()
    assert await asked(sri) == 0
    await stage.until(DUE + timedelta(days=5))
    assert await asked(sri) == 1


async def test_nobody_is_asked_twice_however_often_she_comes_and_goes(stage: Stage) -> None:
    sri = await away_when_it_fell_due(stage)
    await stage.passes(1)
    for _time in range(3):
        await sri.unblocks()
        await stage.a_moment_passes()
        await sri.blocks()
        await stage.a_moment_passes()
    await sri.unblocks()
    await stage.a_moment_passes()
    assert await asked(sri) == 1


async def test_whoever_comes_back_after_its_window_is_left_in_peace_until_the_next_wave(stage: Stage) -> None:
    sri = await away_when_it_fell_due(stage)
    await stage.passes(22)
    assert (await stage.reads(first_wave, sri.id)).state == FollowupState.UNREACHABLE.value
    await sri.unblocks()
    await stage.passes(1)
    assert await asked(sri, ASKED) == 0
