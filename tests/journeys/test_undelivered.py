"""Undelivered: what Telegram does not take is tried again, given up or stopped, and always counted."""

from datetime import timedelta

import pytest

import bot.request
from records.demonstration import Group
from tests.journeys.announcing import WITH_CHAT, outcomes, received, sends, sends_to_many
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna
from tests.stage import Stage


async def test_a_bad_gateway_is_tried_again_until_everybody_has_it_once(stage: Stage) -> None:
    await sends(bu_ratna(stage))
    await stage.fails("sendMessage", 502, times=15)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(minutes=10))
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}
    for phone in stage.of(Group.PARTICIPANT):
        assert await received(phone) == 1


async def test_a_chat_that_always_fails_is_given_up_and_named(stage: Stage) -> None:
    sri = stage.of(Group.PARTICIPANT)[3]
    name = await stage.reads(name_of, sri.id)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.fails("sendMessage", 502, times=1000, chat_id=sri.id)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(hours=2))
    assert await outcomes(stage) == {"sent": WITH_CHAT - 1, "blocked": 1, "failed": 1}
    await ratna.waits_for("Gagal: 1")
    await ratna.taps("Laporan pengiriman")
    await ratna.taps("Gagal: 1")
    ratna.sees(f"tidak tersambung ke Telegram, sudah dicoba beberapa kali:\n• {name}")


async def test_a_timeout_after_the_message_went_out_is_unknown_and_not_sent_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 1.0)
    sri = stage.of(Group.PARTICIPANT)[3]
    name = await stage.reads(name_of, sri.id)
    ratna = bu_ratna(stage)
    await sends(ratna)
    await stage.fails("sendMessage", "timeout_after", chat_id=sri.id)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(hours=2))
    assert await outcomes(stage) == {"sent": WITH_CHAT - 1, "blocked": 1, "unknown": 1}
    assert await received(sri) == 1
    await ratna.waits_for("Belum pasti: 1")
    await ratna.taps("Laporan pengiriman")
    await ratna.taps("Belum pasti: 1")
    ratna.sees(f"Telegram tidak menjawab tepat waktu: mungkin sampai:\n• {name}")


async def test_of_every_trouble_at_once_nobody_is_left_out_of_the_count(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 1.0)
    everybody = stage.of(Group.PARTICIPANT)
    ratna = bu_ratna(stage)
    await sends(ratna)
    troubles: tuple[int | str, ...] = (429, 502, "timeout_after", 503)
    for phone, code in zip(everybody, troubles, strict=False):
        await stage.fails("sendMessage", code, chat_id=phone.id, retry_after=7)
    await stage.a_moment_passes()
    await stage.until(stage.clock.now() + timedelta(hours=1))
    assert await outcomes(stage) == {"sent": WITH_CHAT - 1, "blocked": 1, "unknown": 1}
    for phone in everybody:
        assert await received(phone) == 1
    await ratna.waits_for("12 dari 12")


async def test_a_message_that_telegram_refuses_stops_the_campaign_and_says_so(strict: Stage) -> None:
    ratna = await sends_to_many(strict)
    await strict.fails("sendMessage", 400)
    await strict.a_moment_passes()
    found = await outcomes(strict)
    assert found["failed"] == 1
    assert found["cancelled"] >= 128 - 30 - found["blocked"]
    await ratna.waits_for("Pengumuman dihentikan")
