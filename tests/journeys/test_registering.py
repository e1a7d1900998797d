"""Registering: from START to a number, as a job seeker lives it."""

from sqlalchemy import select

from records import applications, people
from records.people import Person
from records.session import Session
from simulator.entity import Json
from tests.journeys.applicant import SITI, another, answers, newcomer, opens_the_form, registers
from tests.stage import Stage


async def test_she_registers_with_seventeen_inputs_of_which_at_most_three_are_typed(stage: Stage) -> None:
    siti = await newcomer(stage)
    await registers(siti)
    typed = siti.acts.count("say")
    assert siti.acts[0] == "start"
    assert len(siti.acts) <= 17
    assert typed <= 3
    assert set(siti.acts) == {"start", "tap", "say", "contact"}


async def test_the_number_arrives_as_a_picture_with_its_caption_and_stands_in_her_status(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    last = siti.bot_messages()[-1]
    assert last["kind"] == "photo"
    assert last["file"]["mime"] == "image/png"
    assert number.startswith("2026-4-")
    siti.sees("Belum menjadi peserta: peserta dipilih lewat tes, bukan siapa cepat")
    siti.sees("petugas tidak meminta uang atau kode OTP")
    await siti.says("/status")
    siti.sees(f"{number}, Siti Rahmawati")
    siti.sees("Status: sudah masuk, menunggu diperiksa")


async def test_the_number_can_be_copied_and_leads_to_the_status(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    buttons = [button for row in siti.bot_messages()[-1]["inline_keyboard"] for button in row]
    assert [button["copy_text"] for button in buttons if "copy_text" in button] == [number]
    await siti.taps("Status saya")
    siti.sees(number)


async def test_whatever_she_answered_is_in_the_records(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    (person,) = await stage.reads(people.of_chat, siti.id)
    (application,) = await stage.reads(applications.of_person, person.id)
    assert (person.name, person.nik, person.birth_date) == (SITI.name, SITI.nik, "1999-08-17")
    assert (person.sex, person.phone, person.address) == ("P", "+6281234567890", SITI.address)
    assert (person.kecamatan, person.kelurahan) == ("33.75.03", "1002")
    assert (person.education, person.activity) == ("smk", "mencari_kerja")
    assert (person.year_finished, person.attended_before) == (2017, False)
    assert application.number == number


async def test_she_is_greeted_by_name_with_a_menu_that_knows_nothing_of_staff(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    siti.sees("Halo Siti, selamat datang di UPTD BLK Kota Pekalongan.")
    assert "📚 Lihat pelatihan & daftar" in siti.labels()
    assert not any("etugas" in label and "Tanya" not in label for label in siti.labels())


async def test_what_is_said_in_a_group_is_ignored(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    async with stage.session.post(f"{stage.url}/sim/groups", json={"title": "Warga RT 02"}) as response:
        group = await response.json()
    before = stage.world.calls.counts["sendMessage"]
    said = _in_group(group["id"], siti.id, "/start")
    stage.world.updates.push("message", said, group["id"])
    await siti.says("halo")
    assert stage.world.calls.counts["sendMessage"] == before + 1
    siti.sees("Silakan pilih dari menu, atau tanyakan kepada petugas.")


def _in_group(group: int, sender: int, text: str) -> Json:
    return {
        "message_id": 1,
        "date": 1,
        "chat": {"id": group, "type": "supergroup", "title": "Warga RT 02"},
        "from": {"id": sender, "is_bot": False, "first_name": "Siti"},
        "text": text,
    }


async def test_a_registration_by_somebody_from_outside_the_city_is_open_where_the_nation_pays(stage: Stage) -> None:
    andi = await newcomer(stage, "Andi")
    await opens_the_form(andi, another(SITI, programme="Instalasi tenaga listrik"))
    await answers(andi, until="kecamatan")
    await andi.taps("Luar Kota Pekalongan")
    andi.sees("KTP Anda dari kabupaten atau kota mana?")
    await andi.says("kab batang")
    andi.sees("Maksud Anda Kabupaten Batang?")
    await andi.taps("Ya, Kabupaten Batang")
    await answers(andi, since="alamat")
    person = await stage.reads(_named, SITI.nik, stage)
    assert (person.kecamatan, person.kelurahan, person.town) == (None, None, "Kabupaten Batang")


def _named(session: Session, nik: str, stage: Stage) -> Person:
    digest = stage.canting.house.vault.digest("nik", nik)
    return session.scalars(select(Person).where(Person.nik_digest == digest)).one()
