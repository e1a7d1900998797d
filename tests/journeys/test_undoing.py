"""Undoing a decision: by whoever made it, until the applicant is told."""

from datetime import timedelta

from sqlalchemy.orm import Session

from records import people
from records.applications import ApplicationStatus
from tests.journeys.applicant import BUDI, another, newcomer, registers
from tests.journeys.checking import COMPLETE, a_minute_passes, registered, status_of
from tests.journeys.memory import audit_trail
from tests.journeys.office import bu_ratna, opens_the_application, pak_wiryo
from tests.journeys.papers import time_is_over
from tests.stage import Stage
from tests.walking import by_number


async def test_a_decision_can_be_undone_until_the_applicant_is_told(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    stage.clock.forward(timedelta(seconds=50))
    await ratna.taps("Urungkan")
    await stage.is_quiet()
    await ratna.looks()
    ratna.sees(f"Diurungkan: {number} kembali kepada Anda.")
    assert f"{number} · Menjahit" in ratna.last()
    assert await status_of(stage, number) == ApplicationStatus.VERIFYING.value
    await a_minute_passes(stage)
    await siti.looks()
    siti.sees_not(COMPLETE)
    await ratna.taps("Tidak memenuhi syarat")
    await ratna.taps("Usia tidak sesuai")
    await a_minute_passes(stage)
    await siti.waits_for("Alasan: Usia Anda tidak sesuai dengan syarat pelatihan ini.")
    assert (await stage.reads(audit_trail))[-3:] == [
        "application.passed",
        "application.undone",
        "application.not_eligible",
    ]


async def test_after_a_minute_it_is_too_late_to_undo(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await a_minute_passes(stage)
    await siti.waits_for(COMPLETE)
    await ratna.taps("Urungkan")
    ratna.sees(f"{number} sudah tidak bisa diurungkan: pendaftar sudah diberi tahu.")
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_nobody_undoes_what_another_decided(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    _message, undo = ratna.button("Urungkan")
    await wiryo.says("/staf")
    await wiryo.forges(undo)
    assert wiryo.toast() == "Tombol ini sudah tidak berlaku."
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_somebody_without_a_chat_is_to_be_called_and_a_minute_is_left_to_undo(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await stage.writes(_without_chat, number)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    ratna.sees("Pendaftar tidak terhubung lewat Telegram: mohon ditelepon.")
    await ratna.taps("Urungkan")
    await stage.is_quiet()
    await ratna.looks()
    ratna.sees(f"Diurungkan: {number}")
    await ratna.taps("Setujui")
    await a_minute_passes(stage)
    await ratna.taps("Urungkan")
    ratna.sees("sudah tidak bisa diurungkan")


def _without_chat(session: Session, number: str) -> None:
    application = by_number(session, number)
    link = session.get(people.Link, application.person_id)
    session.delete(link)


async def test_at_night_a_decision_waits_for_the_morning_and_can_be_undone_until_then(stage: Stage) -> None:
    siti, number = await registered(stage)
    budi = await newcomer(stage, "Budi", "+6281234567899")
    his = await registers(budi, another(BUDI))
    await time_is_over(stage, his)
    ratna = bu_ratna(stage)
    stage.clock.forward(timedelta(hours=12))  # 22.00 in Pekalongan
    for each in (number, his):
        await opens_the_application(ratna, each)
        await ratna.taps("Setujui")
        ratna.sees("Pendaftar diberi tahu Rabu, 7 Oktober 2026 pukul 08.00 WIB.")
    await a_minute_passes(stage)
    await ratna.taps("Urungkan")
    ratna.sees(f"Diurungkan: {his}")
    await stage.passes(days=0.5)
    await siti.waits_for(COMPLETE)
    await budi.looks()
    budi.sees_not(COMPLETE)
