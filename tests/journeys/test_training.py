"""Training: from the timetable to the day it ends, as participants and officers live it."""

from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from records import enrolments, people, steps
from records.classes import TrainingClass
from records.demonstration import Group
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup
from records.meetings import Meeting
from records.steps import Kind
from tests.journeys.memory import name_of
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage


def running(session: Session) -> TrainingClass:
    """The class that is about to end."""
    found = select(TrainingClass).join(Enrolment, Enrolment.class_id == TrainingClass.id)
    return session.scalars(found.where(TrainingClass.graduated_at.is_(None)).order_by(TrainingClass.ends_on)).first()  # type: ignore[return-value]


def enrolment_of(session: Session, chat_id: int) -> Enrolment:
    (found, *_rest) = enrolments.of_person(session, people.of_chat(session, chat_id)[0].id)
    return found


def status_of(session: Session, chat_id: int) -> str:
    return enrolment_of(session, chat_id).status


def last_step(session: Session, enrolment_id: int) -> steps.Milestone:
    return steps.milestones(session, Kind.ENROLMENT, enrolment_id)[-1]


def _lessons(session: Session, days: tuple[date, ...]) -> None:
    """In the place of those that the class has."""
    session.execute(delete(Meeting).where(Meeting.class_id == running(session).id))
    session.add_all(
        Meeting(class_id=running(session).id, held_on=day, begins="08:00", ends="15:00", place="Aula") for day in days
    )


async def opens_the_class(officer: Phone) -> None:
    await goes_to(officer, "🏫 Pelatihan")
    await officer.taps(RUNNING_CLASS.split(" (")[0])


async def makes_the_timetable(officer: Phone) -> None:
    await opens_the_class(officer)
    await officer.taps("📅 Jadwal")
    await officer.taps("Buat jadwal")
    for said in ("Senin-Jumat", "08.00-15.00"):
        await officer.says(said)
    await officer.taps("Gedung UPTD BLK")
    await officer.taps("Tanpa materi")
    await officer.taps("Masukkan ke jadwal")


