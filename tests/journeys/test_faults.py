"""Faults of our own: nobody's answer is lost, nobody is left without a reply, and the log says nothing of anybody."""

import logging
from dataclasses import replace
from typing import Any

import pytest

from conversations.applying import registration
from conversations.context import Context
from conversations.script import Matter
from conversations.scripts import SCRIPTS
from tests.journeys.applicant import BUDI, SITI, answers, fills_in, newcomer, registers
from tests.journeys.memory import answers_of
from tests.person import Phone
from tests.stage import Stage

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
