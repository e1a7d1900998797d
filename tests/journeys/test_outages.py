"""Outages of Telegram: edits, toasts and polling that fail for a while keep nobody back."""

import asyncio
from pathlib import Path

import pytest

import bot.request
import bot.turns
from tests.journeys.applicant import answers, fills_in, newcomer, registers
from tests.journeys.memory import answers_of, owed
from tests.stage import Stage, staged


async def test_an_edit_that_fails_at_first_is_made_a_moment_later(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await stage.fails("editMessageText", 502, times=2, chat_id=siti.id)
    await siti.taps("Pekalongan Utara")
    await siti.waits_for("Di kelurahan mana?")
    assert await owed(stage) == []
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"


async def test_a_toast_that_fails_does_not_keep_the_next_question_back(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await stage.fails("answerCallbackQuery", 502, times=2)
    await siti.taps_unheard("Pekalongan Utara")
    await siti.waits_for("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_a_toast_that_fails_does_not_bring_the_reply_twice(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await stage.fails("answerCallbackQuery", 502, times=2)
    await siti.taps_unheard("Kirim pendaftaran")
    await siti.waits_for("Nomor pendaftaran")
    await stage.is_quiet()
    await siti.looks()
    assert [message["kind"] for message in siti.bot_messages()].count("photo") == 1
    assert await owed(stage) == []


async def test_polling_goes_on_after_an_outage(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await stage.fails("getUpdates", 502, times=1)
    await siti.says("/status")
    siti.sees("Anda belum mendaftar.")
    await siti.says("/menu")
    siti.sees("Halo Siti")


async def test_the_word_that_takes_the_keyboard_away_is_said_once_though_telegram_asks_to_wait(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", floods=True) as stage:
        siti = await newcomer(stage)
        await registers(siti)
        assert {refusal["code"] for refusal in await stage.refusals()} <= {429}
        assert sum(message["text"] == "👍 Sudah dicatat." for message in siti.bot_messages()) == 1


async def test_a_stop_does_not_wait_for_ever_for_what_cannot_be_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.turns, "LAST_WORDS_SECONDS", 0.1)
    siti = await newcomer(stage)
    await stage.fails("sendMessage", "timeout_before", times=1000)
    await siti.says_unheard("/menu")
    while not stage.canting.speech.is_busy(siti.id):
        await siti.looks()
    async with asyncio.timeout(bot.request.READ_SECONDS / 2):
        await stage.goes_down()
    stage.world.faults.ordered.clear()
    await stage.comes_up()
    await siti.waits_for("Apa yang ingin Anda lakukan?")
