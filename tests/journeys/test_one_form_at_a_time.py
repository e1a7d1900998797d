"""One form at a time: a second waits, a question goes before, and nothing disturbs the open one."""

from tests.journeys.applicant import answers, fills_in, newcomer, opens_the_form
from tests.journeys.memory import answers_of
from tests.journeys.offering import open_cohort
from tests.stage import Stage


async def test_a_second_form_waits_for_the_first_and_then_begins(stage: Stage) -> None:
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/menu")
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Las SMAW")
    await siti.taps("Daftar")
    siti.sees("“Pendaftaran Las SMAW” menunggu sampai yang ini selesai atau dibatalkan.")
    siti.sees("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    await siti.waits_for("Sekarang lanjut ke “Pendaftaran Las SMAW”.")
    assert siti.bot_messages()[-2]["kind"] == "photo"
    await answers(siti)
    await siti.says("/status")
    siti.sees("9999-1-0001, Siti Rahmawati")
    assert siti.last().count("Siti Rahmawati") == 2


async def test_a_question_to_an_officer_goes_before_the_form_which_goes_on_afterwards(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/tanya")
    siti.sees("Apa yang ingin Anda tanyakan?")
    await siti.says("Apakah boleh memakai alamat kos?")
    await siti.waits_for("Pertanyaan Anda sudah diterima petugas.")
    await siti.waits_for("Sekarang lanjut ke “Pendaftaran Menjahit (Siti Rahmawati)”.")
    siti.sees("Di mana alamat Anda")
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_an_officers_answer_does_not_disturb_an_open_form(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await siti.says("/tanya")
    await siti.says("Apakah boleh memakai alamat kos?")
    await siti.waits_for("Di kelurahan mana?")
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_the_forms_own_open_question_stays_when_she_looks_around(stage: Stage) -> None:
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await answers(siti, until="alamat")
    kept = await answers_of(stage, siti)
    for command in ("/status", "/bantuan", "/bahasa", "/menu", "/start", "/help"):
        await siti.says(command)
    assert await answers_of(stage, siti) == kept
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")