async def test_staff_make_the_timetable_and_participants_see_it(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    await makes_the_timetable(ratna)
    ratna.sees("pertemuan masuk jadwal")
    await stage.a_moment_passes()
    await sri.waits_for("jadwal Tata boga (pembuatan roti) sudah ada")
    await sri.taps("Jadwal saya")
    sri.sees("08.00-15.00")
    sri.sees("Hari ini")


async def test_a_lesson_that_rob_moves_is_told_to_the_class_with_its_reason(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    await makes_the_timetable(ratna)
    await ratna.taps("📅 Jadwal")
    await ratna.taps("08.00-15.00")
    await ratna.taps("Pindah ke hari lain")
    day = stage.clock.now().date() + timedelta(days=12)
    await ratna.says(f"{day.day}-{day.month}-{day.year}")
    await ratna.taps("Jam tetap")
    await ratna.taps("banjir rob")
    ratna.sees("Pertemuan diubah; 12 peserta diberi tahu.")
    await stage.a_moment_passes()
    await sri.waits_for("dipindah")
    sri.sees("Alasan: banjir rob")


async def test_attendance_is_kept_by_taps_and_each_tap_is_saved(stage: Stage) -> None:
    sri, other, *_others = stage.of(Group.PARTICIPANT)
    ratna = bu_ratna(stage)
    name, absent = await stage.reads(name_of, sri.id), await stage.reads(name_of, other.id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    ratna.sees("▫️ belum 12")
    for _tap in range(3):
        await ratna.taps(absent)
    ratna.sees("❌ alpa 1")
    await ratna.taps("Semua hadir")
    ratna.sees("✅ hadir 11, 🙏 izin 0, ❌ alpa 1, ▫️ belum 0")
    await sri.says("/status")
    sri.sees("Kehadiran: 100% (hadir 1, izin 0, alpa 0)")
    await other.says("/status")
    other.sees("Kehadiran: 0% (hadir 0, izin 0, alpa 1)")
    assert name != absent


async def test_the_list_goes_from_lesson_to_lesson_and_not_over_sundays(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(_lessons, (date(2026, 9, 25), date(2026, 9, 28), date(2026, 10, 2), date(2026, 10, 9)))
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    ratna.sees("Jumat, 2 Oktober 2026, 08.00-15.00")
    await ratna.taps("⬅️ 28-9-2026")
    ratna.sees("Senin, 28 September 2026")
    await ratna.taps("⬅️ 25-9-2026")
    ratna.sees("Jumat, 25 September 2026")
    await ratna.taps("28-9-2026 ➡️")
    await ratna.taps("2-10-2026 ➡️")
    assert not [label for label in ratna.labels() if "➡️" in label], "the next lesson has not been held yet"


async def test_a_day_without_a_lesson_says_so(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await stage.writes(_lessons, (date(2026, 9, 28), date(2026, 10, 2)))
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    class_id = (await stage.reads(running)).id
    await ratna.forges(f"m:presence:{class_id}.20261004")
    ratna.sees("Minggu, 4 Oktober 2026 (tidak ada pelajaran di jadwal)")


async def test_the_list_stays_one_message_that_nobody_can_forward(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    names = [await stage.reads(name_of, each.id) for each in stage.of(Group.PARTICIPANT)[:3]]
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    (before,) = [each["id"] for each in ratna.bot_messages()[-1:]]
    for name in names:
        await ratna.taps(name)
    ratna.sees("✅ hadir 3,")
    assert ratna.bot_messages()[-1]["id"] == before
    assert ratna.bot_messages()[-1]["protect"]


async def test_after_a_restart_the_list_is_sent_anew_so_that_nobody_can_forward_it(
    stage: Stage,
) -> None:
    ratna = bu_ratna(stage)
    name = await stage.reads(name_of, stage.of(Group.PARTICIPANT)[0].id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    await stage.goes_down()
    await stage.comes_up()
    await ratna.taps(name)
    ratna.sees("✅ hadir 1,")
    assert ratna.bot_messages()[-1]["protect"]


async def test_a_tap_made_twice_notes_the_same(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    other = stage.of(Group.PARTICIPANT)[1]
    absent = await stage.reads(name_of, other.id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    message_id, data = ratna.button(absent)
    await ratna.forges(data, message_id)
    await ratna.forges(data, message_id)
    ratna.sees("✅ hadir 1,")


async def test_staff_are_warned_of_whoever_is_absent_too_often(stage: Stage) -> None:
    ratna, other = bu_ratna(stage), stage.of(Group.PARTICIPANT)[1]
    absent = await stage.reads(name_of, other.id)
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    for day in range(2):
        if day:
            await ratna.taps("⬅️")
        for _tap in range(3):
            await ratna.taps(absent)
    await stage.a_moment_passes()
    await ratna.waits_for(f"⚠️ {absent} (Tata boga (pembuatan roti)) tidak hadir tanpa izin 2 dari 2 hari")


async def test_leave_is_asked_for_granted_and_counts_as_leave(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    name = await stage.reads(name_of, sri.id)
    await sri.says("/status")
    await sri.taps("Jadwal saya")
    await sri.taps("Minta izin")
    await sri.taps("Hari ini")
    await sri.taps("Hari itu saja")
    await sri.taps("sakit")
    await sri.sends_photo()
    sri.sees("Sampai saat itu izin belum diberikan")
    await stage.a_moment_passes()
    await ratna.waits_for(f"🙏 {name} (Tata boga (pembuatan roti)) minta izin")
    await goes_to(ratna, "🏫 Pelatihan")
    await ratna.taps("Permohonan izin: 1")
    await ratna.taps("📎 Foto 1")
    await ratna.waits_for("Foto permohonan izin")
    await ratna.taps("Jawab")
    await ratna.taps("✅ Izinkan")
    await ratna.says("Semoga lekas sembuh.")
    ratna.sees(f"izin diberikan kepada {name}")
    await stage.a_moment_passes()
    await sri.waits_for("diberikan")
    sri.sees("Pesan petugas: Semoga lekas sembuh.")
    await opens_the_class(ratna)
    await ratna.taps("🖊 Presensi")
    assert any("(ada izin)" in label for label in ratna.labels())
    await ratna.taps("Semua hadir")
    ratna.sees("✅ hadir 11, 🙏 izin 1, ❌ alpa 0")


async def test_leave_that_is_not_granted_says_why_and_of_two_officers_one_answers(stage: Stage) -> None:
    sri, ratna, wiryo = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage), stage.of(Group.STAFF)[1]
    await sri.says("/status")
    await sri.taps("Jadwal saya")
    await sri.taps("Minta izin")
    await sri.taps("Besok")
    await sri.taps("Hari itu saja")
    await sri.says("Ada hajatan tetangga")
    await sri.taps("Tanpa foto")
    await stage.a_moment_passes()
    for officer in (ratna, wiryo):
        await officer.waits_for("minta izin")
        await officer.taps("Jawab")
    await ratna.taps("⛔ Jangan izinkan")
    await ratna.taps("sudah terlalu banyak hari yang terlewat")
    await wiryo.taps("✅ Izinkan")
    wiryo.sees("Permohonan ini sudah dijawab sementara itu.")
    await stage.a_moment_passes()
    await sri.waits_for("belum bisa diberikan")
    sri.sees("sudah terlalu banyak hari yang terlewat")


async def test_a_participant_withdraws_by_herself_after_being_asked_twice(stage: Stage) -> None:
    sri, ratna = stage.of(Group.PARTICIPANT)[0], bu_ratna(stage)
    name = await stage.reads(name_of, sri.id)
    for sure in ("Tidak, tetap ikut pelatihan", "Ya, mengundurkan diri"):
        await sri.says("/status")
        await sri.taps("Jadwal saya")
        await sri.taps("Mengundurkan diri")
        await sri.taps("sudah mendapat kerja")
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
    await ratna.taps("kehadiran kurang")
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


async def test_the_day_before_the_first_lesson_participants_hear_where_and_what_to_bring(stage: Stage) -> None:
    ratna, sri = bu_ratna(stage), stage.of(Group.PARTICIPANT)[0]
    now = stage.clock.now()
    starts_on = await stage.writes(_another_class, sri.id, now.date() + timedelta(days=6), stage)
    await stage.until(now + timedelta(days=7))
    await sri.looks()
    told = [one for one in sri.bot_messages() if "dimulai" in one["text"] and "Mohon dibawa" in one["text"]]
    assert len(told) == 1
    assert told[0]["at"][:10] < starts_on.isoformat()
    assert ratna is not sri


def _another_class(session: Session, chat_id: int, starts_on: date, stage: Stage) -> date:
    other = running(session)
    fresh = TrainingClass(
        code="baru-1",
        programme_id=other.programme_id,
        cohort_id=other.cohort_id,
        seats=16,
        lesson_hours=140,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=30),
        place="Bengkel UPTD BLK",
        funding="APBD",
        requirements=other.requirements,
    )
    session.add(fresh)
    session.flush()
    person = people.of_chat(session, chat_id)[0]
    enrolments.enrol(session, person.id, fresh.id, None, stage.clock.now())
    return starts_on
