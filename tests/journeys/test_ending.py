"""How a training ends: somebody withdraws or is dismissed, some pass and some do not."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.demonstration import Group
from records.enrolments import EnrolmentStatus
from records.followups import Followup
from tests.journeys.memory import name_of
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to
from tests.journeys.trainees import enrolment_of, last_step, opens_the_class, status_of
from tests.stage import Stage


async def test_a_participant_withdraws_by_herself_after_being_asked_twice(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    name = await stage.reads(name_of, sri.id)
    for sure in ("Tidak, tetap ikut pelatihan", "Ya, mengundurkan diri"):
        await sri.says("/status")
        await sri.taps("Jadwal saya")
        await sri.taps("Mengundurkan diri")
        await sri.taps("Sudah mendapat kerja")
        await sri.taps(sure)
    sri.sees(f"{name} sudah mengundurkan diri dari Tata boga")
    assert await stage.reads(status_of, sri.id) == EnrolmentStatus.WITHDRAWN.value
    await stage.a_moment_passes()
    await ratna.waits_for(f"{name} mengundurkan diri dari Tata boga")
    await sri.says("/status")
    sri.sees("sudah mendapat kerja")


async def test_staff_dismiss_with_a_reason_that_she_reads(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    name = await stage.reads(name_of, sri.id)
    await opens_the_class(ratna)
    await ratna.taps("👥 Peserta")
    await ratna.taps(name)
    await ratna.taps("Dihentikan oleh BLK")
    await ratna.says("Tidak datang dua minggu tanpa kabar.")
    await ratna.taps("Ya, akhiri")
    await stage.a_moment_passes()
    await sri.waits_for("dihentikan oleh BLK")
    sri.sees("Alasan: Tidak datang dua minggu tanpa kabar.")
    enrolment = await stage.reads(enrolment_of, sri.id)
    assert enrolment.status == EnrolmentStatus.DISMISSED.value
    assert (await stage.reads(last_step, enrolment.id)).reason == "Tidak datang dua minggu tanpa kabar."


async def test_some_pass_and_one_does_not_and_everyone_hears_of_it(stage: Stage) -> None:
    sri, other, *_others = stage.of(Group.PARTICIPANT)
    ratna = bu_ratna(stage)
    name = await stage.reads(name_of, other.id)
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps(name)
    await ratna.taps("Kehadiran kurang")
    ratna.sees("Lulus: 11, tidak lulus: 1.")
    await ratna.taps("Lanjut")
    ratna.sees(f"Tidak lulus: {name}")
    await ratna.taps("Ya, luluskan")
    ratna.sees("11 peserta sudah diluluskan. Tidak lulus: 1.")
    await stage.a_moment_passes()
    await sri.waits_for("Anda lulus pelatihan Tata boga")
    await other.waits_for("belum lulus")
    other.sees("Alasan: kehadiran kurang")
    failed = await stage.reads(enrolment_of, other.id)
    assert failed.status == EnrolmentStatus.NOT_GRADUATED.value
    assert await stage.reads(_planned, failed.id) == 0
    passed = await stage.reads(enrolment_of, sri.id)
    assert await stage.reads(_planned, passed.id) == 4
    assert (await stage.reads(last_step, passed.id)).status == EnrolmentStatus.GRADUATED.value


def _planned(session: Session, enrolment_id: int) -> int:
    return len(session.scalars(select(Followup).where(Followup.enrolment_id == enrolment_id)).all())


async def test_a_verdict_can_be_taken_back_before_the_class_is_closed(stage: Stage) -> None:
    ratna, other = bu_ratna(stage), stage.of(Group.PARTICIPANT)[1]
    name = await stage.reads(name_of, other.id)
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps(name)
    await ratna.says("Belum menyelesaikan praktik akhir.")
    ratna.sees("Lulus: 11, tidak lulus: 1.")
    await ratna.taps(name)
    ratna.sees("Lulus: 12, tidak lulus: 0.")
