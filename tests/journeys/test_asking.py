"""Tanya petugas: common answers at once, questions to the officers with a promise, and answers by one of them."""

from datetime import timedelta

import pytest

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage


async def asks(phone: Phone, words: str) -> None:
    await phone.says("/tanya")
    await phone.says(words)
    await phone.waits_for("Pertanyaan Anda sudah diterima petugas.")


async def opens(officer: Phone, n: int = 1) -> None:
    """The n-th question of the inbox."""
    await goes_to(officer, "Pertanyaan menunggu")
    await officer.taps(f"Jawab {n}")


async def test_a_common_question_is_answered_at_once_and_reaches_no_officer(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.taps("Biaya")
    siti.sees("Semua pelatihan di BLK gratis")
    await siti.taps("Saya punya pertanyaan lain")
    siti.sees("Apa yang ingin Anda tanyakan?")
    await bu_ratna(stage).says("/staf")
    assert "💬 Pertanyaan menunggu: 0" in bu_ratna(stage).labels()


async def test_a_common_answer_lets_the_form_go_on_where_it_was(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/tanya")
    await siti.taps("Uang transport")
    await siti.waits_for("Sekarang lanjut ke “Pendaftaran Menjahit (Siti Rahmawati)”.")
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_a_question_is_promised_an_answer_by_a_time_within_the_sending_hours(stage: Stage) -> None:
    siti = await newcomer(stage)
    stage.clock.forward(timedelta(hours=13))  # in the night before Wednesday
    await asks(siti, "Apakah boleh membawa anak?")
    siti.sees("paling lambat Kamis, 8 Oktober 2026 pukul 08.00")


async def test_the_officers_are_told_of_the_first_question_and_of_no_other_while_it_waits(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await asks(siti, "Apakah boleh membawa anak?")
    await asks(siti, "Apakah ada tempat parkir?")
    await stage.a_moment_passes()
    await ratna.waits_for("Pertanyaan baru")
    assert sum("Pertanyaan baru" in message["text"] for message in ratna.bot_messages()) == 1


async def test_a_question_is_with_one_officer_at_a_time_and_free_again_after_a_quarter_of_an_hour(stage: Stage) -> None:
    siti, ratna, wiryo = await newcomer(stage), bu_ratna(stage), pak_wiryo(stage)
    await asks(siti, "Apakah boleh membawa anak?")
    await opens(ratna)
    await opens(wiryo)
    wiryo.sees("sedang menjawab pertanyaan ini.")
    stage.clock.forward(timedelta(minutes=16))
    await opens(wiryo)
    wiryo.sees("Apakah boleh membawa anak?")
    await wiryo.says("Boleh, ada ruang bermain.")
    await stage.a_moment_passes()
    await siti.waits_for("Boleh, ada ruang bermain.")


async def test_an_answer_is_kept_and_sent_to_the_next_who_asks_the_same(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await asks(siti, "Apakah boleh membawa anak?")
    await opens(ratna)
    await ratna.says("Boleh & gratis, ada ruang bermain.")
    await ratna.taps("Simpan sebagai jawaban cepat")
    await ratna.says("Bawa anak")
    ratna.sees("Disimpan sebagai “Bawa anak”.")
    await asks(siti, "Anak saya boleh ikut?")
    await opens(ratna)
    await ratna.taps("💾 Bawa anak")
    ratna.sees("Kirim jawaban ini?")
    await ratna.taps("Ya, kirim")
    await stage.a_moment_passes()
    await siti.waits_for("Anak saya boleh ikut?")
    siti.sees("Boleh & gratis, ada ruang bermain.")


async def test_a_saved_reply_is_deleted(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await asks(siti, "Apakah boleh membawa anak?")
    await opens(ratna)
    await ratna.says("Boleh.")
    await ratna.taps("Simpan sebagai jawaban cepat")
    await ratna.says("Bawa anak")
    await goes_to(ratna, "Pertanyaan menunggu")
    await ratna.taps("Jawaban cepat")
    await ratna.taps("Bawa anak")
    await ratna.taps("Hapus")
    ratna.sees("Belum ada jawaban yang disimpan.")


async def test_a_thank_you_is_closed_without_an_answer(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await asks(siti, "Terima kasih banyak ya!")
    await opens(ratna)
    await ratna.taps("Tutup tanpa jawaban")
    await ratna.taps("✔️ Ya")
    ratna.sees("Ditutup; tidak ada yang dikirim.")
    before = len(siti.bot_messages())
    await stage.a_moment_passes()
    await siti.looks()
    assert len(siti.bot_messages()) == before


async def test_a_question_over_its_promise_stands_first_and_is_marked(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await asks(siti, "Apakah boleh membawa anak?")
    stage.clock.forward(timedelta(days=3))
    await asks(siti, "Apakah ada tempat parkir?")
    await goes_to(ratna, "Pertanyaan menunggu")
    ratna.sees("Lewat waktu yang dijanjikan: 1")
    assert "1. ⏰ Apakah boleh membawa anak?" in ratna.last()


async def test_words_that_nobody_asked_for_become_a_question_without_being_typed_again(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await siti.says("Kapan kelas las dibuka lagi?")
    await siti.taps("Kirim ini ke petugas")
    siti.sees("Pertanyaan Anda sudah diterima petugas.")
    await goes_to(ratna, "Pertanyaan menunggu")
    ratna.sees("Kapan kelas las dibuka lagi?")


async def test_what_is_not_sent_on_is_forgotten_after_a_day(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("Kapan kelas las dibuka lagi?")
    stage.clock.forward(timedelta(hours=25))
    await stage.canting.do_what_is_due()
    await siti.taps("Kirim ini ke petugas")
    siti.sees("Silakan tulis lagi dengan /tanya.")


@pytest.mark.parametrize("data", ["m:answer:1", "m:keepreply:1", "m:replies", "m:dropreply:1"])
async def test_the_inbox_does_not_exist_for_those_who_are_no_officers(stage: Stage, data: str) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    before = siti.last()
    await siti.forges(data)
    assert siti.last() == before
    assert siti.toast() == "Tombol ini sudah tidak berlaku."


async def test_forged_numbers_of_questions_and_replies_change_nothing(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pertanyaan menunggu")
    for data in ("m:replies:77", "m:dropreply:5", "m:answer:", "m:answer:99", "m:answer:x"):
        await ratna.forges(data)
        assert ratna.toast() == "Tombol ini sudah tidak berlaku."
