"""Objecting: whoever does not accept a decision says why, and a person who did not make it answers."""

from datetime import timedelta

from sqlalchemy.orm import Session

from records import staff
from records.applications import ApplicationStatus
from tests.journeys.applicant import newcomer
from tests.journeys.checking import a_minute_passes, registered, shows, status_of
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna, goes_to, opens_the_application, pak_wiryo
from tests.person import Phone
from tests.stage import Stage
from tests.walking import by_number

WHY = "Saya warga kota <sejak lahir> & KTP saya baru diperbarui."


async def is_refused(stage: Stage, number: str) -> None:
    """By Bu Ratna."""
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Tidak memenuhi syarat")
    await ratna.taps("KTP dari daerah lain")
    await a_minute_passes(stage)


async def objects(stage: Stage) -> tuple[Phone, str]:
    siti, number = await registered(stage)
    await is_refused(stage, number)
    await siti.waits_for("ajukan keberatan: petugas lain memeriksanya lagi paling lama dalam 72 jam")
    await siti.taps("Ajukan keberatan")
    siti.sees("Ini hak Anda, dan tidak merugikan pendaftaran Anda.")
    await siti.says(WHY)
    siti.sees(f"Keberatan Anda atas keputusan {number} sudah kami terima.")
    return siti, number


async def test_an_objection_that_is_granted_brings_the_application_back_to_be_checked(stage: Stage) -> None:
    siti, number = await objects(stage)
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Keberatan menunggu: 1")
    wiryo.sees(f"1. {number}\nDijawab paling lambat")
    await wiryo.taps("Buka 1")
    wiryo.sees(f"Keberatan dari Siti Rahmawati, {number}")
    wiryo.sees("oleh Bu Ratna (contoh): KTP Anda bukan dari kota ini")
    wiryo.sees(WHY)
    await wiryo.taps("Terima keberatan")
    wiryo.sees(f"✅ Keberatan {number} diterima. Pendaftar diberi tahu.")
    await stage.a_moment_passes()
    await siti.waits_for(f"Siti Rahmawati, keberatan Anda atas keputusan {number} diterima.")
    siti.sees("Pendaftaran Anda diperiksa sekali lagi")
    assert await status_of(stage, number) == ApplicationStatus.VERIFYING.value
    await wiryo.looks()
    assert not shows(wiryo, WHY), "what shows her data is taken back"
    await opens_the_application(wiryo, number)


async def test_an_objection_that_is_not_granted_is_answered_with_reasons(stage: Stage) -> None:
    siti, number = await objects(stage)
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Keberatan menunggu: 1")
    await wiryo.taps("Buka 1")
    await wiryo.taps("Keputusan tetap")
    await wiryo.says("KTP masih beralamat di <luar> kota.")
    wiryo.sees(f"Keputusan {number} tetap. Alasannya disampaikan kepada pendaftar.")
    await stage.a_moment_passes()
    await siti.waits_for("Mohon maaf, keputusannya tetap.\n\nKTP masih beralamat di <luar> kota.")
    assert await status_of(stage, number) == ApplicationStatus.NOT_ELIGIBLE.value
    await siti.says("/status")
    await siti.forges(f"m:object:{(await stage.reads(by_number, number)).id}")
    siti.sees(f"Anda sudah mengajukan keberatan atas keputusan {number} ini.")


async def test_whoever_decided_does_not_answer_unless_there_is_nobody_else(stage: Stage) -> None:
    _siti, number = await objects(stage)
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Keberatan menunggu: 1")
    ratna.sees("Keputusan Anda sendiri: petugas lain yang menjawab.")
    await ratna.taps("Buka 1")
    ratna.sees("Ini keputusan Anda sendiri: petugas lain yang menjawab keberatannya.")
    await ratna.forges("m:grant:1")
    ratna.sees("Ini keputusan Anda sendiri")
    await stage.writes(_leaves, pak_wiryo(stage).id)
    await goes_to(ratna, "Keberatan menunggu: 1")
    ratna.sees_not("Keputusan Anda sendiri")
    await ratna.taps("Buka 1")
    await ratna.taps("Terima keberatan")
    assert await status_of(stage, number) == ApplicationStatus.VERIFYING.value


def _leaves(session: Session, chat_id: int) -> None:
    officer = staff.by_chat(session, chat_id)
    assert officer is not None
    officer.active = False


async def test_after_three_days_an_objection_is_overdue(stage: Stage) -> None:
    await objects(stage)
    stage.clock.forward(timedelta(hours=72))
    wiryo = pak_wiryo(stage)
    await goes_to(wiryo, "Keberatan menunggu: 1")
    wiryo.sees("🔴 Lewat batas sejak")


async def test_nobody_objects_for_another_or_against_nothing(stage: Stage) -> None:
    siti, number = await registered(stage)
    application = (await stage.reads(by_number, number)).id
    budi = await newcomer(stage, "Budi", "+6281234567899")
    await budi.starts()
    before = await fingerprint(stage)
    for argument in (str(application), "0", "x", "9" * 40, ""):
        await budi.forges(f"m:object:{argument}")
        assert budi.toast() == "Tombol ini sudah tidak berlaku."
    await siti.says("/status")
    await siti.forges(f"m:object:{application}")
    siti.sees(f"Keputusan {number} sudah berubah.")
    for screen in ("objections", "objection:1", "grant:1", "uphold:1"):
        await siti.forges(f"m:{screen}")
        assert siti.toast() == "Tombol ini sudah tidak berlaku."
    assert await fingerprint(stage) == before
