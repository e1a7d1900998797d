"""A class is cancelled: its people move to another class or the wish list, each is told, and nothing comes twice."""

from pathlib import Path

from records import cancelling, offers
from records.steps import Kind, milestones
from tests.journeys.applicant import SITI, another, newcomer, registers
from tests.journeys.cancelling import (
    SEWING,
    WELDING,
    applicants,
    becomes_a_participant,
    begins_to_cancel,
    cancels_towards_the_wish_list,
    classes_of,
    standing,
    two_classes,
    wished,
)
from tests.journeys.founding import (
    empty_centre,
)
from tests.journeys.memory import fingerprint, trail
from tests.journeys.offering import open_cohort


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
        await cancels_towards_the_wish_list(stage, head)
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


async def test_whoever_was_put_on_the_wish_list_is_not_told_that_she_had_asked_for_it(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await two_classes(stage, head)
        siti, _budi = await applicants(stage)
        await cancels_towards_the_wish_list(stage, head)
        await stage.writes(open_cohort, stage.clock.now(), programme="Menjahit")
        await stage.passes(days=1)
        await siti.waits_for("Siti Rahmawati, kelas Menjahit yang dulu Anda daftari dibatalkan.")
        siti.sees("Kini pendaftaran Menjahit dibuka lagi.\nAngkatan")
        siti.sees_not("minta dikabari")


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
        await cancels_towards_the_wish_list(stage, head)
        await siti.says("/status")
        assert "🔁 Kelas lain untuk 2026-1-0001" in siti.labels()
        assert await registers(siti, another(SITI, programme="Las SMAW")) == "2026-1-0001"
        assert await stage.reads(standing, 1) == (WELDING, "terkirim")
