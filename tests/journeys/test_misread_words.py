"""Misread words: whatever is typed is met by a kind sentence and the same question, and nothing is lost."""

import pytest

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.memory import answers_of
from tests.journeys.replies import asked_again
from tests.stage import Stage

BLANK = "\u200b\u2060\u200b"

# (the open question, what is typed, what is said of it)
MISREAD = (
    ("nama lengkap", "12345", "Silakan tulis nama lengkap Anda dengan huruf, seperti di KTP."),
    ("nama lengkap", "😀😀😀", "Silakan tulis nama lengkap Anda dengan huruf, seperti di KTP."),
    ("nama lengkap", BLANK, "Silakan tulis nama lengkap Anda dengan huruf, seperti di KTP."),
    ("nama lengkap", "Siti 😀", "Nama di KTP tidak memakai “😀”."),
    ("nama lengkap", "<b>Siti</b>", "Nama di KTP tidak memakai “/<>”."),
    ("nama lengkap", "Siti R&D", "Nama di KTP tidak memakai “&”."),
    ("nama lengkap", "a" * 4000, "Tulisan itu terlalu panjang untuk nama di KTP."),
    ("NIK", "33750157089", "NIK terdiri dari 16 angka; yang Anda tulis 11 angka."),
    ("NIK", "33750157089999011", "NIK terdiri dari 16 angka; yang Anda tulis 17 angka."),
    ("NIK", "33750157089999O1", "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", "<16 angka>", "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", "😀", "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", BLANK, "NIK terdiri dari 16 angka, tanpa huruf."),
    ("NIK", "3375013202999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "3375018102999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "3375017002999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "3375011713999901", "NIK ini belum tepat: tanggal atau wilayah di dalamnya tidak mungkin."),
    ("NIK", "9" * 4000, "NIK terdiri dari 16 angka; yang Anda tulis 4.000 angka."),
    ("Apakah benar", "entahlah", "Silakan tekan salah satu tombol."),
    ("kecamatan", "Bandung", "Pilih salah satu tombol, atau tulis lagi."),
    ("kecamatan", "<b>Pekalongan</b>", "Pilih salah satu tombol, atau tulis lagi."),
    ("kecamatan", "Luar Kota Pekalongan", "Pelatihan ini dibiayai pemerintah kota"),
    ("kelurahan", "x" * 4000, "Pilih salah satu tombol, atau tulis lagi."),
    ("alamat", "Jl", "Silakan tulis jalan, nomor, dan RT/RW"),
    ("alamat", "😀😀😀😀😀", "Silakan tulis jalan, nomor, dan RT/RW"),
    ("alamat", BLANK, "Silakan tulis jalan, nomor, dan RT/RW"),
    ("alamat", "Jl. Melati " * 363, "Silakan tulis jalan, nomor, dan RT/RW"),
    ("nomor telepon", "tidak punya", "Itu bukan nomor telepon."),
    ("nomor telepon", "😀", "Itu bukan nomor telepon."),
    ("nomor telepon", "0812", "Nomor itu tidak bisa dihubungi."),
    ("nomor telepon", "1" * 4000, "Itu bukan nomor telepon."),
    ("pendidikan terakhir", "doktor", "Silakan tekan salah satu tombol."),
    ("kegiatan Anda saat ini", "<i>tidur</i>", "Silakan tekan salah satu tombol."),
    ("Silakan periksa", "kirim dong", "Silakan tekan salah satu tombol."),
)


@pytest.mark.parametrize("question", dict.fromkeys(question for question, _typed, _sentence in MISREAD))
async def test_what_cannot_be_read_gets_a_kind_sentence_and_the_question_again(stage: Stage, question: str) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until=question)
    kept = await answers_of(stage, siti)
    for _question, typed, sentence in (row for row in MISREAD if row[0] == question):
        await siti.says(typed)
        await siti.waits_for(sentence)
        asked_again(siti, sentence, question)
        assert await answers_of(stage, siti) == kept
    await answers(siti, since=question)
    siti.sees("Nomor pendaftaran")


@pytest.mark.parametrize("typed", ["x" * 4000, "<b>" * 1000, BLANK, "😀"])
async def test_a_question_that_cannot_be_one_is_asked_again(stage: Stage, typed: str) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says(typed)
    assert "Apa yang ingin Anda tanyakan?" in siti.last()
    assert ("terlalu panjang" if len(typed) > 100 else "Silakan tulis dengan kata-kata") in siti.last()


async def test_words_nobody_asked_for_get_the_menu(stage: Stage) -> None:
    siti = await newcomer(stage)
    for typed in ("halo", "😀", "<b>halo</b>", "/", "/!", "x" * 4000, "R&D"):
        await siti.says(typed)
        siti.sees("Silakan pilih dari menu, atau tanyakan kepada petugas.")
        assert "📚 Lihat pelatihan & daftar" in siti.labels()
