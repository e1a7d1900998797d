"""Pausing: a form left for days, through a restart, or until its class has closed."""

from tests.journeys.applicant import SITI, another, answers, fills_in, newcomer, opens_the_form
from tests.journeys.offering import open_cohort
from tests.stage import Stage


async def test_she_goes_on_where_she_was_after_five_days(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await stage.passes(days=5)
    await siti.starts()
    siti.sees("Selamat datang kembali, Siti. Kita lanjutkan dari tempat Anda berhenti.")
    siti.sees("Di mana alamat Anda")
    await answers(siti, since="alamat")
    siti.sees("Nomor pendaftaran")


async def test_an_old_keyboard_still_works_after_five_days_where_it_shows_the_open_question(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kelurahan")
    await stage.passes(days=5)
    await answers(siti, since="kelurahan")
    siti.sees("Nomor pendaftaran")


async def test_a_restart_of_the_bot_forgets_nothing(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="kecamatan")
    await stage.goes_down()
    await stage.comes_up()
    await answers(siti, since="kecamatan", until="nomor telepon")
    await stage.goes_down()
    await stage.comes_up()
    await answers(siti, since="nomor telepon")
    siti.sees("Nomor pendaftaran")


async def test_the_menu_leads_back_into_an_open_form(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/menu")
    await siti.taps("Lanjutkan isian saya")
    siti.sees("Di mana alamat Anda")


async def test_a_form_nobody_came_back_to_is_closed_and_its_buttons_say_so(stage: Stage) -> None:
    siti = await newcomer(stage)
    await opens_the_form(siti)
    await stage.passes(days=15)
    await siti.taps("Setuju, lanjut")
    assert siti.toast() == "Tombol ini sudah tidak berlaku."
    await siti.starts()
    siti.sees("Halo Siti")
    assert "▶️ Lanjutkan isian saya" not in siti.labels()


async def test_a_class_that_closed_meanwhile_is_told_kindly(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await stage.passes(days=21)
    await siti.looks()
    siti.sees("(Siti Rahmawati) sudah ditutup sebelum pendaftaran Anda dikirim. Kami mohon maaf.")
    assert "📚 Lihat pelatihan & daftar" in siti.labels()


async def test_start_after_a_class_closed_goes_on_with_the_form_that_waited(stage: Stage) -> None:
    who = another(SITI, programme="Las SMAW")
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW", days=2)
    siti = await newcomer(stage)
    await fills_in(siti, who, until="kelurahan")
    await siti.says("/menu")
    for label in ("Lihat pelatihan & daftar", "Menjahit", "Daftar"):
        await siti.taps(label)
    await stage.passes(days=3)
    await siti.says("/start")
    siti.sees("Kita lanjutkan dari tempat Anda berhenti.")
    siti.sees("Pendaftaran: Menjahit")
