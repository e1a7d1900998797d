"""Stale keyboards and double taps: each tap counts once, where it still means what it shows."""

import asyncio

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.memory import answers_of
from tests.journeys.replies import STALE
from tests.stage import Stage


async def test_an_old_keyboard_says_that_it_no_longer_applies_and_shows_the_open_question(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    old = siti.bot_messages()[-1]["id"]
    await siti.says("/menu")
    await siti.taps("Lanjutkan isian saya")
    await siti.taps("Pekalongan Utara")
    await siti.taps_on(old, "Pekalongan Barat")
    assert siti.toast() == STALE
    assert "Di kelurahan mana?" in siti.last()
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"


async def test_a_keyboard_of_a_form_that_is_sent_says_that_it_no_longer_applies(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    summary = siti.bot_messages()[-1]["id"]
    await siti.taps("Kirim pendaftaran")
    await siti.taps_on(summary, "Kirim pendaftaran")
    assert siti.toast() == STALE
    await siti.says("/status")
    assert siti.last().count("Siti Rahmawati") == 1


async def test_a_double_tap_counts_once_and_both_taps_are_answered(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await asyncio.gather(siti.taps("Pekalongan Utara"), siti.taps("Pekalongan Utara"))
    await siti.waits_for("Di kelurahan mana?")
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"
    assert siti.toast() == STALE
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_a_double_tap_on_sending_files_one_application(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await asyncio.gather(siti.taps("Kirim pendaftaran"), siti.taps("Kirim pendaftaran"))
    await siti.waits_for("Nomor pendaftaran")
    pictures = [message for message in siti.bot_messages() if message["kind"] == "photo"]
    assert len(pictures) == 1
    await siti.says("/status")
    assert siti.last().count("Siti Rahmawati") == 1


async def test_a_tap_made_while_the_bot_was_away_counts_when_it_is_back(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await stage.goes_down()
    await siti.taps_unheard("Pekalongan Utara")
    await stage.comes_up()
    await siti.waits_for("Di kelurahan mana?")
    assert (await answers_of(stage, siti))["kecamatan"] == "33.75.03"
