"""Downtime amid the ladder: what fell due meanwhile is sent once, one thing at a time, within the hours."""

from datetime import timedelta

from records import followups
from scheduler.sweep import sweep
from tests.journeys.alumni import DUE, LAST, REMINDED, asked, first_wave, graduated
from tests.stage import Stage

PROMISED = "Anda minta diingatkan"


async def test_nine_days_off_amid_the_ladder_bring_one_reminder_and_the_next_days_later(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE)
    row = await stage.reads(first_wave, sri.id)
    assert await stage.writes(followups.snooze, row.id, DUE + timedelta(days=1, hours=10))
    await stage.goes_down()
    stage.clock.set(DUE + timedelta(days=9, hours=1))
    await stage.comes_up()
    await stage.a_moment_passes()
    await stage.a_moment_passes()
    assert (await asked(sri, PROMISED), await asked(sri, REMINDED), await asked(sri, LAST)) == (1, 0, 0)
    assert (await asked(other, REMINDED), await asked(other, LAST)) == (1, 0)
    await stage.passes(days=3.1)
    assert (await asked(other, REMINDED), await asked(other, LAST)) == (1, 1)
    await stage.passes(days=20)
    assert (await asked(sri, PROMISED), await asked(sri, REMINDED), await asked(sri, LAST)) == (1, 0, 0)
    assert (await asked(other), await asked(other, REMINDED), await asked(other, LAST)) == (1, 1, 1)


async def test_killed_between_ordering_and_sending_each_step_still_comes_once(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    for days in (0, 3, 7):
        stage.clock.set(DUE + timedelta(days=days))
        assert await stage.writes(sweep, stage.canting.house, stage.clock.now()) > 0
        await stage.goes_down()
        await stage.comes_up()
        await stage.a_moment_passes()
        await stage.a_moment_passes()
    assert (await asked(sri), await asked(sri, REMINDED), await asked(sri, LAST)) == (1, 1, 1)
