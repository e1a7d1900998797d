"""The pace of sending: no faster than Telegram allows, not at night, and what need not wait does not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from records import leadership
from records.demonstration import Group
from records.session import Session
from scheduler.pace import Tempo
from tests.journeys.announcing import outcomes, received, sends, sends_to_many, waiting, writes
from tests.journeys.applicant import newcomer
from tests.journeys.checking import registered
from tests.journeys.office import bu_ratna, goes_to, opens_the_application
from tests.stage import ADMINISTRATOR, Stage, staged


async def test_a_large_cohort_is_not_written_to_faster_than_telegram_allows(strict: Stage) -> None:
    await sends_to_many(strict)
    began = strict.clock.monotonic()
    await strict.a_moment_passes()
    assert not [one for one in await strict.refusals() if one["code"] == 429]
    sent = (await outcomes(strict))["sent"]
    assert sent > 100
    assert sent / 30 <= strict.clock.monotonic() - began < sent / 20


async def test_who_pays_for_speed_gets_it_without_being_told_to_wait(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", floods=True, pace=Tempo.PAID) as stage:
        await sends_to_many(stage)
        began = stage.clock.monotonic()
        await stage.a_moment_passes()
        held_back = {one["chat_id"] for one in await stage.refusals() if one["code"] == 429}
        assert held_back <= {ADMINISTRATOR}
        assert (await outcomes(stage))["sent"] > 100
        assert stage.clock.monotonic() - began < 1


@pytest.mark.parametrize(("tempo", "under_way"), [(Tempo.FREE, 10), (Tempo.PAID, 40)])
async def test_telegrams_flood_control_holds_the_rest_back_until_it_is_over(
    tmp_path: Path, tempo: Tempo, under_way: int
) -> None:
    """Also what was ready to go: whoever pays has many of those."""
    async with staged(tmp_path / "home", floods=True, pace=tempo) as stage:
        await sends_to_many(stage)
        first = (await stage.reads(waiting))[1]
        await stage.fails("sendMessage", 429, retry_after=60, chat_id=first)
        await stage.a_moment_passes()
        found = await outcomes(stage)
        assert found["sent"] <= under_way
        held_until = await stage.reads(_held_until)
        await stage.a_moment_passes()
        assert await outcomes(stage) == found
        await stage.until(held_until + timedelta(seconds=1))
        found = await outcomes(stage)
        assert set(found) == {"sent", "blocked"}
        assert sum(found.values()) == 128


def _held_until(session: Session) -> datetime:
    paused = leadership.paused_until(session)
    assert paused is not None
    return paused


async def test_flood_control_does_not_hold_back_a_decision(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await sends(ratna)
    await stage.fails("sendMessage", 429, retry_after=600)
    await stage.a_moment_passes()
    held = await outcomes(stage)
    assert held["waiting"] > 0
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()
    await siti.waits_for("berkasnya lengkap")
    assert await outcomes(stage) == held


async def test_an_announcement_confirmed_at_night_goes_out_in_the_morning_and_says_so(stage: Stage) -> None:
    """22.00 on a Tuesday in Pekalongan."""
    stage.clock.forward(timedelta(hours=12))
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    await writes(ratna)
    ratna.sees("Rabu, 7 Oktober 2026 pukul 08.00 WIB")
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    assert await received(sri) == 0
    morning = datetime(2026, 10, 7, 1, 0, tzinfo=UTC)
    await stage.until(morning - timedelta(minutes=1))
    assert await received(sri) == 0
    await stage.until(morning)
    assert await received(sri) == 1
    await ratna.waits_for("Pengumuman sudah dikirim.")


async def test_an_answer_to_a_question_does_not_wait_for_the_morning(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    stage.clock.forward(timedelta(hours=12))
    await siti.says("/tanya")
    await siti.says("Apakah masih dibuka?")
    await goes_to(ratna, "Pertanyaan menunggu")
    await ratna.taps("Jawab 1")
    await ratna.says("Masih, sampai akhir bulan.")
    await stage.a_moment_passes()
    await siti.waits_for("Masih, sampai akhir bulan.")
