"""The counter: an officer registers somebody without Telegram, who later takes her record into her own phone."""

import re

import pytest

from records import people
from records.session import Session
from records.vault import Vault
from tests.journeys.applicant import SITI, STEPS, Applicant, Step, another, newcomer, number_in, registers
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage

ENDANG = another(SITI, name="Endang Lestari", nik="3375015708999977")
# What is said differently from how it is in chat.
INSTEAD: dict[str, Step] = {
    "setuju": ("Sudahkah ia mendengar", lambda phone, _who: phone.taps("Sudah, lanjut")),
    "nomor telepon": ("nomor teleponnya", lambda phone, _who: phone.says("0812 3333 4444")),
}


async def registers_her(officer: Phone, who: Applicant = ENDANG) -> None:
    await goes_to(officer, "Daftarkan di loket")
    await officer.taps("Menjahit")
    for name, answer in STEPS:
        word, act = INSTEAD.get(name, (name, answer))
        await officer.waits_for(word)
        await act(officer, who)


def chat_of(session: Session, vault: Vault, nik: str) -> int | None:
    known = people.known(session, vault, nik)
    assert known is not None
    return known.chat_id


async def test_somebody_without_telegram_is_registered_and_belongs_to_no_chat(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await registers_her(ratna)
    await ratna.waits_for("Ia sudah terdaftar.")
    assert re.search(r"Nomor pendaftaran: \d{4}-\d-\d{4}", ratna.last())
    assert await stage.reads(chat_of, stage.canting.house.vault, ENDANG.nik) is None
    await ratna.says("/status")
    assert "Endang Lestari" not in ratna.last()


async def test_she_takes_her_record_over_later_and_reads_her_status(stage: Stage) -> None:
    ratna, endang = bu_ratna(stage), await newcomer(stage, "Endang", "+6281233334444")
    await registers_her(ratna)
    await ratna.waits_for("Ia sudah terdaftar.")
    number = number_in(ratna.last())
    await ratna.taps("Hubungkan Telegramnya")
    code = re.search(r"t_[A-Z2-9]{10}", ratna.last())
    assert code is not None
    await endang.starts(code[0])
    endang.sees("Endang Lestari sekarang terhubung dengan Telegram ini.")
    endang.sees(number)


async def test_the_next_one_in_the_queue_is_registered_with_a_tap(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await registers_her(ratna)
    await ratna.waits_for("Ia sudah terdaftar.")
    await ratna.taps("Daftarkan yang berikutnya")
    ratna.sees("Untuk kelas mana?")


async def test_whoever_registered_in_chat_before_keeps_her_chat_and_her_number(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    number = await registers(siti)
    await registers_her(ratna, SITI)
    await ratna.waits_for("Ia sudah pernah mendaftar di angkatan ini.")
    ratna.sees(number)
    assert await stage.reads(chat_of, stage.canting.house.vault, SITI.nik) == siti.id


async def test_two_officers_register_side_by_side(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Daftarkan di loket")
    await ratna.taps("Menjahit")
    await registers_her(wiryo, another(ENDANG, nik="3375015708999966"))
    await wiryo.waits_for("Ia sudah terdaftar.")
    await ratna.taps("Sudah, lanjut")
    ratna.sees("nama lengkap")


async def test_the_message_with_her_data_cannot_be_forwarded(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await registers_her(ratna)
    await ratna.waits_for("Ia sudah terdaftar.")
    assert ratna.bot_messages()[-1]["protect"]
    summary = next(each for each in ratna.bot_messages() if ENDANG.name in each["text"])
    assert summary["protect"], "nor the summary that was read to her"
    asked = [each for each in ratna.bot_messages() if "Langkah" in each["text"]]
    assert asked
    assert all(each["protect"] for each in asked)


async def test_whoever_registers_herself_may_forward_her_own_summary(stage: Stage) -> None:
    siti = await newcomer(stage)
    await registers(siti)
    summary = next(each for each in siti.bot_messages() if SITI.name in each["text"])
    assert not summary["protect"]


@pytest.mark.parametrize("data", ["m:atcounter", "m:counter:1"])
async def test_the_counter_does_not_exist_for_those_who_are_no_officers(stage: Stage, data: str) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.forges(data)
    assert siti.toast() == "Tombol ini sudah tidak berlaku."
