"""Checking: what an officer sees of an application and does with it, and what the applicant hears of that."""

from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import audit, people
from records.applications import Application, ApplicationStatus
from records.people import Person
from tests.journeys.applicant import BUDI, another, newcomer, registers
from tests.journeys.memory import fingerprint
from tests.journeys.office import bu_ratna, goes_to, opens_the_application, pak_wiryo
from tests.journeys.papers import time_is_over
from tests.person import Phone
from tests.stage import Stage
from tests.walking import by_number

COMPLETE = "berkasnya lengkap"


async def a_minute_passes(stage: Stage) -> None:
    stage.clock.forward(timedelta(seconds=61))
    await stage.a_moment_passes()


async def status_of(stage: Stage, number: str) -> str:
    return (await stage.reads(by_number, number)).status


async def registered(stage: Stage) -> tuple[Phone, str]:
    siti = await newcomer(stage)
    number = await registers(siti)
    await time_is_over(stage, number)
    return siti, number


def shows(officer: Phone, words: str) -> bool:
    """Whether it stands anywhere in the officer's chat."""
    return any(words in message["text"] for message in officer.bot_messages())


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
    ratna.sees("Siti Rahmawati\nNIK: 3375 0157 0899 9901\nLahir: 17 Agustus 1999, perempuan, 27 tahun")
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


