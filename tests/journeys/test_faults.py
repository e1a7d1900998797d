"""Faults: an error of our own, or of Telegram's, loses nobody's answer and leaves nobody without a reply."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

import bot.request
import bot.turns
from conversations import registration
from conversations.context import Context
from conversations.script import Matter
from conversations.scripts import SCRIPTS
from records import chats
from records.database import Database
from records.session import Session
from tests.journeys.applicant import BUDI, SITI, answers, fills_in, newcomer, registers
from tests.journeys.memory import answers_of
from tests.person import Phone
from tests.stage import Stage, staged

R = TypeVar("R")
SORRY = "Maaf, ada gangguan. Jawaban Anda yang terakhir belum tersimpan, silakan kirim lagi."


class Trouble:
    """A script's `gather` that fails in one chat, with words that must not reach the log, until it is over."""

    def __init__(self, chat_id: int) -> None:
        self._chat_id = chat_id
        self.is_over = False

    def gather(self, context: Context, matter: Matter) -> Any:
        if context.chat_id == self._chat_id and not self.is_over:
            raise RuntimeError(f"{SITI.name}, {SITI.nik}, {SITI.address}, {SITI.nik[:6]}")
        return registration.SCRIPT.gather(context, matter)


def strikes(monkeypatch: pytest.MonkeyPatch, phone: Phone) -> Trouble:
    """From now on a registration fails in this chat."""
    trouble = Trouble(phone.id)
    monkeypatch.setitem(SCRIPTS, "registration", replace(registration.SCRIPT, gather=trouble.gather))
    return trouble


async def owed(stage: Stage) -> list[int]:
    """Chats that are owed a reply, as the records know it."""
    await stage.canting.turns.settle()
    return await stage.reads(chats.owed)


async def test_an_error_of_ours_is_told_in_the_owners_words_and_the_answer_is_taken_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    kept = await answers_of(stage, siti)
    trouble = strikes(monkeypatch, siti)
    await siti.says(SITI.address)
    assert siti.last() == SORRY
    assert await answers_of(stage, siti) == kept
    trouble.is_over = True
    await siti.says(SITI.address)
    await siti.waits_for("nomor telepon")
    await answers(siti, since="nomor telepon")
    siti.sees("Nomor pendaftaran")


