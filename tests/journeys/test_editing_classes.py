"""Staff change a class or a cohort, field by field; the old value is told, and the last change wins."""

from pathlib import Path

from bot.key import vault_of
from records import staff
from records.staff import Role
from tests.journeys.applicant import newcomer
from tests.journeys.founding import (
    COHORT,
    changes,
    empty_centre,
    founds,
    makes_a_cohort,
    opens_the_cohorts,
)
from tests.journeys.memory import trail
from tests.person import Phone
from tests.stage import Stage


async def test_registration_cannot_be_prolonged_into_the_training(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (_stage, head):
        await makes_a_cohort(head)
        for field, value, why in (
            ("Pendaftaran ditutup", "2 november 2026 16.00", "Pendaftaran harus ditutup sebelum pelatihan mulai."),
            ("Pelatihan mulai", "23 oktober 2026", "Pelatihan harus mulai setelah pendaftaran ditutup."),
        ):
            await changes(head, field, value)
            head.sees(why)
            await head.taps("Tetap:")
            head.sees("Tidak ada yang diubah.")


async def test_every_field_of_a_class_is_changed_by_itself_and_the_old_value_is_told(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        for field, value, before, after in (
            ("Kursi", "20", "16", "20"),
            ("Batas pendaftar", "60", "tidak ada", "60"),
            ("Batas pendaftar", ">Kosongkan", "60", "tidak ada"),
            ("Jam pelajaran", "260", "140", "260"),
            ("Hari terakhir", "18 Desember 2026", "4 Desember 2026", "18 Desember 2026"),
            ("Hari pertama", "9 Nov 2026", "2 November 2026", "9 November 2026"),
            ("Tempat", "Gedung C", "Ruang jahit, gedung B", "Gedung C"),
            ("Titik peta", ">Kosongkan", "-6.889812, 109.674632", "tidak ada"),
            ("Titik peta", ">Di alamat BLK", "tidak ada", "-6.889800, 109.674600"),
            ("Instruktur", ">Kosongkan", "Bu Sri (contoh)", "tidak ada"),
            ("Fasilitas", "Ruang ber-AC", "16 mesin jahit, musala", "Ruang ber-AC"),
            ("Sumber dana", ">APBN", "anggaran kota (APBD)", "anggaran nasional (APBN)"),
            ("Kode", "jahit-1", "2026-1-menjahit", "jahit-1"),
        ):
            await changes(head, field, value)
            head.sees(f"✅ {field}: {after}. Sebelumnya: {before}.")
        head.sees("Kursi: 20")
        await changes(head, "Kursi", ">Tetap: 20")
        head.sees("Tidak ada yang diubah.")
        assert ("class.changed", "class:1:instructor") in await stage.reads(trail)
        siti = await newcomer(stage)
        await siti.starts("k_jahit-1")
        siti.sees("📍 Gedung C")


async def test_a_new_value_that_does_not_fit_is_refused_kindly_and_changes_nothing(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (_stage, head):
        await founds(head)
        for field, value, why in (
            ("Kursi", "enam belas", "Mohon tulis angka dari 1 sampai 500."),
            ("Kursi", "0", "Mohon tulis angka dari 1 sampai 500."),
            ("Batas pendaftar", "10", "Kelas ini punya 16 kursi"),
            ("Hari terakhir", "1 November 2026", "Pelatihan harus selesai setelah mulai."),
            ("Hari pertama", "5 Desember 2026", "Pelatihan harus mulai sebelum selesai."),
            ("Titik peta", "di belakang pasar", "Mohon tulis lintang dan bujur"),
            ("Titik peta", "109.674632, -6.889812", "Lintang ditulis lebih dulu"),
            ("Kode", "Kode Baru!", "Kode terdiri atas 3 sampai 24 huruf kecil"),
            ("Sumber dana", "uang saya", "Silakan tekan salah satu tombol."),
        ):
            await changes(head, field, value)
            head.sees(why)
            await head.taps("Tetap:")
            head.sees("Tidak ada yang diubah.")
        head.sees("Kursi: 16 (0 peserta)\nPendaftar: 0, paling banyak: tanpa batas")


async def test_of_two_officers_who_change_the_same_the_last_wins_and_reads_what_stood_there(tmp_path: Path) -> None:
    async with empty_centre(tmp_path) as (stage, head):
        await founds(head)
        wiryo = await _officer(stage)
        await head.taps("✏️ Ubah")
        await head.taps("Tempat")
        head.sees("Tempat sekarang: Ruang jahit, gedung B")
        await opens_the_cohorts(wiryo)
        await wiryo.taps(COHORT)
        await wiryo.taps("Menjahit")
        await changes(wiryo, "Tempat", "Aula")
        await head.says("Gedung C")
        head.sees("✅ Tempat: Gedung C. Sebelumnya: Aula.")


async def _officer(stage: Stage) -> Phone:
    """A second one, by an invitation."""
    token = await stage.writes(staff.invite, vault_of(stage.settings), Role.OFFICER, stage.clock.now())
    wiryo = await stage.person("Pak Wiryo")
    await wiryo.starts(f"s_{token}")
    return wiryo
