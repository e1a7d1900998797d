"""A follow-up beside a form: neither interrupts the other, and both come to their end."""

from datetime import timedelta

import pytest

from tests.journeys.alumni import DUE, QUESTION, REMINDED, asked, graduated, tells
from tests.journeys.applicant import SITI, Applicant, another, answers, opens_the_form
from tests.journeys.offering import open_cohort
from tests.person import Phone
from tests.stage import Stage


async def fills_in_a_form_when_she_is_due(stage: Stage, half_days: int) -> tuple[Phone, Applicant]:
    """A graduate with a form open from an hour before her follow-up falls due, at which she looks every half day."""
    sri, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    for _half_day in range(half_days):
        await stage.passes(0.5)
        await sri.says("/bantuan")
    return sri, who


async def test_somebody_who_fills_in_a_form_is_not_interrupted_and_asked_later(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    await answers(sri, who, until="kelurahan")
    await stage.until(DUE)
    assert await asked(other) == 1
    assert await asked(sri) == 0
    await answers(sri, who, since="kelurahan")
    sri.sees("Nomor pendaftaran")
    await stage.until(DUE + timedelta(hours=1, minutes=1))
    assert await asked(sri) == 1
    await tells(sri)
    sri.sees("Jawaban Anda sudah dicatat")


@pytest.mark.long
async def test_a_form_that_outlasts_the_reminders_day_brings_no_reminder_beside_the_question(stage: Stage) -> None:
    sri, who = await fills_in_a_form_when_she_is_due(stage, half_days=7)
    assert (await asked(sri), await asked(sri, REMINDED)) == (0, 0)
    await answers(sri, who)
    sri.sees("Nomor pendaftaran")
    await stage.passes(1)
    assert (await asked(sri), await asked(sri, REMINDED)) == (1, 0)


async def test_hours_of_waiting_for_a_form_are_no_failed_attempts(stage: Stage) -> None:
    sri, who = await fills_in_a_form_when_she_is_due(stage, half_days=3)
    await answers(sri, who)
    await stage.fails("sendMessage", 502, chat_id=sri.id)
    await stage.passes(1)
    assert await asked(sri) == 1


async def test_a_form_left_alone_for_a_day_gives_way_and_comes_back_after_the_answer(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    who = another(SITI, programme="Las SMAW")
    await opens_the_form(sri, who)
    await answers(sri, who, until="kelurahan")
    await stage.until(DUE + timedelta(days=1))
    assert await asked(sri) == 1
    await tells(sri)
    await sri.waits_for("Sekarang lanjut ke “Pendaftaran Las SMAW (Siti Rahmawati)”.")
    await answers(sri, who, since="kelurahan")
    sri.sees("Nomor pendaftaran")


async def test_a_form_begun_while_a_follow_up_is_open_waits_for_it(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await sri.says("/menu")
    await sri.taps("Lihat pelatihan & daftar")
    await sri.taps("Las SMAW")
    await sri.taps("Daftar")
    sri.sees("“Pendaftaran Las SMAW” menunggu sampai yang ini selesai atau dibatalkan.")
    assert QUESTION in sri.last()
    await tells(sri)
    await sri.waits_for("Sekarang lanjut ke “Pendaftaran Las SMAW”.")
