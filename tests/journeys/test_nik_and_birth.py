"""NIK and birth: what they say of each other, who is too young or too old, and how a slip is mended."""

import pytest

from tests.journeys.applicant import SITI, another, answers, fills_in, newcomer
from tests.journeys.memory import answers_of
from tests.journeys.replies import asked_again
from tests.stage import Stage


async def test_a_child_is_told_kindly_that_the_class_is_for_grown_ups(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, nik="3375015708129901"), until="Apakah benar")
    await siti.taps("Ya, benar")
    asked_again(siti, "Pelatihan ini untuk usia 18 tahun ke atas; usia Anda 14 tahun", "Apakah benar?")
    assert "birth" not in await answers_of(stage, siti)


async def test_somebody_too_old_for_a_class_is_shown_the_other_ways(stage: Stage) -> None:
    siti = await newcomer(stage)
    old = another(SITI, nik="3375015708709901", programme="Mekanik sepeda motor")
    await fills_in(siti, old, until="Apakah benar")
    await siti.taps("Ya, benar")
    asked_again(siti, "Pelatihan ini untuk usia sampai 45 tahun; usia Anda 56 tahun", "Apakah benar?")
    siti.sees("/tanya")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31-02-1999", "Tanggal itu tidak ada di kalender."),
        ("kemarin", "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("17-8", "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("0-0-0000", "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("😀" * 2000, "Silakan tulis tanggal-bulan-tahun, misalnya 17-8-1999."),
        ("17-8-2031", "Tanggal itu belum lewat."),
        ("6-10-2026", "Tanggal itu belum lewat."),
        ("1-1-1900", "Itu lebih dari 100 tahun yang lalu."),
        ("17-8-2015", "Pelatihan ini untuk usia 18 tahun ke atas; usia Anda 11 tahun"),
    ],
)
async def test_a_date_of_birth_that_cannot_be_is_asked_again(stage: Stage, typed: str, sentence: str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Apakah benar")
    await siti.taps("Tidak")
    kept = await answers_of(stage, siti)
    await siti.says(typed)
    asked_again(siti, sentence, "Kapan tanggal lahir Anda?")
    assert await answers_of(stage, siti) == kept


async def test_a_nik_that_disagrees_with_the_date_of_birth_is_asked_about(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Apakah benar")
    await siti.taps("Tidak")
    await siti.says("17 Agustus 1998")
    await siti.taps("Perempuan")
    siti.sees("Menurut NIK: 17 Agustus 1999, perempuan. Yang Anda tulis: 17 Agustus 1998, perempuan.")
    await siti.taps("Perbaiki tanggal lahir")
    assert "Tetap: 17 Agustus 1998" in siti.labels()
    await siti.says("17-8-1999")
    await siti.waits_for("kecamatan")
    await answers(siti, since="kecamatan", until="Silakan periksa")
    siti.sees("Tanggal lahir: 17 Agustus 1999")


async def test_a_nik_that_disagrees_with_the_sex_may_be_corrected(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, nik="3375011708999901"), until="Apakah benar")
    siti.sees("17 Agustus 1999, laki-laki")
    await siti.taps("Tidak")
    await siti.says("17-8-1999")
    await siti.taps("Perempuan")
    siti.sees("Menurut NIK: 17 Agustus 1999, laki-laki. Yang Anda tulis: 17 Agustus 1999, perempuan.")
    await siti.taps("Perbaiki NIK")
    await siti.says(SITI.nik)
    assert "17 Agustus 1999, perempuan. Apakah benar?" in siti.last()
    await siti.taps("Ya, benar")
    assert "kecamatan" in siti.last()
    assert (await answers_of(stage, siti))["nik"] == SITI.nik


async def test_a_ktp_that_disagrees_with_its_own_nik_is_taken_as_it_is(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Apakah benar")
    await siti.taps("Tidak")
    await siti.says("18-8-1999")
    await siti.taps("Perempuan")
    await siti.taps("Di KTP memang tertulis begitu")
    await answers(siti, since="kecamatan")
    siti.sees("Nomor pendaftaran")


async def test_a_mistyped_nik_is_corrected_from_the_next_question(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, another(SITI, nik="3375015708989901"), until="Apakah benar")
    await siti.taps("NIK saya salah ketik")
    assert "NIK" in siti.last()
    await siti.says(SITI.nik)
    assert "17 Agustus 1999" in siti.last()


async def test_another_nik_makes_her_confirm_her_birth_again(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await siti.taps("Ubah isian")
    await siti.taps("NIK")
    await siti.says("3375015808999901")
    assert "18 Agustus 1999, perempuan. Apakah benar?" in siti.last()
    await siti.taps("Ya, benar")
    assert "Silakan periksa" in siti.last()
    assert "18 Agustus 1999" in siti.last()