async def test_a_decision_can_be_undone_until_the_applicant_is_told(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    stage.clock.forward(timedelta(seconds=50))
    await ratna.taps("Urungkan")
    await stage.is_quiet()
    await ratna.looks()
    ratna.sees(f"Diurungkan: {number} kembali kepada Anda.")
    assert f"{number} · Menjahit" in ratna.last()
    assert await status_of(stage, number) == ApplicationStatus.VERIFYING.value
    await a_minute_passes(stage)
    await siti.looks()
    siti.sees_not(COMPLETE)
    await ratna.taps("Tidak memenuhi syarat")
    await ratna.taps("Usia tidak sesuai")
    await a_minute_passes(stage)
    await siti.waits_for("Alasan: Usia Anda tidak sesuai dengan syarat pelatihan ini.")
    assert (await stage.reads(_noted))[-3:] == [
        "application.passed",
        "application.undone",
        "application.not_eligible",
    ]


def _noted(session: Session) -> list[str]:
    return list(session.scalars(select(audit.Entry.action).order_by(audit.Entry.id)))


async def test_after_a_minute_it_is_too_late_to_undo(stage: Stage) -> None:
    siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await a_minute_passes(stage)
    await siti.waits_for(COMPLETE)
    await ratna.taps("Urungkan")
    ratna.sees(f"{number} sudah tidak bisa diurungkan: pendaftar sudah diberi tahu.")
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_nobody_undoes_what_another_decided(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    _message, undo = ratna.button("Urungkan")
    await wiryo.says("/staf")
    await wiryo.forges(undo)
    assert wiryo.toast() == "Tombol ini sudah tidak berlaku."
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_somebody_without_a_chat_is_to_be_called_and_a_minute_is_left_to_undo(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await stage.writes(_without_chat, number)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    ratna.sees("Pendaftar tidak terhubung lewat Telegram: mohon ditelepon.")
    await ratna.taps("Urungkan")
    await stage.is_quiet()
    await ratna.looks()
    ratna.sees(f"Diurungkan: {number}")
    await ratna.taps("Setujui")
    await a_minute_passes(stage)
    await ratna.taps("Urungkan")
    ratna.sees("sudah tidak bisa diurungkan")


def _without_chat(session: Session, number: str) -> None:
    application = by_number(session, number)
    link = session.get(people.Link, application.person_id)
    session.delete(link)


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


async def test_two_officers_never_have_the_same_application_before_them(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    await goes_to(wiryo, "Pendaftaran menunggu")
    assert _number(ratna) != _number(wiryo)
    await goes_to(ratna, "Pendaftaran menunggu")
    assert shows(ratna, f"{_number(ratna)} ·")


def _number(officer: Phone) -> str:
    line = next(line for line in officer.last().splitlines() if " · " in line)
    return line.partition(" · ")[0]


async def test_a_claim_lapses_and_the_sheet_is_taken_back_with_it(stage: Stage) -> None:
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    number = _number(ratna)
    old, approve = ratna.button("Setujui")
    await stage.until(stage.clock.now() + timedelta(minutes=16))
    await ratna.looks()
    assert not shows(ratna, "NIK:")
    await goes_to(wiryo, "Pendaftaran menunggu")
    assert _number(wiryo) == number
    await ratna.forges(approve)
    ratna.sees(f"{number} sekarang diperiksa petugas lain, atau sudah diputuskan.")
    assert old not in [message["id"] for message in ratna.messages()]


async def test_of_two_officers_the_one_who_lost_her_claim_in_the_midst_is_told(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens_the_application(wiryo, number)
    await wiryo.taps("Tidak memenuhi syarat")
    stage.clock.forward(timedelta(minutes=16))
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await wiryo.taps("Usia tidak sesuai")
    wiryo.sees("Pendaftaran ini sekarang diperiksa petugas lain, atau sudah diputuskan.")
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_after_the_decision_no_data_stay_in_the_officers_chat(stage: Stage) -> None:
    _siti, number = await registered(stage)
    ratna = bu_ratna(stage)
    await opens_the_application(ratna, number)
    await ratna.taps("Setujui")
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "Siti Rahmawati")
    assert not shows(ratna, "NIK:")
    ratna.sees(f"✅ {number}: disetujui.")


async def test_a_restart_still_takes_back_what_was_shown(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    await stage.goes_down()
    stage.clock.forward(timedelta(minutes=20))
    await stage.comes_up()
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "NIK:")


async def test_what_telegram_does_not_take_back_at_first_is_taken_back_later(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    await ratna.taps("Setujui")
    await stage.fails("deleteMessages", 502)
    await stage.a_moment_passes()
    await ratna.looks()
    assert shows(ratna, "NIK:")
    stage.clock.forward(timedelta(seconds=31))
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "NIK:")


async def test_an_application_that_is_not_before_an_officer_is_not_hers_to_decide(stage: Stage) -> None:
    _siti, number = await registered(stage)
    application = await stage.reads(by_number, number)
    ratna = bu_ratna(stage)
    await ratna.says("/staf")
    before = await fingerprint(stage)
    for screen in ("approve", "sendback", "refuse", "skip", "alldata"):
        await ratna.forges(f"m:{screen}:{application.id}")
        ratna.sees(f"{number} sekarang diperiksa petugas lain, atau sudah diputuskan.")
    for argument in ("0", "x", "-1", "9" * 30, f"{application.id}.ktp", ""):
        for screen in ("approve", "sendback", "refuse", "skip", "alldata", "undo"):
            await ratna.forges(f"m:{screen}:{argument}")
            assert ratna.toast() == "Tombol ini sudah tidak berlaku.", (screen, argument)
    assert await fingerprint(stage) == before


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


async def test_at_night_a_decision_waits_for_the_morning_and_can_be_undone_until_then(stage: Stage) -> None:
    siti, number = await registered(stage)
    budi = await newcomer(stage, "Budi", "+6281234567899")
    his = await registers(budi, another(BUDI))
    await time_is_over(stage, his)
    ratna = bu_ratna(stage)
    stage.clock.forward(timedelta(hours=12))  # 22.00 in Pekalongan
    for each in (number, his):
        await opens_the_application(ratna, each)
        await ratna.taps("Setujui")
        ratna.sees("Pendaftar diberi tahu Rabu, 7 Oktober 2026 pukul 08.00 WIB.")
    await a_minute_passes(stage)
    await ratna.taps("Urungkan")
    ratna.sees(f"Diurungkan: {his}")
    await stage.passes(days=0.5)
    await siti.waits_for(COMPLETE)
    await budi.looks()
    budi.sees_not(COMPLETE)


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
