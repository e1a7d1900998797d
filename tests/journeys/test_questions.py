"""Questions: from a job seeker to the officers, and the answer of one of them back to her."""

from datetime import timedelta

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.stage import Stage


async def test_a_question_reaches_the_officers_and_the_answer_the_person(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Tanya petugas")
    await siti.says("Kapan kelas <R&D> dibuka?")
    siti.sees("Pertanyaan Anda sudah diterima petugas.")
    await stage.a_moment_passes()
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await ratna.waits_for("Pertanyaan baru\n\nKapan kelas <R&D> dibuka?")
    await wiryo.waits_for("Pertanyaan baru\n\nKapan kelas <R&D> dibuka?")
    await wiryo.taps("Jawab")
    wiryo.sees("Pertanyaan:\nKapan kelas <R&D> dibuka?")
    await wiryo.says("Bulan <depan> & seterusnya.")
    wiryo.sees("Jawaban Anda sedang dikirim.")
    await stage.a_moment_passes()
    await siti.waits_for("Jawaban petugas\nPertanyaan Anda: Kapan kelas <R&D> dibuka?\n\nBulan <depan> & seterusnya.")


async def test_a_question_with_its_asker_is_not_to_be_forwarded(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await siti.says("/tanya")
    await siti.says("Apakah boleh membawa anak?")
    await goes_to(ratna, "Pertanyaan menunggu")
    await ratna.taps("Jawab 1")
    ratna.sees("Tulis jawaban Anda")
    assert ratna.bot_messages()[-1]["protect"]


async def test_the_inbox_lists_what_waits_and_a_question_is_answered_once(stage: Stage) -> None:
    siti, budi = await newcomer(stage), await newcomer(stage, "Budi")
    for asker, words in ((siti, "Apakah ada uang transport?"), (budi, "Di mana tempatnya?")):
        await asker.says("/tanya")
        await asker.says(words)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Pertanyaan menunggu: 2")
    ratna.sees("1. Apakah ada uang transport?\n\n2. Di mana tempatnya?")
    await ratna.taps("Jawab 2")
    await goes_to(wiryo, "Pertanyaan menunggu: 2")
    await wiryo.taps("Jawab 2")
    wiryo.sees("sedang menjawab pertanyaan ini.")
    stage.clock.forward(timedelta(minutes=20))
    await goes_to(wiryo, "Pertanyaan menunggu: 2")
    await wiryo.taps("Jawab 2")
    await ratna.says("Di gedung BLK.")
    await wiryo.says("Di BLK.")
    wiryo.sees("Pertanyaan ini sudah dijawab sebelumnya.")
    await stage.a_moment_passes()
    await budi.waits_for("Di gedung BLK.")
    await goes_to(wiryo, "Pertanyaan menunggu: 1")
    wiryo.sees("1. Apakah ada uang transport?")


async def test_an_answer_that_comes_at_the_phone_question_leaves_the_button_for_the_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.says("/tanya")
    await siti.says("Apakah ada uang transport?")
    await fills_in(siti, until="nomor telepon")
    await goes_to(bu_ratna(stage), "Pertanyaan menunggu")
    await bu_ratna(stage).taps("Jawab 1")
    await bu_ratna(stage).says("Ada, tiap hari.")
    await stage.a_moment_passes()
    await siti.waits_for("Ada, tiap hari.")
    siti.sees_not("Sudah dicatat")
    assert siti.chat["reply_keyboard"]["rows"][0][0]["request_contact"]
    await answers(siti, since="nomor telepon")
    siti.sees("Nomor pendaftaran")
