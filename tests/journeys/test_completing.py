"""Completing and changing: what is optional after the number, and what may still be changed until the deadline."""

from sqlalchemy import select, update

from records import applications, consents, people
from records.applications import Application, ApplicationStatus
from records.audit import Entry
from records.consents import Purpose
from records.people import Person
from records.session import Session
from tests.journeys.applicant import BUDI, newcomer, number_in, registers
from tests.journeys.office import bu_ratna, officers_leave, opens_the_application
from tests.journeys.papers import time_is_over
from tests.person import Phone
from tests.stage import Stage


async def registered(stage: Stage) -> tuple[Phone, str]:
    siti = await newcomer(stage)
    return siti, await registers(siti)


async def person_of(stage: Stage, phone: Phone) -> Person:
    return (await stage.reads(people.of_chat, phone.id))[0]


async def application_of(stage: Stage, phone: Phone) -> Application:
    person = await person_of(stage, phone)
    return (await stage.reads(applications.of_person, person.id))[0]


async def opens(phone: Phone, number: str, button: str) -> None:
    """From the status to one thing that can be done with a registration."""
    await phone.says("/status")
    await phone.taps(f"Ubah atau lengkapi {number}")
    await phone.taps(button)


async def sets(stage: Stage, status: ApplicationStatus) -> None:
    def _set(session: Session) -> None:
        session.execute(update(Application).values(status=status.value))

    await stage.writes(_set)


async def test_she_completes_what_she_likes_and_each_answer_counts_at_once(stage: Stage) -> None:
    siti, _number = await registered(stage)
    await siti.taps("Lengkapi")
    siti.sees("tidak wajib dan tidak memengaruhi peluang Anda")
    await siti.taps("Ya, boleh")
    siti.sees("Semua pilihan pertama diperingkat lebih dulu")
    await siti.taps("Desain grafis")
    assert (await application_of(stage, siti)).second_class_id is not None
    await siti.says("Duduk di depan karena kurang dengar")
    assert (await person_of(stage, siti)).accommodation == "Duduk di depan karena kurang dengar"
    await siti.says("Ani Rahmawati")
    await siti.says("0812 9999 0000")
    await siti.says("siti@contoh.id")
    await siti.taps("Lewati")
    await siti.taps("Mbak")
    await siti.taps("Jawa")
    siti.sees("Terima kasih, sudah dicatat.")
    person = await person_of(stage, siti)
    assert (person.second_contact, person.second_contact_phone) == ("Ani Rahmawati", "+6281299990000")
    assert (person.email, person.ak1) == ("siti@contoh.id", None)
    assert (person.form_of_address, person.spoken_language) == ("mbak", "jv")
    assert await stage.reads(consents.holds, person.id, Purpose.OPTIONAL)


async def test_all_can_be_skipped_and_nothing_is_kept(stage: Stage) -> None:
    siti, _number = await registered(stage)
    await siti.taps("Lengkapi")
    await siti.taps("Ya, boleh")
    for _question in range(7):
        await siti.taps("Lewati")
    siti.sees("Terima kasih, sudah dicatat.")
    person = await person_of(stage, siti)
    assert (person.accommodation, person.second_contact, person.email) == (None, None, None)


async def test_whoever_does_not_want_to_be_asked_is_not(stage: Stage) -> None:
    siti, _number = await registered(stage)
    await siti.taps("Lengkapi")
    await siti.taps("Tidak, terima kasih")
    siti.sees("Pendaftaran Anda tidak kurang apa pun.")
    assert not await stage.reads(consents.holds, (await person_of(stage, siti)).id, Purpose.OPTIONAL)


async def test_what_was_told_is_shown_and_can_be_removed(stage: Stage) -> None:
    siti, number = await registered(stage)
    await siti.taps("Lengkapi")
    await siti.taps("Ya, boleh")
    await siti.taps("Desain grafis")
    await siti.says("Duduk di depan")
    await siti.says("/batal")
    siti.sees("Yang sudah Anda isi tetap dicatat.")
    await siti.taps("Ya, batalkan")
    siti.sees("yang sudah Anda isi tetap dicatat")
    await opens(siti, number, "Lengkapi")
    siti.sees("Selama ini: Desain grafis")
    await siti.taps("Hapus")
    siti.sees("Selama ini: Duduk di depan")
    await siti.taps("Hapus")
    assert (await person_of(stage, siti)).accommodation is None
    assert (await application_of(stage, siti)).second_class_id is None


