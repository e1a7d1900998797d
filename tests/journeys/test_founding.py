"""A centre begins from nothing: staff make programmes, cohorts and classes in chat, and job seekers register."""

from datetime import UTC, datetime
from pathlib import Path

from tests.journeys.applicant import SITI, newcomer, registers
from tests.journeys.founding import (
    COHORT,
    adds_a_class,
    empty_centre,
    founds,
    makes_a_cohort,
    makes_a_programme,
    opens_the_cohorts,
)
from tests.journeys.memory import trail

OPENING = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)


async def test_from_an_empty_database_to_the_first_registration(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await opens_the_cohorts(head)
        head.sees("Belum ada angkatan. Buat dulu kejuruannya")
        await founds(head)
        head.sees("Kursi: 16 (0 peserta)\nPendaftar: 0, paling banyak: tanpa batas\nJam pelajaran: 140")
        head.sees("Tanggal: 2 November 2026 sampai 4 Desember 2026\nTempat: Ruang jahit, gedung B")
        head.sees("Titik peta: -6.889812, 109.674632\nInstruktur: Bu Sri (contoh)\nFasilitas: 16 mesin jahit, musala")
        siti = await newcomer(stage)
        await siti.starts()
        await siti.taps("Lihat pelatihan & daftar")
        siti.sees("belum ada pelatihan yang membuka pendaftaran")
        await stage.until(OPENING)
        await siti.taps("Menu")
        await siti.taps("Lihat pelatihan & daftar")
        await siti.taps("Menjahit")
        siti.sees("👥 16 kursi, 0 pendaftar, dipilih lewat tes")
        siti.sees("👩‍🏫 Instruktur: Bu Sri (contoh)\n🧰 Fasilitas: 16 mesin jahit, musala")
        siti.sees("Pendaftaran sampai Jumat, 23 Oktober 2026 pukul 16.00 WIB")
        await siti.taps("Lihat di peta")
        await siti.waits_for("Menjahit\n📍 Ruang jahit, gedung B")
        assert await registers(siti, SITI) == "2026-1-0001"
        assert await stage.reads(trail) == [
            ("programme.made", "programme:1"),
            ("cohort.made", "cohort:1"),
            ("class.made", "class:1"),
            ("application.filed", "application:1"),
        ]


async def test_a_class_needs_a_programme_first_and_names_are_given_once(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (_stage, head):
        await makes_a_cohort(head)
        await head.taps("Tambah kelas")
        head.sees("Belum ada kejuruan. Buat dulu")
        await makes_a_programme(head)
        await head.taps("🧵 Kejuruan")
        await head.taps("Kejuruan baru")
        await head.says("menjahit")
        head.sees("Kejuruan dengan nama itu sudah ada.")
        await head.says("Menjahit tingkat lanjut")
        head.sees("Apa yang dipelajari di sana?")


async def test_dates_that_cannot_be_are_asked_again_with_the_reason(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (_stage, head):
        await opens_the_cohorts(head)
        await head.taps("Angkatan baru")
        await head.says(COHORT)
        for typed, said in (("dua ribu", "Mohon tulis tahun dengan empat angka"), ("1999", "Mohon tulis tahun")):
            await head.says(typed)
            head.sees(said)
        await head.says("2026")
        for typed, said in (
            ("besok", "Mohon tulis tanggal dan jam"),
            ("31 februari 2027", "Hari itu tidak ada di kalender."),
            ("3-11-2026 pukul 25.00", "Mohon tulis tanggal dan jam"),
            ("3-11-1998 08.00", "Tahunnya tampaknya keliru."),
        ):
            await head.says(typed)
            head.sees(said)
        await head.says("3-11-2026 08.00")
        await head.says("3-11-2026 07.00")
        head.sees("Pendaftaran harus ditutup setelah dibuka.")
        await head.says("14 nov")
        await head.says("14 november 2026")
        head.sees("Pelatihan harus mulai setelah pendaftaran ditutup.")
        await head.says("1 desember 2026")
        await head.says("30 november 2026")
        head.sees("Pelatihan harus selesai setelah mulai.")
        await head.says("15 januari")
        head.sees("Pendaftaran ditutup: Sabtu, 14 November 2026 pukul 23.59 WIB")
        head.sees("Pelatihan selesai: 15 Januari 2027")


async def test_the_classes_of_the_last_cohort_are_copied_and_only_the_new_days_are_asked(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (_stage, head):
        await makes_a_programme(head, "Las SMAW")
        await founds(head)
        await head.taps(f"⬅️ {COHORT}")
        await adds_a_class(head, "Las SMAW", ("kursi kelas ini", "12"), ("boleh mendaftar", "40"))
        await opens_the_cohorts(head)
        await head.taps("Salin dari angkatan lalu")
        head.sees("Langkah 1 dari 4")
        for said in ("Angkatan II 2026", "1 des 2026 08.00", "11 des 2026", "4 januari 2027"):
            await head.says(said)
        head.sees("Buat angkatan ini, dengan 2 kelas dari Angkatan I 2026?")
        head.sees("• Las SMAW: 4 Januari 2027 sampai 5 Februari 2027")
        await head.taps("✅ Buat")
        head.sees("Angkatan sudah dibuat, dengan 2 kelas.")
        head.sees("Pelatihan: 4 Januari 2027 sampai 5 Februari 2027")
        await head.taps("Las SMAW")
        head.sees("Kursi: 12 (0 peserta)\nPendaftar: 0, paling banyak: 40")
        head.sees("Kode: 2027-1-las-smaw, pendek: LSS")


async def test_a_cohort_goes_to_the_archive_and_comes_back_with_all_it_holds(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        await head.taps(f"⬅️ {COHORT}")
        await stage.until(OPENING)
        await head.taps("🗄 Arsip")
        head.sees("Pendaftaran angkatan ini sedang dibuka.")
        await stage.passes(20)
        await opens_the_cohorts(head)
        await head.taps(COHORT)
        await head.taps("🗄 Arsip")
        head.sees(f"{COHORT} sudah di arsip.")
        assert not any(COHORT in label for label in head.labels())
        await head.taps("🗄 Arsip")
        head.sees("Arsip: 1 angkatan")
        await head.taps(COHORT)
        head.sees("🗄 Di arsip sejak")
        assert not any("Ubah" in label for label in head.labels())
        await head.taps("Keluarkan dari arsip")
        assert any("Menjahit" in label for label in head.labels())
        assert (await stage.reads(trail))[-2:] == [("cohort.archived", "cohort:1"), ("cohort.unarchived", "cohort:1")]


FORGED = (
    *("m:cohorts", "m:cohort:1", "m:classdesk:1", "m:archive:1", "m:newcohort", "m:newclass:1", "m:editclass:1"),
    *("m:editcohort:1", "m:copycohort:1", "m:newprogramme", "m:editprogramme:1", "m:programmes"),
)


async def test_to_whoever_is_no_officer_none_of_it_exists(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        before = await stage.reads(trail)
        siti = await newcomer(stage)
        await siti.starts()
        for data in FORGED:
            await siti.forges(data)
            assert siti.toast() == "Tombol ini sudah tidak berlaku.", data
        assert await stage.reads(trail) == before


async def test_a_button_with_an_odd_argument_leads_nowhere(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (_stage, head):
        await founds(head)
        for name in ("cohort", "classdesk", "programme", "archive", "unarchive", "editclass", "copycohort", "newclass"):
            for argument in ("", "x", "-1", "9" * 18, "1.2"):
                await head.forges(f"m:{name}:{argument}")
                assert head.toast() or "sudah ditutup" in head.last() or "sudah selesai" in head.last(), (
                    name,
                    argument,
                )
