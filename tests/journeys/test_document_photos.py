"""Photos of documents: which is which, what cannot be read, and what nobody asked for."""

from datetime import timedelta

import pytest

from tests import papers
from tests.journeys.applicant import newcomer, registers
from tests.journeys.dossier import everything_said, found, is_asked, photos, settles, status_of, stored_bytes
from tests.stage import Stage


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
    assert everything_said(phone).count("Terbaca dan tersimpan terenkripsi") == 2
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
