"""A class is cancelled: its people move to another class or the wish list, each is told, and nothing comes twice."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from records import applications, audit, cancelling, enrolments, offers, people, road, rules, wishes
from records.applications import ApplicationStatus
from records.audit import Entry
from records.requirements import Requirements
from records.session import Session
from records.steps import Kind, milestones
from tests.journeys.applicant import BUDI, SITI, another, newcomer, registers
from tests.journeys.founding import (
    COHORT,
    adds_a_class,
    empty_centre,
    makes_a_cohort,
    makes_a_programme,
    opens_the_cohorts,
)
from tests.journeys.memory import fingerprint
from tests.person import Phone
from tests.stage import Stage

OPENING = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
SEWING, WELDING = 1, 2


async def two_classes(stage: Stage, head: Phone, *changed: tuple[str, str]) -> None:
    """Sewing and welding in one cohort that one can register for; `changed` are the answers for welding."""
    await makes_a_programme(head)
    await makes_a_programme(head, "Las SMAW")
    await makes_a_cohort(head)
    await adds_a_class(head)
    await head.taps(f"⬅️ {COHORT}")
    await adds_a_class(head, "Las SMAW", *changed)
    await stage.until(OPENING)


async def applicants(stage: Stage) -> tuple[Phone, Phone]:
    siti, budi = await newcomer(stage), await newcomer(stage, "Budi", "+6281234567891")
    await registers(siti, SITI)
    await registers(budi, BUDI)
    return siti, budi


async def begins_to_cancel(head: Phone, reason: str = "instruktur berhalangan") -> None:
    await opens_the_cohorts(head)
    await head.taps(COHORT)
    await head.taps("Menjahit ·")
    await head.taps("Batalkan kelas ini")
    head.sees("Mengapa Menjahit, Angkatan I 2026, dibatalkan?")
    await head.taps(reason)


def becomes_a_participant(session: Session, now: datetime) -> None:
    """Siti goes all the way; the selection itself is told elsewhere."""
    status = ApplicationStatus
    for to in (
        *(status.VERIFYING, status.ADMINISTRATIVELY_PASSED, status.SELECTED, status.REREGISTERING),
        status.PARTICIPANT,
    ):
        assert road.move(session, Kind.APPLICATION, 1, to, now)
    application = session.get_one(applications.Application, 1)
    enrolments.enrol(session, application.person_id, SEWING, 1, now)


def standing(session: Session, application_id: int) -> tuple[int, str]:
    application = session.get_one(applications.Application, application_id)
    return application.class_id, application.status


def trail(session: Session) -> list[tuple[str, str]]:
    assert audit.verify(session) is None
    return [(entry.action, entry.object) for entry in session.scalars(select(Entry).order_by(Entry.id))]


def wished(session: Session, chat_id: int) -> list[str]:
    return list(wishes.of_chat(session, chat_id).values())


def classes_of(session: Session, person_of: int) -> list[tuple[int, str]]:
    (person,) = people.of_chat(session, person_of)
    return [(one.class_id, one.status) for one in enrolments.of_person(session, person.id)]


async def test_the_people_of_a_cancelled_class_move_to_another_and_keep_what_they_had(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, budi = await applicants(stage)
        await stage.writes(becomes_a_participant, stage.clock.now())
        await begins_to_cancel(head)
        head.sees("2 orang sedang berproses di kelas ini (1 sudah mendapat kursi). Ke mana mereka dipindah?")
        await head.taps("➡️ Las SMAW (16 kursi kosong)")
        head.sees("Batalkan Menjahit, Angkatan I 2026?\nAlasan: instruktur berhalangan\n2 orang dipindah ke Las SMAW")
        await head.taps("Ya, batalkan kelas")
        head.sees("Kelas sudah dibatalkan. 2 orang diberi kabar sekarang.")
        head.sees("✖️ Dibatalkan: instruktur berhalangan")
        await stage.a_moment_passes()
        await siti.waits_for("Siti Rahmawati, kelas Menjahit tidak dapat berjalan: instruktur berhalangan.")
        siti.sees("Anda sekarang terdaftar di Las SMAW, Angkatan I 2026, mulai 2 November 2026")
        siti.sees("Yang sudah Anda capai tetap berlaku, nomor Anda tetap 2026-1-0001.")
        await budi.waits_for("Budi Santoso, kelas Menjahit tidak dapat berjalan")
        assert await stage.reads(standing, 1) == (WELDING, "peserta")
        assert await stage.reads(standing, 2) == (WELDING, "terkirim")
        assert sorted(await stage.reads(classes_of, siti.id)) == [(SEWING, "mengundurkan_diri"), (WELDING, "peserta")]
        assert (await stage.reads(trail))[-3:] == [
            ("class.cancelled", "class:1"),
            ("application.moved", "application:1:class:2"),
            ("application.moved", "application:2:class:2"),
        ]
        await budi.taps("Saya mengundurkan diri")
        budi.sees("Las SMAW")
        await budi.taps("Ya, saya mengundurkan diri")
        assert await stage.reads(standing, 2) == (WELDING, "mengundurkan_diri")


async def test_those_who_go_to_the_wish_list_are_told_and_may_take_the_wish_back(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, budi = await applicants(stage)
        await stage.writes(becomes_a_participant, stage.clock.now())
        await begins_to_cancel(head)
        await head.taps("Ke daftar peminat Menjahit")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        for phone, name in ((siti, "Siti Rahmawati"), (budi, "Budi Santoso")):
            await phone.waits_for(f"{name}, mohon maaf: kelas Menjahit, Angkatan I 2026, tidak dapat berjalan")
            phone.sees("kami kabari di sini begitu pendaftaran Menjahit dibuka lagi.")
            assert await stage.reads(wished, phone.id) == ["Menjahit"]
        assert await stage.reads(classes_of, siti.id) == [(SEWING, "mengundurkan_diri")]
        assert await stage.reads(standing, 2) == (SEWING, "tidak_lulus")
        assert (await stage.reads(milestones, Kind.APPLICATION, 2))[-1].reason == cancelling.REASON
        await budi.says("/status")
        budi.sees("Alasan: Kelasnya dibatalkan.")
        assert await stage.reads(offers.by_id, SEWING)
        await budi.starts("k_2026-1-menjahit")
        budi.sees("⚠️ Kelas ini dibatalkan: instruktur berhalangan")


async def test_a_class_without_room_for_those_with_a_seat_or_under_its_cap_is_not_taken(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head, ("kursi kelas ini", "1"), ("boleh mendaftar", "1"))
        await applicants(stage)
        await begins_to_cancel(head)
        await head.taps("➡️ Las SMAW")
        head.sees("Kelas itu hanya menerima 1 pendaftar lagi.")
        await head.taps("Tidak dipindah")
        head.sees("Pendaftaran 2 orang berakhir, dan mereka diberi kabar.")


async def test_a_class_that_nobody_chose_is_cancelled_without_asking_where_to(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        await begins_to_cancel(head)
        head.sees("Belum ada yang mendaftar.")
        await head.taps("Ya, batalkan kelas")
        head.sees("Kelas sudah dibatalkan. 0 orang")
        siti = await newcomer(stage)
        await siti.starts()
        await siti.taps("Lihat pelatihan & daftar")
        assert not any("Menjahit" in label for label in siti.labels())


async def test_a_second_yes_changes_nothing_and_an_applicant_cannot_cancel(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, _budi = await applicants(stage)
        await siti.forges("m:cancelclass:1")
        assert siti.toast() == "Tombol ini sudah tidak berlaku."
        await begins_to_cancel(head)
        await head.taps("➡️ Las SMAW")
        asked, yes = head.button("Ya, batalkan kelas")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        before = await fingerprint(stage)
        await head.forges(yes, asked)
        assert await fingerprint(stage) == before
        await head.forges("m:cancelclass:1")
        head.sees("Kelas ini sudah dibatalkan: isinya tidak dapat diubah lagi.")
        assert await fingerprint(stage) == before


def is_approved(session: Session, application_id: int, now: datetime) -> None:
    for to in (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED):
        assert road.move(session, Kind.APPLICATION, application_id, to, now)


def asks_for_young_people_of_the_city(session: Session) -> None:
    rules.change(session, WELDING, Requirements(maximum_age=25))


async def test_staff_read_who_does_not_fit_the_other_class_and_those_are_checked_once_more(tmp_path: Path) -> None:
    """Siti is 27 and approved, Budi 28 and a fresh applicant; a third is 27 too, and a participant."""
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, budi = await applicants(stage)
        await stage.writes(is_approved, 1, stage.clock.now())
        await stage.writes(asks_for_young_people_of_the_city)
        await begins_to_cancel(head)
        await head.taps("➡️ Las SMAW")
        head.sees("2 orang dipindah ke Las SMAW dan diberi kabar.")
        head.sees("⚠️ 2 orang di antaranya tidak memenuhi syarat di sana:\n• hanya sampai usia 25 tahun: 2")
        head.sees("2 orang di antaranya diperiksa petugas, dan diberi tahu.")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        await siti.waits_for("Kelas ini punya syarat yang mungkin tidak cocok untuk Anda (hanya sampai usia 25 tahun)")
        assert "Yang sudah Anda capai" not in siti.last()
        await budi.waits_for("Kelas ini punya syarat yang mungkin tidak cocok")
        assert await stage.reads(standing, 1) == (WELDING, "verifikasi")
        assert await stage.reads(standing, 2) == (WELDING, "terkirim")
        assert ("application.rechecked", "application:1") in await stage.reads(trail)
        await head.says("/staf")
        await head.taps("Pendaftaran menunggu: 1")
        head.sees("⚠️ usia 27, maksimal 25 tahun")


async def test_whoever_was_placed_keeps_her_place_where_she_does_not_fit(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, _budi = await applicants(stage)
        await stage.writes(becomes_a_participant, stage.clock.now())
        await stage.writes(asks_for_young_people_of_the_city)
        await begins_to_cancel(head)
        await head.taps("➡️ Las SMAW")
        head.sees("1 orang di antaranya sudah ditetapkan lewat seleksi; yang sudah didapat tetap.")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        await siti.waits_for("Yang sudah Anda capai tetap berlaku")
        assert await stage.reads(standing, 1) == (WELDING, "peserta")


async def test_whoever_is_not_moved_turns_to_another_class_with_a_tap_and_keeps_number_and_answers(
    tmp_path: Path,
) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, budi = await applicants(stage)
        await stage.writes(becomes_a_participant, stage.clock.now())
        await begins_to_cancel(head)
        await head.taps("Tidak dipindah")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        for phone, application, number in ((siti, 1, "2026-1-0001"), (budi, 2, "2026-1-0002")):
            await phone.waits_for("Kelas lain di angkatan ini masih dibuka: pilih dengan satu ketukan.")
            await phone.taps("🔁 Kelas lain di angkatan ini")
            await phone.taps("Las SMAW")
            phone.sees("sekarang <b>Las SMAW</b>" if "<b>" in phone.last() else "sekarang Las SMAW")
            assert await stage.reads(standing, application) == (WELDING, "terkirim")
            assert (await stage.reads(milestones, Kind.APPLICATION, application))[-1].status == "terkirim"
            await phone.says("/status")
            phone.sees(number)
            assert not any("Kelas lain untuk" in label for label in phone.labels())


async def test_whoever_registers_anew_after_her_class_was_cancelled_keeps_her_number(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, _budi = await applicants(stage)
        await begins_to_cancel(head)
        await head.taps("Ke daftar peminat Menjahit")
        await head.taps("Ya, batalkan kelas")
        await stage.a_moment_passes()
        await siti.says("/status")
        assert "🔁 Kelas lain untuk 2026-1-0001" in siti.labels()
        assert await registers(siti, another(SITI, programme="Las SMAW")) == "2026-1-0001"
        assert await stage.reads(standing, 1) == (WELDING, "terkirim")
