"""Checking: what an officer sees of an application and decides, and what the applicant hears of it."""

from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import people
from records.applications import Application, ApplicationStatus
from records.people import Person
from tests.journeys.applicant import newcomer
from tests.journeys.checking import COMPLETE, a_minute_passes, registered, status_of
from tests.journeys.office import bu_ratna, goes_to, opens_the_application, pak_wiryo
from tests.stage import Stage
from tests.walking import by_number


async def test_the_queue_hands_out_one_after_the_other_and_skipping_comes_round(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu: 14")
    seen = []
    for _application in range(14):
        assert ratna.last().splitlines()[0] == "Sisa 14, 27 hari"
        seen.append(next(line for line in ratna.last().splitlines() if " · " in line))
        stage.clock.forward(timedelta(seconds=1))
        await ratna.taps("Lewati")
    assert len(set(seen)) == 14
    assert seen[0] in ratna.last()


async def test_the_sheet_tells_what_an_officer_must_compare(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    ratna.sees(
        "Siti Rahmawati\nNIK: 3375 0157 0899 9901\nLahir: 17 Agustus 1999, perempuan, 27 tahun saat pelatihan mulai"
    )
    ratna.sees("Telepon: +6281234567890\nAlamat: Jl. Melati 5 RT 02 RW 03, Krapyak, Pekalongan Utara")
    ratna.sees("Pendidikan: SMK/MAK, 2017\nKegiatan: Cari kerja")
    ratna.sees("Dokumen: belum ada\nDikirim Selasa, 6 Oktober 2026 pukul 10.00 WIB")
    newest = ratna.bot_messages()[-1]["id"]
    assert stage.world.chats[ratna.id].messages[newest].protect, "nobody can forward it"


async def test_what_does_not_fit_stands_first(stage: Stage) -> None:
    siti, number = await registered(stage)
    await stage.writes(_moved_and_older, siti.id)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    assert ratna.last().splitlines()[1:4] == [
        "⚠️ NIK menyebut lahir 17 Agustus 1999",
        "⚠️ NIK menyebut perempuan",
        "⚠️ bukan warga Kota Pekalongan",
    ]


def _moved_and_older(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    person.birth_date, person.sex = date(1998, 8, 17).isoformat(), "L"
    person.kecamatan, person.kelurahan, person.town = None, None, "Kabupaten Batang"


async def test_an_approved_applicant_is_told_after_a_minute_what_it_does_not_mean_yet(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    ratna.sees(f"✅ {number}: disetujui. Pendaftar diberi tahu satu menit lagi.")
    await stage.a_moment_passes()
    await siti.looks()
    siti.sees_not(COMPLETE)
    await a_minute_passes(stage)
    await siti.waits_for(f"Siti Rahmawati, pendaftaran Anda {number} untuk Menjahit sudah diperiksa dan {COMPLETE}.")
    siti.sees("Ini belum berarti diterima: berikutnya ada tes dan wawancara")
    siti.sees("Petugas tidak meminta uang atau kode OTP dari Anda.")
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value
    await ratna.taps("Pendaftaran berikutnya")
    ratna.sees("Sisa 14, 27 hari")


async def test_a_refused_applicant_reads_a_typed_reason_as_it_was_typed(stage: Stage) -> None:
    reason = "Kelas R&D <b>las</b> untuk lulusan SMK; silakan coba kelas lain."
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Tidak memenuhi syarat")
    ratna.sees(f"Syarat mana yang tidak dipenuhi {number}?")
    await ratna.says("ha")
    ratna.sees("paling sedikit 5 huruf")
    await ratna.says(reason)
    ratna.sees(f"⛔ {number}: tidak memenuhi syarat.")
    await a_minute_passes(stage)
    await siti.waits_for(f"Siti Rahmawati, mohon maaf: pendaftaran Anda {number} untuk Menjahit tidak memenuhi syarat.")
    siti.sees(f"Alasan: {reason}")
    assert "✋ Ajukan keberatan" in siti.labels()
    await siti.says("/status")
    siti.sees(f"Alasan: {reason}")
    assert f"✋ Ajukan keberatan {number}" in siti.labels()


async def test_a_reason_from_the_list_is_read_in_the_language_of_the_applicant(stage: Stage) -> None:
    siti, number = await registered(stage)
    await siti.says("/bahasa")
    await siti.taps("English")
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Tidak memenuhi syarat")
    await ratna.taps("KTP dari daerah lain")
    await a_minute_passes(stage)
    await siti.waits_for("Reason: Your KTP is not from the city")


async def test_an_application_that_was_sent_back_is_checked_again_once_it_is_corrected(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Minta perbaikan")
    await ratna.taps("Pendidikan beda dengan ijazah")
    ratna.sees(f"↩️ {number}: diminta memperbaiki.")
    await a_minute_passes(stage)
    await siti.waits_for(f"Siti Rahmawati, pendaftaran Anda {number} tinggal sedikit lagi.")
    siti.sees("Pendidikan yang Anda pilih berbeda dengan ijazah Anda.")
    siti.sees("Mohon diperbaiki paling lambat Jumat, 9 Oktober 2026")
    assert await status_of(stage, number) == ApplicationStatus.CORRECTION.value
    await goes_to(wiryo, "Pendaftaran menunggu: 14")
    await siti.taps("Sudah saya perbaiki")
    siti.sees(f"Terima kasih. {number} akan diperiksa lagi")
    await siti.forges(f"m:corrected:{(await stage.reads(by_number, number)).id}")
    siti.sees("tidak sedang menunggu perbaikan")
    assert await status_of(stage, number) == ApplicationStatus.VERIFYING.value
    await goes_to(ratna, "Pendaftaran menunggu: 15")
    ratna.sees(f"{number} ·")


async def test_another_person_cannot_say_that_it_is_corrected(stage: Stage) -> None:
    _siti, number = await registered(stage)
    budi = await newcomer(stage, "Budi", "+6281234567899")
    await budi.starts()
    await budi.forges(f"m:corrected:{(await stage.reads(by_number, number)).id}")
    assert budi.toast() == "Tombol ini sudah tidak berlaku."


async def test_names_and_addresses_of_any_length_and_with_markup_are_shown(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await stage.writes(_overlong, number)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    ratna.sees("<b>R&D</b> <b>R&D</b>")
    ratna.sees("…")


def _overlong(session: Session, number: str) -> None:
    application = by_number(session, number)
    words = "<b>R&D</b> " * 100
    session.execute(update(Person).where(Person.id == application.person_id).values(name=words, address=words))


async def test_when_all_is_decided_the_queue_says_so(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    for _application in range(14):
        await ratna.taps("Setujui")
        await ratna.taps("Pendaftaran berikutnya")
    ratna.sees("Tidak ada pendaftaran yang menunggu.")
    left = await stage.reads(_submitted)
    assert left == []


def _submitted(session: Session) -> list[Application]:
    return list(session.scalars(select(Application).where(Application.status == ApplicationStatus.SUBMITTED.value)))