async def test_an_error_at_a_tap_answers_the_tap_too(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    trouble = strikes(monkeypatch, siti)
    await siti.taps("Pekalongan Utara")
    await siti.waits_for(SORRY)
    trouble.is_over = True
    await siti.taps("Pekalongan Utara")
    await siti.waits_for("Di kelurahan mana?")


async def test_an_error_is_logged_in_one_line_without_anything_of_the_person(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "canting")
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    strikes(monkeypatch, siti)
    caplog.clear()
    await siti.says("Jl. Rahasia 7 RT 01 RW 01")
    (line,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert line.startswith("turn_failed error=RuntimeError where=test_faults.py:")
    assert "\n" not in line
    for private in (SITI.name, "Siti", SITI.nik, SITI.nik[:6], SITI.address, "Rahasia", "+6281234567890", str(siti.id)):
        assert private not in caplog.text


async def test_a_whole_registration_logs_nothing_of_the_person(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "canting")
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.says("/tanya")
    await siti.says("Pertanyaan rahasia")
    await stage.a_moment_passes()
    await stage.goes_down()
    for private in (SITI.name, SITI.nik, SITI.address, "81234567890", "rahasia", number, str(siti.id)):
        assert private not in caplog.text


async def test_the_other_chats_of_the_same_batch_are_served(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    siti, budi, wulan = (
        await newcomer(stage),
        await newcomer(stage, "Budi", "+6281234567891"),
        await newcomer(stage, "Wulan", "+6281234567892"),
    )
    for phone in (siti, budi, wulan):
        await fills_in(phone, until="nama lengkap")
    strikes(monkeypatch, siti)
    await stage.goes_down()
    for phone in (budi, siti, wulan):
        await phone.says_unheard(BUDI.name)
    await stage.comes_up()
    await stage.is_quiet()
    await siti.looks()
    assert siti.last() == SORRY
    for phone in (budi, wulan):
        await phone.looks()
        assert "Berapa NIK Anda?" in phone.last()
        assert (await answers_of(stage, phone))["name"] == BUDI.name
    assert "name" not in await answers_of(stage, siti)
    assert sum(record.getMessage().startswith("turn_failed") for record in caplog.records) == 1


@pytest.mark.parametrize("code", [502, 503, 429, "drop"])
async def test_a_reply_that_fails_at_first_is_said_a_moment_later(stage: Stage, code: int | str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", code, times=2, chat_id=siti.id, retry_after=3)
    await siti.says(SITI.nik)
    await siti.waits_for("Apakah benar?")
    assert await owed(stage) == []
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


@pytest.mark.parametrize("code", [502, 429])
async def test_a_reply_that_keeps_failing_stays_owed_and_the_debt_is_paid(stage: Stage, code: int) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", code, times=4, chat_id=siti.id, retry_after=3)
    await siti.says_unheard(SITI.nik)
    await stage.is_quiet()
    assert await owed(stage) == [siti.id]
    await stage.canting.turns.pay_debts()
    await siti.waits_for("Apakah benar?")
    assert "Apakah benar?" in siti.last()
    assert await owed(stage) == []
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


async def test_a_debt_is_paid_by_the_process_that_comes_after(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", 502, times=4, chat_id=siti.id)
    await siti.says_unheard(SITI.nik)
    await stage.is_quiet()
    await stage.goes_down()
    await stage.comes_up()
    await siti.waits_for("Apakah benar?")
    assert "Apakah benar?" in siti.last()
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


class Meanwhile:
    """A database on whose way back from a read something else happens; before it, where `first`."""

    def __init__(self, database: Database, happens: Callable[[], Awaitable[None]], first: bool) -> None:
        self.write = database.write
        self.close = database.close
        self._read = database.read
        self._happens = happens
        self._first = first

    async def read(self, work: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        if self._first:
            await self._happens()
        result = await self._read(work, *args, **kwargs)
        if not self._first:
            await self._happens()
        return result


@pytest.mark.parametrize("first", [True, False])
async def test_a_reply_said_while_the_debts_are_looked_for_is_not_said_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", 502, times=4, chat_id=siti.id)
    await siti.says_unheard(SITI.nik)
    await stage.is_quiet()

    async def she_goes_on_and_is_answered() -> None:
        await siti.says("/bantuan")
        if not first:
            await stage.canting.turns.settle()

    turns = stage.canting.turns
    monkeypatch.setattr(turns, "_database", Meanwhile(turns._database, she_goes_on_and_is_answered, first))
    await turns.pay_debts()
    await stage.is_quiet()
    await siti.looks()
    assert sum("Apakah benar?" in message["text"] for message in siti.bot_messages()) == 1


async def test_the_number_is_said_again_to_whom_the_last_word_may_not_have_reached(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await stage.fails("sendPhoto", 502, times=4, chat_id=siti.id)
    await siti.taps_unheard("Kirim pendaftaran")
    await stage.is_quiet()
    assert await owed(stage) == [siti.id]
    await stage.canting.turns.pay_debts()
    await siti.waits_for("Status: sudah masuk, menunggu diperiksa")
    siti.sees("2026-4-0032, Siti Rahmawati")


@pytest.mark.parametrize("code", ["timeout_before", "timeout_after"])
async def test_a_reply_that_times_out_is_said_again_and_at_worst_twice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 0.3)
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.fails("sendMessage", code, chat_id=siti.id)
    await siti.says(SITI.nik)
    await siti.waits_for("Apakah benar?")
    await stage.is_quiet()
    await siti.looks()
    said = sum("Apakah benar?" in message["text"] for message in siti.bot_messages())
    assert said == (2 if code == "timeout_after" else 1)
    assert await owed(stage) == []
    await answers(siti, since="Apakah benar")
    siti.sees("Nomor pendaftaran")


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


async def test_whoever_blocked_the_bot_is_owed_nothing(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await stage.goes_down()
    await siti.says_unheard(SITI.nik)
    stage.world.people[siti.id].blocked = True
    await stage.comes_up()
    await stage.is_quiet()
    assert await owed(stage) == []
    assert not (await stage.reads(_state, siti.id)).reachable
    await siti.starts()
    siti.sees("Apakah benar?")
    assert (await stage.reads(_state, siti.id)).reachable


def _state(session: Session, chat_id: int) -> chats.ChatState:
    found = session.get_one(chats.Chat, chat_id)
    return chats.load(session, chat_id, found.created_at)


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
