"""The documents of an application: asked for after the number, kept sealed, reminded of, deleted in time."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import dossiers, road
from records.applications import ApplicationStatus
from records.documents import Document
from records.steps import Kind
from tests import papers
from tests.journeys.applicant import BUDI, SITI, newcomer, registers
from tests.journeys.dossier import everything_said, found, is_asked, photos, settles, status_of
from tests.journeys.office import bu_ratna, goes_to, officers_leave
from tests.stage import Stage
from tests.walking import by_number


async def test_both_documents_are_stored_removed_from_the_chat_and_complete(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    phone.sees("layanan di luar negeri")
    await phone.sends_photo(papers.ktp())
    phone.sees("PDF) ijazah")
    await phone.sends_photo(papers.diploma())
    phone.sees("Kami lihat dulu apakah terbaca")
    await settles(stage, phone)
    phone.sees("KTP Siti Rahmawati")
    phone.sees("Pesan Anda sudah kami hapus dari chat ini")
    phone.sees("Berkas Anda lengkap")
    phone.sees("belum berarti diterima")
    assert photos(phone) == []
    assert await stage.reads(found, number) == [("ktp", "stored"), ("ijazah", "stored")]
    assert await stage.reads(status_of, number) == "verifikasi"
    assert everything_said(phone).count("Berkas Anda lengkap") == 1
    assert len(phone.acts) <= 22
    assert phone.acts.count("say") <= 5, "typed"


async def test_nothing_of_a_document_lies_in_the_clear(stage: Stage) -> None:
    phone = await newcomer(stage)
    await is_asked(phone)
    ktp, diploma = papers.ktp(), papers.pdf()
    await phone.sends_photo(ktp)
    await phone.sends_document(diploma, "ijazah.pdf")
    await settles(stage, phone)
    files = [path for path in stage.home.rglob("*") if path.is_file()]
    assert sum(path.parent.name == "documents" for path in files) == 3  # the KTP, the PDF and the PDF's preview
    for path in files:
        content = path.read_bytes()
        assert ktp[200:260] not in content, path
        assert diploma[:40] not in content, path
        assert b"CONTOH" not in content, path
        assert SITI.nik.encode() not in content, path
        assert b"\xff\xd8\xff" not in content[:20], path


async def test_what_is_brought_to_the_counter_needs_no_photo(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await phone.taps("Semua saya bawa ke loket")
    await phone.waits_for("Berkas Anda lengkap")
    phone.sees("KTP asli dan satu fotokopi")
    phone.sees("Senin-Jumat 08.00-15.00")
    assert await stage.reads(found, number) == [("ktp", "counter"), ("ijazah", "counter")]
    assert await stage.reads(status_of, number) == "verifikasi"


async def test_a_certificate_that_is_not_in_hand_yet_is_noted_and_not_refused(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await phone.sends_photo(papers.ktp())
    await phone.taps("Ijazah belum di tangan")
    await settles(stage, phone)
    assert await stage.reads(found, number) == [("ktp", "stored"), ("ijazah", "not_in_hand")]
    assert await stage.reads(status_of, number) == "verifikasi"
    phone.sees("Berkas Anda lengkap")


async def test_whoever_lacks_documents_is_reminded_and_never_dropped(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await registers(phone)
    ends = await stage.reads(due_at, number)
    await stage.until(ends - timedelta(days=2))
    await phone.looks()
    assert everything_said(phone).count("sekadar mengingatkan") == 1
    await stage.until(ends - timedelta(hours=4))
    await phone.looks()
    assert everything_said(phone).count("sekadar mengingatkan") == 2
    await stage.until(ends + timedelta(days=4))
    await phone.looks()
    assert everything_said(phone).count("sekadar mengingatkan") == 2
    assert everything_said(phone).count("belum gugur") == 1
    assert await stage.reads(status_of, number) == "terkirim"
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Berkas lewat batas: 1")
    ratna.sees(number)


def due_at(session: Session, number: str) -> datetime:
    dossier = dossiers.of(session, by_number(session, number).id)
    assert dossier is not None
    return dossier.due_at


async def test_documents_are_deleted_ninety_days_after_the_check(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await phone.sends_photo(papers.ktp())
    await phone.sends_document(papers.pdf())
    await settles(stage, phone)
    store = stage.canting.house.documents
    assert len(store.names()) == 3
    await stage.writes(passes, number, stage)
    await officers_leave(stage)
    await stage.passes(89)
    assert len(store.names()) == 3
    await stage.passes(1.1)
    assert store.names() == frozenset()
    assert await stage.reads(digests) == []


def passes(session: Session, number: str, stage: Stage) -> None:
    to = ApplicationStatus.ADMINISTRATIVELY_PASSED
    assert road.move(session, Kind.APPLICATION, by_number(session, number).id, to, stage.clock.now())


def digests(session: Session) -> list[str]:
    return [digest for digest in session.scalars(select(Document.digest)) if digest is not None]


async def test_the_documents_of_another_cannot_be_reached(stage: Stage) -> None:
    phone, stranger = await newcomer(stage), await newcomer(stage, "Budi", phone="+6281234567899")
    number = await registers(phone)
    await registers(stranger, BUDI)
    application = (await stage.reads(by_number, number)).id
    for data in (f"m:documents:{application}", f"m:bring:{application}", "m:file:1.1.ktp", "m:samefile:1", "m:again:1"):
        await stranger.forges(data)
        assert SITI.name not in stranger.last(), data
    await stranger.sends_photo(papers.ktp())
    offered = next(data for _message, _label, data in stranger.buttons() if data.startswith("m:file:"))
    await stranger.forges(f"m:file:{offered.split(':')[2].split('.')[0]}.{application}.ktp")
    assert await stage.reads(found, number) == []
