"""Languages: Indonesian to begin with, English where she asks for it, in the midst of a form too."""

from tests.journeys.applicant import answers, fills_in, newcomer
from tests.person import Phone
from tests.stage import Stage


async def test_she_changes_the_language_to_english_and_back(stage: Stage) -> None:
    siti = await newcomer(stage)
    await fills_in(siti, until="alamat")
    await siti.says("/bahasa")
    siti.sees("Anda ingin memakai bahasa apa?")
    await siti.taps("English")
    siti.sees("From now on we speak English.")
    await siti.says("/menu")
    await siti.taps("Go on where I was")
    siti.sees("What is your address")
    await siti.says("/bahasa")
    await siti.taps("Bahasa Indonesia")
    siti.sees("Mulai sekarang kita berbahasa Indonesia.")
    await answers_after_menu(siti)
    siti.sees("Nomor pendaftaran")


async def answers_after_menu(phone: Phone) -> None:
    await phone.says("/menu")
    await phone.taps("Lanjutkan isian saya")
    await answers(phone, since="alamat")


async def test_a_phone_in_english_begins_in_indonesian_all_the_same(stage: Stage) -> None:
    tourist = await stage.person("Emma", language_code="en")
    await tourist.starts()
    tourist.sees("Halo Emma, selamat datang")
