"""The controls of a form: back, help, cancel, and a summary from which every answer can be changed."""

from records import people
from tests.journeys.applicant import SITI, answers, fills_in, newcomer, opens_the_form
from tests.stage import Stage


async def test_she_changes_an_answer_from_the_summary_and_what_hangs_on_it_is_asked_anew(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    siti.sees("Kelurahan: Krapyak")
    await siti.taps("Ubah isian")
    siti.sees("Apa yang ingin Anda ubah?")
    await siti.taps("Kecamatan")
    assert "Tetap: Pekalongan Utara" in siti.labels()
    await siti.taps("Pekalongan Barat")
    siti.sees("Di kelurahan mana?")
    assert "Krapyak" not in siti.labels()
    await siti.taps("Medono")
    siti.sees("Kecamatan: Pekalongan Barat\nKelurahan: Medono")
    siti.sees(f"Alamat: {SITI.address}")


async def test_she_looks_at_an_answer_again_and_keeps_it(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    await siti.taps("Ubah isian")
    await siti.taps("Nama")
    await siti.taps("Tetap: Siti Rahmawati")
    siti.sees("Silakan periksa pendaftaran Anda")
    siti.sees("Nama: Siti Rahmawati")


async def test_her_nik_is_masked_in_the_summary(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="Silakan periksa")
    siti.sees("NIK: ••••••••••••9901")
    siti.sees_not(SITI.nik)


async def test_back_returns_to_the_question_before_and_offers_what_she_had_said(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.taps("Kembali")
    siti.sees("Di kelurahan mana?")
    await siti.taps("Kembali")
    siti.sees("Di kecamatan mana")
    await siti.taps("Tetap: Pekalongan Utara")
    siti.sees("Di mana alamat Anda")


async def test_back_is_understood_when_it_is_typed(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await siti.says("kembali")
    siti.sees("Siapa nama lengkap Anda")
    assert "Tetap: Siti Rahmawati" in siti.labels()


async def test_help_explains_the_question_and_asks_it_again(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="NIK")
    await siti.taps("Bantuan")
    siti.sees("NIK Anda disimpan terkunci (terenkripsi)")
    siti.sees("Untuk bertanya kepada petugas, kirim /tanya.")
    siti.sees("Berapa NIK Anda?")


async def test_cancel_asks_first_and_she_may_go_on(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/batal")
    siti.sees("Batalkan “Pendaftaran Menjahit (Siti Rahmawati)”? Isian Anda akan dihapus.")
    await siti.taps("Tidak, lanjut")
    siti.sees("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_cancel_ends_the_form_and_nothing_is_left(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/batal")
    await siti.taps("Ya, batalkan")
    siti.sees("“Pendaftaran Menjahit (Siti Rahmawati)” sudah dibatalkan.")
    assert siti.labels() == ["🏠 Menu"]
    await siti.says("/status")
    siti.sees("Anda belum mendaftar.")
    await opens_the_form(siti)
    siti.sees("Apakah Anda setuju untuk lanjut?")
    assert not await stage.reads(people.of_chat, siti.id)


async def test_there_is_nothing_to_cancel_without_a_form(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/batal")
    siti.sees("Tidak ada yang perlu dibatalkan.")
