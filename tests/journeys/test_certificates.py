"""Certificates of training: their numbers, and a copy for their owner only."""

from sqlalchemy import func, select

from records import certificates
from tests.journeys.graduates import at_the_class, closed
from tests.journeys.trainees import enrolment_of
from tests.stage import Stage


async def test_numbers_by_rule_count_up_and_the_owner_gets_a_copy(stage: Stage) -> None:
    ratna, (sri, *_others) = await closed(stage)
    await at_the_class(ratna, "📜 Sertifikat")
    await ratna.taps("Beri 12 nomor otomatis")
    ratna.sees("12 sertifikat sudah bernomor")
    await stage.a_moment_passes()
    enrolment = await stage.reads(enrolment_of, sri.id)
    given = await stage.reads(certificates.of_enrolment, enrolment.id)
    assert given is not None
    assert given.number.endswith("/2026")
    await sri.waits_for(f"bernomor {given.number}")
    await sri.taps("Sertifikat saya")
    await sri.waits_for("Ini salinannya")
    assert sri.bot_messages()[-1]["kind"] == "document"


async def test_nobody_gets_the_certificate_of_another(stage: Stage) -> None:
    ratna, (sri, other, *_others) = await closed(stage)
    await at_the_class(ratna, "📜 Sertifikat")
    await ratna.taps("Beri 12 nomor otomatis")
    await stage.a_moment_passes()
    enrolment = await stage.reads(enrolment_of, sri.id)
    await other.says("/menu")
    await other.forges(f"m:mycert:{enrolment.id}")
    assert other.toast() == "Tombol ini sudah tidak berlaku."


async def test_numbers_that_staff_bring_are_unique_and_nothing_is_half_taken(stage: Stage) -> None:
    ratna, _people = await closed(stage)
    await at_the_class(ratna, "📜 Sertifikat")
    await ratna.taps("Isi nomor")
    await ratna.says("1 421/001\n2 421/001\n99 421/002\ntanpa nomor\n3 421/003")
    ratna.sees("Belum ada yang disimpan")
    for fault in ("nomor sertifikat ini sudah dipakai", "nomor urut itu tidak ada di daftar", "tidak ada nomor urut"):
        ratna.sees(fault)
    assert await stage.reads(lambda session: session.scalar(select(func.count(certificates.Certificate.id)))) == 0
    await ratna.says("1 421/001\n2 421/002")
    ratna.sees("2 sertifikat sudah bernomor")
    await ratna.taps("Isi nomor")
    await ratna.says("3 421/001")
    ratna.sees("nomor sertifikat ini sudah dipakai")
