"""Checking with papers: one picture with the data below it, swapped in its place, and what is asked for again."""

from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from records import documents, receiving
from records.applications import ApplicationStatus
from records.documents import DocumentKind, DocumentState
from records.people import Person
from tests.journeys.applicant import BUDI, newcomer, registers
from tests.journeys.checking import a_minute_passes, is_there, opens, registered, shows, status_of
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.journeys.papers import has_sent, time_is_over
from tests.stage import Stage
from tests.walking import by_number

KTP, DIPLOMA = DocumentKind.KTP, DocumentKind.DIPLOMA


async def test_one_protected_picture_shows_the_document_with_the_data_below(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await has_sent(stage, number, KTP, DIPLOMA)
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    ratna.sees("NIK: 3375 0157 0899 9901")
    ratna.sees("Dokumen: KTP, ijazah")
    sheet = ratna.bot_messages()[-1]
    assert stage.world.chats[ratna.id].messages[sheet["id"]].protect, "nobody can forward it"
    assert (sheet["file"]["width"], sheet["file"]["height"]) == (960, 600)
    assert ratna.labels()[0] == "🔎 Lihat ijazah"


async def test_the_other_document_comes_in_the_place_of_the_first(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await has_sent(stage, number, KTP, DIPLOMA)
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    sheet, count = ratna.bot_messages()[-1]["id"], len(ratna.bot_messages())
    await ratna.taps("🔎 Lihat ijazah")
    await is_there(stage, ratna)
    swapped = ratna.bot_messages()[-1]
    assert (swapped["id"], len(ratna.bot_messages())) == (sheet, count)
    assert (swapped["file"]["width"], swapped["file"]["height"]) == (840, 1160)
    assert ratna.labels()[0] == "🔎 Lihat KTP"
    ratna.sees("NIK: 3375 0157 0899 9901")
    await ratna.taps("🔎 Lihat KTP")
    await is_there(stage, ratna)
    assert ratna.bot_messages()[-1]["file"]["width"] == 960
    await ratna.taps("Setujui")
    await stage.a_moment_passes()
    await ratna.looks()
    assert not shows(ratna, "NIK:")
    assert await status_of(stage, number) == ApplicationStatus.ADMINISTRATIVELY_PASSED.value


async def test_undoing_shows_the_picture_again(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await has_sent(stage, number, KTP)
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    await ratna.taps("Setujui")
    await ratna.taps("Urungkan")
    await is_there(stage, ratna)
    ratna.sees(f"Diurungkan: {number}")
    assert ratna.bot_messages()[-1]["kind"] == "photo"
    await ratna.taps("Setujui")
    ratna.sees(f"{number}: disetujui")


async def test_below_a_picture_the_longest_data_are_cut_and_can_be_read_whole(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await has_sent(stage, number, KTP)
    await stage.writes(_overlong, number)
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    caption = ratna.last()
    assert len(caption) <= 1024
    assert "NIK: 3375 0157 0899 9901" in caption
    if "📄 Data lengkap" in ratna.labels():
        await ratna.taps("Data lengkap")
        ratna.sees("Dikirim Selasa, 6 Oktober 2026")


def _overlong(session: Session, number: str) -> None:
    application = by_number(session, number)
    words = "&<b>😀" * 300
    session.execute(
        update(Person).where(Person.id == application.person_id).values(name=words, address=words, town=words[:80])
    )


async def test_the_same_document_with_another_person_stands_first(stage: Stage) -> None:
    _siti, hers = await registered(stage)
    his = await registers(await newcomer(stage, "Budi", "+6281234567899"), BUDI)
    await time_is_over(stage, his)
    for number in (hers, his):
        await has_sent(stage, number, KTP, same_as="one file")
    await stage.writes(_flagged, his)
    ratna = bu_ratna(stage)
    await opens(stage, ratna, his)
    assert ratna.last().splitlines()[1:3] == [f"⚠️ KTP yang sama ada pada {hers}", "⚠️ ijazah belum di tangan"]


def _flagged(session: Session, number: str) -> None:
    application = by_number(session, number)
    receiving.flag(session, application.id, DIPLOMA, DocumentState.NOT_IN_HAND, application.submitted_at)


async def test_a_document_is_wanted_again_once_the_minute_is_over(stage: Stage) -> None:
    siti, number = await registered(stage)
    await has_sent(stage, number, KTP, DIPLOMA)
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    await ratna.taps("Minta perbaikan")
    await ratna.taps("KTP tidak terbaca")
    assert await stage.reads(_states, number) == {"ktp": "stored", "ijazah": "stored"}
    await ratna.taps("Urungkan")
    await is_there(stage, ratna)
    await ratna.taps("Minta perbaikan")
    await ratna.taps("KTP tidak terbaca")
    await a_minute_passes(stage)
    await siti.waits_for("Foto KTP Anda kurang terbaca.")
    assert await stage.reads(_states, number) == {"ktp": "asked_again", "ijazah": "stored"}


def _states(session: Session, number: str) -> dict[str, str]:
    rows = session.query(documents.Document).filter_by(application_id=by_number(session, number).id)
    return {row.kind: row.state for row in rows}


async def test_whoever_has_not_corrected_is_reminded_and_then_stands_in_the_queue(stage: Stage) -> None:
    siti, number = await registered(stage)
    await has_sent(stage, number, KTP)
    ratna, wiryo = bu_ratna(stage), pak_wiryo(stage)
    await opens(stage, ratna, number)
    await ratna.taps("Minta perbaikan")
    await ratna.says("Mohon tulis RT dan RW.")
    await a_minute_passes(stage)
    await siti.waits_for("Mohon tulis RT dan RW.")
    await stage.passes(days=3.1)
    await siti.waits_for(f"kami ingatkan: pada pendaftaran Anda {number} masih ada yang perlu diperbaiki")
    assert sum("kami ingatkan" in message["text"] for message in siti.bot_messages()) == 1
    await goes_to(wiryo, "Pendaftaran menunggu: 14")
    await stage.passes(days=1)
    await goes_to(wiryo, "Pendaftaran menunggu: 15")
    await opens(stage, wiryo, number)
    assert "⚠️ tidak diperbaiki sampai batas waktunya" in wiryo.last()
    await wiryo.taps("Tidak memenuhi syarat")
    await wiryo.taps("Tidak diperbaiki")
    assert await status_of(stage, number) == ApplicationStatus.NOT_ELIGIBLE.value


async def test_a_picture_whose_file_is_gone_is_told_and_decides_nothing(stage: Stage) -> None:
    _siti, number = await registered(stage)
    await has_sent(stage, number, KTP)
    await stage.writes(_lost, number)
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Pendaftaran menunggu")
    for _skip in range(30):
        await is_there(stage, ratna)
        if f"{number} ·" in ratna.last():
            break
        stage.clock.forward(timedelta(seconds=1))
        await ratna.taps("Lewati")
    ratna.sees("⚠️ gambar tidak bisa dibuka")
    await ratna.taps("Setujui")
    ratna.sees(f"{number}: disetujui")


def _lost(session: Session, number: str) -> None:
    application = by_number(session, number)
    for row in session.query(documents.Document).filter_by(application_id=application.id):
        row.name = "0" * 32
