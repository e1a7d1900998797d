"""Finding people: by number, NIK, phone or a name as it was heard; and handing a record over to its owner's phone."""

import re
from datetime import date, timedelta

import pytest

from records import people
from records.people import Education, Particulars, Sex
from records.session import Session
from records.vault import Vault
from tests.clock import MORNING
from tests.journeys.applicant import SITI, another, newcomer, registers
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage


async def looks_for(officer: Phone, words: str) -> None:
    await goes_to(officer, "Cari orang")
    await officer.says(words)


async def test_a_person_is_found_by_number_last_digits_nik_and_phone(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    number = await registers(siti)
    for words in (number, number.lower(), number[-4:], SITI.nik, "0812-3456-7890", "+62 812 3456 7890"):
        await looks_for(ratna, words)
        await ratna.waits_for(f"{SITI.name}\nNIK: 3375 0157 0899 9901")
        ratna.sees(number)


@pytest.mark.parametrize(
    "heard", ["Nuraini Wahyuningtyas", "wahyuningtyas nuraini", "nuraini wahyuningtias", "Wahyuningtyas"]
)
async def test_a_name_is_found_as_it_was_heard(stage: Stage, heard: str) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await registers(siti, another(SITI, name="Nuraini Wahyuningtyas"))
    await looks_for(ratna, heard)
    await ratna.waits_for("Wahyuningtyas\nNIK")
    ratna.sees("NIK: 3375 0157 0899 9901")


async def test_nobody_is_found_where_there_is_nobody(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    for words in ("Xqzwvk", "9876543210987654", "99999", "<b>R&D</b>"):
        await looks_for(ratna, words)
        await ratna.waits_for(f"Tidak ada yang ditemukan untuk “{words}”.")


async def test_a_page_with_a_persons_data_cannot_be_forwarded(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await looks_for(ratna, await registers(siti))
    await ratna.waits_for(SITI.name)
    assert ratna.bot_messages()[-1]["protect"]


async def test_the_steps_are_told_with_their_times(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await looks_for(ratna, await registers(siti))
    await ratna.waits_for(SITI.name)
    await ratna.taps("Semua langkah")
    ratna.sees("Selasa, 6 Oktober 2026 pukul 10.00 WIB: sudah masuk, menunggu diperiksa")


async def test_the_page_of_somebody_connected_offers_no_link(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await looks_for(ratna, await registers(siti))
    await ratna.waits_for("Telegram: terhubung")
    assert not any("Hubungkan" in label for label in ratna.labels())


@pytest.mark.parametrize("data", ["m:find", "m:person:1", "m:steps:1", "m:handover:1"])
async def test_people_do_not_exist_for_those_who_are_no_officers(stage: Stage, data: str) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.forges(data)
    assert siti.toast() == "Tombol ini sudah tidak berlaku."


async def code_for(officer: Phone, name: str) -> str:
    """The code by which somebody without Telegram takes her record."""
    await looks_for(officer, name)
    await officer.waits_for(name)
    if "Ditemukan" in officer.last():
        await officer.taps(name)
    await officer.taps("Hubungkan Telegramnya")
    found = re.search(r"t_[A-Z2-9]{10}", officer.last())
    assert found is not None
    return found[0]


def _without_telegram(session: Session, vault: Vault) -> None:
    """Somebody whom no chat speaks for, as the counter or an import leaves her."""
    said = Particulars(
        name="Endang Contoh",
        nik="3375015708999977",
        birth_date=date(1999, 8, 17),
        sex=Sex.FEMALE,
        phone="+6281000009977",
        kecamatan="33.75.01",
        kelurahan="1002",
        town=None,
        address="Gang Contoh 7",
        education=Education.SMA,
        activity="mencari_kerja",
    )
    people.keep(session, vault, said, MORNING)


async def test_a_record_of_the_counter_is_taken_over_once_by_link_or_by_the_typed_code(stage: Stage) -> None:
    endang, thief, ratna = await newcomer(stage, "Endang"), await newcomer(stage, "Joni"), bu_ratna(stage)
    await stage.writes(_without_telegram, stage.canting.house.vault)
    code = await code_for(ratna, "Endang Contoh")
    await endang.says(code.lower())
    endang.sees("Endang Contoh sekarang terhubung dengan Telegram ini.")
    await thief.starts(code)
    thief.sees("Tautan ini sudah tidak berlaku.")
    await looks_for(ratna, "3375015708999977")
    await ratna.waits_for("Telegram: terhubung")


async def test_a_new_code_makes_the_earlier_one_void_and_every_code_ends_after_a_month(stage: Stage) -> None:
    endang, ratna = await newcomer(stage, "Endang"), bu_ratna(stage)
    await stage.writes(_without_telegram, stage.canting.house.vault)
    first = await code_for(ratna, "Endang Contoh")
    second = await code_for(ratna, "Endang Contoh")
    await endang.starts(first)
    endang.sees("Tautan ini sudah tidak berlaku.")
    stage.clock.forward(timedelta(days=31))
    await endang.starts(second)
    endang.sees("Tautan ini sudah tidak berlaku.")
