"""The documents of an application, as the applicant meets them: asked for after the number, kept sealed, never lost."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import documents, dossiers, road
from records.applications import Application, ApplicationStatus
from records.documents import Document
from records.steps import Kind
from tests import papers
from tests.journeys.applicant import BUDI, SITI, newcomer, registers
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage


async def is_asked(phone: Phone) -> str:
    """Registered, and at the question for the KTP; the number."""
    number = await registers(phone)
    await phone.taps("📎 Kirim berkas")
    phone.sees("PDF) KTP")
    return number


async def settles(stage: Stage, *phones: Phone) -> None:
    """Until every file was looked at and told of."""
    await stage.is_quiet()
    await stage.a_moment_passes()
    for phone in phones:
        await phone.looks()


def by_number(session: Session, number: str) -> Application:
    return session.scalars(select(Application).where(Application.number == number)).one()


def found(session: Session, number: str) -> list[tuple[str, str]]:
    """(kind, state) of whatever counts."""
    return [(d.kind, d.state) for d in documents.of_application(session, by_number(session, number).id)]


def status_of(session: Session, number: str) -> str:
    return by_number(session, number).status


def stored_bytes(stage: Stage, session: Session, number: str) -> dict[str, bytes]:
    """By kind, what the store gives back."""
    rows = documents.of_application(session, by_number(session, number).id)
    return {d.kind: stage.canting.house.documents.read(d.name) for d in rows if d.name is not None}


def everything_said(phone: Phone) -> str:
    return " ".join(message["text"] for message in phone.bot_messages())


def photos(phone: Phone) -> list[int]:
    """Her messages with a picture or a file that still stand in the chat."""
    return [m["id"] for m in phone.messages() if m["from"] == "person" and m["kind"] in ("photo", "document")]


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


@pytest.mark.parametrize(("says", "first_is_ktp"), [("Foto pertama KTP", True), ("Foto pertama ijazah", False)])
async def test_of_two_photos_sent_together_she_says_which_is_which(stage: Stage, says: str, first_is_ktp: bool) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    one, other = (papers.ktp(), papers.diploma()) if first_is_ktp else (papers.diploma(), papers.ktp())
    await phone.sends_album(one, other)
    await stage.is_quiet()
    await phone.waits_for("Mana yang mana?")
    await stage.a_moment_passes()
    assert "✅ KTP" not in everything_said(phone)
    assert len(photos(phone)) == 2, "she must see what she is asked about"
    await phone.taps(says)
    await settles(stage, phone)
    kept = await stage.reads(lambda session: stored_bytes(stage, session, number))
    assert kept == {"ktp": papers.ktp(), "ijazah": papers.diploma()}
    assert everything_said(phone).count("terbaca dan tersimpan terenkripsi") == 2
    assert photos(phone) == []


async def test_an_album_that_nobody_tells_apart_is_taken_in_its_order_after_a_while(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await phone.sends_album(papers.ktp(), papers.diploma())
    await stage.is_quiet()
    await stage.until(stage.clock.now() + timedelta(minutes=11))
    assert await stage.reads(status_of, number) == "verifikasi"


async def test_a_tiny_photo_is_refused_at_once_and_removed(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await phone.sends_photo(papers.tiny())
    phone.sees("terlalu kecil untuk dibaca")
    phone.sees("PDF) KTP")
    await settles(stage, phone)
    assert photos(phone) == []
    assert await stage.reads(found, number) == []


@pytest.mark.parametrize(
    ("content", "name", "mime", "why"),
    [
        (b"PK\x03\x04 no picture at all " * 900, "ktp.jpg", "image/jpeg", "bukan foto dan bukan PDF"),
        (papers.cut_off(), "ktp.jpg", "image/jpeg", "tidak bisa dibuka"),
        (papers.blurred(), "ktp.jpg", "image/jpeg", "terlalu kabur"),
        (papers.plain(), "ktp.jpg", "image/jpeg", "hampir kosong"),
        (papers.locked_pdf(), "ktp.pdf", "application/pdf", "meminta kata sandi"),
        (papers.pdf(11), "ktp.pdf", "application/pdf", "terlalu banyak"),
    ],
    ids=["garbage", "cut off", "blurred", "plain", "locked", "pages"],
)
async def test_what_cannot_be_read_is_removed_and_asked_again_kindly(
    stage: Stage, content: bytes, name: str, mime: str, why: str
) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await phone.sends_document(content, name, mime)
    phone.sees("PDF) ijazah")
    await settles(stage, phone)
    phone.sees(why)
    assert photos(phone) == []
    await phone.taps("📎 Kirim berkas")
    phone.sees("PDF) KTP")
    await phone.sends_photo(papers.ktp())
    await phone.sends_photo(papers.diploma())
    await settles(stage, phone)
    assert await stage.reads(status_of, number) == "verifikasi"


async def test_what_is_neither_a_photo_nor_a_pdf_is_refused_at_once(stage: Stage) -> None:
    phone = await newcomer(stage)
    await is_asked(phone)
    await phone.sends_document(b"PK" * 9000, "ktp.docx", "application/vnd.openxmlformats")
    phone.sees("hanya foto atau PDF")
    phone.sees("PDF) KTP")


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


async def test_a_photo_that_nobody_asked_for_is_offered_to_be_taken_and_may_replace(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await registers(phone)
    await phone.sends_photo(papers.ktp())
    phone.sees("Ini berkas apa?")
    await phone.taps("📎 KTP")
    await settles(stage, phone)
    first = await stage.reads(lambda session: stored_bytes(stage, session, number))
    await phone.sends_photo(papers.ktp(mark="BARU"))
    await phone.taps("🔁 KTP")
    await settles(stage, phone)
    second = await stage.reads(lambda session: stored_bytes(stage, session, number))
    assert (first["ktp"], second["ktp"]) == (papers.ktp(), papers.ktp(mark="BARU"))
    assert len(stage.canting.house.documents.names()) == 1, "the old file is deleted"
    assert photos(phone) == []


async def test_a_photo_that_is_no_document_stays_in_her_chat_only(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await registers(phone)
    await phone.sends_photo(papers.ktp())
    await phone.taps("Bukan berkas pendaftaran")
    await settles(stage, phone)
    assert len(photos(phone)) == 1
    assert await stage.reads(found, number) == []


async def test_one_file_for_both_is_asked_about(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    both = papers.pdf(2)  # made at another second it would be another file
    await phone.sends_document(both, "berkas.pdf")
    await phone.sends_document(both, "berkas.pdf")
    await settles(stage, phone)
    phone.sees("sama persis")
    assert await stage.reads(status_of, number) == "terkirim"
    await phone.taps("Ya, satu berkas untuk keduanya")
    phone.sees("Berkas Anda lengkap")
    assert await stage.reads(status_of, number) == "verifikasi"


async def test_while_telegram_has_trouble_a_file_waits_and_is_not_lost(stage: Stage) -> None:
    phone = await newcomer(stage)
    number = await is_asked(phone)
    await stage.fails("getFile", 502, times=2)
    await phone.sends_photo(papers.ktp())
    await settles(stage, phone)
    assert await stage.reads(found, number) == [("ktp", "received")]
    await stage.until(stage.clock.now() + timedelta(minutes=1))
    assert await stage.reads(found, number) == [("ktp", "stored")]


async def test_a_file_that_telegram_does_not_give_is_asked_for_again(stage: Stage) -> None:
    phone = await newcomer(stage)
    await is_asked(phone)
    await stage.fails("getFile", 400)
    await phone.sends_photo(papers.ktp())
    await settles(stage, phone)
    phone.sees("tidak bisa lagi kami ambil dari Telegram")


async def test_where_her_message_cannot_be_removed_she_is_told(stage: Stage) -> None:
    phone = await newcomer(stage)
    await is_asked(phone)
    await stage.fails("deleteMessage", 400)
    await phone.sends_photo(papers.ktp())
    await settles(stage, phone)
    phone.sees("tidak bisa kami hapus")
    assert len(photos(phone)) == 1


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
