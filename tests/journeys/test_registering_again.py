"""Registering again: one number a person and cohort, and a NIK that is known already stays its owner's."""

from sqlalchemy import select

from records import people
from records.people import Link, Person
from records.session import Session
from tests.journeys.applicant import BUDI, SITI, another, answers, fills_in, newcomer, number_in, registers
from tests.journeys.memory import trail
from tests.stage import Stage


async def test_registering_twice_in_one_cohort_keeps_the_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await fills_in(siti, another(SITI, programme="Desain grafis"))
    siti.sees(f"Anda sudah pernah mendaftar di angkatan ini; nomor Anda tetap {number}.")
    await siti.says("/status")
    assert siti.last().count("2026-4-") == 1
    siti.sees("Menjahit")


async def test_whoever_has_a_number_in_the_cohort_is_told_before_she_fills_anything_in(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Desain grafis")
    await siti.taps("📝 Daftar")
    siti.sees(f"Siti Rahmawati sudah terdaftar di angkatan ini dengan nomor {number}.")
    await siti.taps("Status saya")
    siti.sees(number)


async def test_a_nik_known_from_another_account_is_not_taken_over(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    stranger = await newcomer(stage, "Orang Lain", "+6281234567899")
    await fills_in(stranger, another(SITI, name="Orang Lain"))
    stranger.sees("NIK ini sudah tercatat di sini")
    assert "💬 Tanya petugas" in stranger.labels()
    await stranger.says("/status")
    stranger.sees("belum selesai dan belum dikirim")
    stranger.sees_not(number)
    await siti.says("/status")
    siti.sees(f"{number}, Siti Rahmawati")


async def test_whoever_only_knows_the_nik_of_an_alumna_without_a_chat_does_not_get_at_her_record(stage: Stage) -> None:
    def _at_the_counter(session: Session) -> int:
        """An alumna of the demonstration who has no Telegram; hers becomes the NIK of the form."""
        linked = select(Link.person_id)
        person = session.scalars(select(Person).where(Person.id.not_in(linked)).limit(1)).one()
        person.nik, person.nik_digest = SITI.nik, stage.canting.house.vault.digest("nik", SITI.nik)
        return person.id

    person_id = await stage.writes(_at_the_counter)
    before = (await stage.reads(people.by_id, person_id)).name
    stranger = await newcomer(stage, "Orang Lain", "+6281234567899")
    await fills_in(stranger, another(SITI, name="Orang Lain"))
    stranger.sees("NIK ini sudah tercatat di sini")
    assert await stage.reads(people.chat_of, person_id) is None
    assert (await stage.reads(people.by_id, person_id)).name == before
    await stranger.says("/status")
    stranger.sees("belum selesai dan belum dikirim")


async def test_two_people_register_from_one_phone(stage: Stage) -> None:
    siti = await newcomer(stage)
    hers = await registers(siti)
    his = await registers(siti, BUDI)
    assert his != hers
    await siti.says("/status")
    siti.sees(f"{hers}, Siti Rahmawati")
    siti.sees(f"{his}, Budi Santoso")


async def test_whoever_withdrew_registers_again_for_another_class_with_her_number(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.says("/status")
    await siti.taps("Mengundurkan diri")
    await siti.taps("Ya, saya mengundurkan diri")
    siti.sees("Anda boleh mendaftar lagi sampai")
    siti.sees("nomor Anda tetap.")
    await siti.taps("Pelatihan lain")
    await siti.taps("Desain grafis")
    await siti.taps("📝 Daftar")
    siti.sees_not("sudah terdaftar di angkatan ini")
    await answers(siti)
    assert number_in(siti.last()) == number
    await siti.says("/status")
    siti.sees("Desain grafis")
    siti.sees("▶️ Berkas diperiksa")
    siti.sees_not("Mengundurkan diri:")
    told = [action for action, _matter in await stage.reads(trail) if action.startswith("application.")]
    assert told[-3:] == ["application.filed", "application.withdrawn", "application.filed"]