async def test_she_changes_an_answer_until_the_deadline(stage: Stage) -> None:
    siti, number = await registered(stage)
    await opens(siti, number, "Ubah data")
    siti.sees("ini data yang kami punya")
    siti.sees("Kelurahan: Krapyak")
    await siti.taps("Ubah isian")
    await siti.taps("Alamat")
    assert "Tetap: Jl. Melati 5 RT 02 RW 03" in siti.labels()
    await siti.says("Gang Contoh 7 RT 01 RW 01")
    await siti.taps("Kirim perubahan")
    siti.sees(f"Perubahan pada {number}, Siti Rahmawati, sudah dicatat.")
    assert (await person_of(stage, siti)).address == "Gang Contoh 7 RT 01 RW 01"
    assert "application.changed" in await stage.reads(lambda session: set(session.scalars(select(Entry.action))))


async def test_the_nik_cannot_be_changed_after_filing(stage: Stage) -> None:
    siti, number = await registered(stage)
    await opens(siti, number, "Ubah data")
    await siti.taps("Ubah isian")
    assert "NIK" not in siti.labels()
    await siti.taps("Lahir")
    await siti.taps("NIK saya salah ketik")
    await siti.says(BUDI.nik)
    siti.sees("NIK pendaftaran yang sudah dikirim tidak dapat diubah di sini.")


async def test_she_turns_to_another_class_and_keeps_her_number(stage: Stage) -> None:
    siti, number = await registered(stage)
    await opens(siti, number, "Ganti pelatihan")
    await siti.taps("Desain grafis")
    siti.sees(f"Pilihan pertama Siti Rahmawati ({number}) sekarang Desain grafis.")
    await siti.says("/status")
    siti.sees("Desain grafis")
    siti.sees(number)


async def test_after_the_deadline_nothing_can_be_changed_here(stage: Stage) -> None:
    siti, number = await registered(stage)
    application = await application_of(stage, siti)
    await officers_leave(stage)
    await stage.passes(days=40)
    await siti.says("/status")
    left = [label for label in siti.labels() if number in label]
    assert left == [f"📎 Kirim berkas ({number})"], "documents that are late are still welcome"
    for page in ("change", "complete"):
        await siti.forges(f"m:{page}:{application.id}")
        siti.sees("/tanya")


async def test_what_must_be_corrected_can_be_changed_after_the_deadline(stage: Stage) -> None:
    siti, number = await registered(stage)
    await sets(stage, ApplicationStatus.CORRECTION)
    await officers_leave(stage)
    await stage.passes(days=40)
    await opens(siti, number, "Ubah data")
    await siti.taps("Kirim perubahan")
    siti.sees("sudah dicatat")


async def test_what_an_officer_is_checking_stands_still(stage: Stage) -> None:
    siti, number = await registered(stage)
    await time_is_over(stage, number)
    await opens(siti, number, "Ubah data")
    await opens_the_application(bu_ratna(stage), number)
    await siti.taps("Kirim perubahan")
    siti.sees("sudah tidak dapat diubah di sini")
    await siti.says("/status")
    await siti.taps(f"Ubah atau lengkapi {number}")
    assert not [label for label in siti.labels() if "Ubah data" in label or "Ganti" in label]


async def test_nobody_gets_at_the_registration_of_another(stage: Stage) -> None:
    siti, _number = await registered(stage)
    application = await application_of(stage, siti)
    stranger = await newcomer(stage, "Joko", "+6281234567899")
    await stranger.starts()
    for page in ("mine", "change", "complete", "reclass"):
        await stranger.forges(f"m:{page}:{application.id}")
        stranger.sees_not("Rahmawati")
    await stranger.forges(f"m:reclassto:{application.id}.1")
    await stranger.forges("m:reclassto:x.y.z")
    assert (await application_of(stage, siti)).class_id == application.class_id


async def test_of_two_people_on_a_phone_each_is_named(stage: Stage) -> None:
    siti, hers = await registered(stage)
    his = await registers(siti, BUDI)
    await opens(siti, his, "Lengkapi")
    siti.sees(f"Melengkapi {his}, Budi Santoso")
    await siti.taps("Tidak, terima kasih")
    await opens(siti, hers, "Lengkapi")
    siti.sees(f"Melengkapi {hers}, Siti Rahmawati")
    assert number_in("Nomor pendaftaran: 1") == "1"
