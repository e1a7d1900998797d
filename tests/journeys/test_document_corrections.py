"""Documents once an officer has looked: wanted anew, sent again, checked again; and what may be changed until then."""

from records.applications import ApplicationStatus
from tests import papers
from tests.journeys.applicant import newcomer, registers
from tests.journeys.checking import a_minute_passes, is_there, opens, status_of
from tests.journeys.dossier import found, settles
from tests.journeys.office import bu_ratna
from tests.person import Phone
from tests.stage import Stage

VERIFYING, CORRECTION = ApplicationStatus.VERIFYING.value, ApplicationStatus.CORRECTION.value


async def complete(stage: Stage) -> tuple[Phone, str]:
    """Registered, with both documents sent and stored."""
    siti = await newcomer(stage)
    number = await registers(siti)
    await siti.taps("📎 Kirim berkas")
    await siti.sends_photo(papers.ktp())
    await siti.sends_photo(papers.diploma())
    await settles(stage, siti)
    assert await status_of(stage, number) == VERIFYING
    return siti, number


async def sent_back(stage: Stage, number: str, why: str, *, typed: bool = False) -> Phone:
    """An officer wants something corrected, and the applicant has been told."""
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    await ratna.taps("Minta perbaikan")
    await (ratna.says(why) if typed else ratna.taps(why))
    await a_minute_passes(stage)
    return ratna


async def test_a_document_that_was_sent_back_is_sent_again_by_the_button_and_checked_again(stage: Stage) -> None:
    siti, number = await complete(stage)
    ratna = await sent_back(stage, number, "KTP tidak terbaca")
    await siti.waits_for("Foto KTP Anda kurang terbaca.")
    assert await status_of(stage, number) == CORRECTION
    await siti.taps("📎 Kirim berkas")
    siti.sees("PDF) KTP")
    await siti.sends_photo(papers.ktp(mark="BARU"))
    siti.sees_not("PDF) ijazah")
    await settles(stage, siti)
    siti.sees("Berkas Anda lengkap")
    assert await status_of(stage, number) == VERIFYING
    assert await stage.reads(found, number) == [("ijazah", "stored"), ("ktp", "stored")]
    assert len(stage.canting.house.documents.names()) == 2, "the old picture is deleted"
    await opens(stage, ratna, number)
    await ratna.taps("Setujui")
    ratna.sees(f"{number}: disetujui")


async def test_instead_of_another_photo_she_may_bring_it_to_the_counter(stage: Stage) -> None:
    siti, number = await complete(stage)
    await sent_back(stage, number, "KTP tidak terbaca")
    await siti.waits_for("Foto KTP Anda kurang terbaca.")
    await siti.taps("📎 Kirim berkas")
    await siti.taps("Saya bawa ke loket")
    await siti.waits_for("Berkas Anda lengkap")
    assert await status_of(stage, number) == VERIFYING
    assert await stage.reads(found, number) == [("ijazah", "stored"), ("ktp", "counter")]


async def test_another_document_than_the_one_wanted_anew_is_no_correction(stage: Stage) -> None:
    siti, number = await complete(stage)
    await sent_back(stage, number, "KTP tidak terbaca")
    await siti.waits_for("Foto KTP Anda kurang terbaca.")
    await siti.sends_photo(papers.diploma(mark="BARU"))
    await siti.taps("🔁 ijazah")
    await settles(stage, siti)
    assert await status_of(stage, number) == CORRECTION


async def test_a_new_photo_does_not_stand_for_what_an_officer_asked_in_words(stage: Stage) -> None:
    siti, number = await complete(stage)
    await sent_back(stage, number, "Mohon tulis RT dan RW.", typed=True)
    await siti.waits_for("Mohon tulis RT dan RW.")
    assert not [label for label in siti.labels() if "berkas" in label], "all of them are there"
    await siti.sends_photo(papers.ktp(mark="BARU"))
    await siti.taps("🔁 KTP")
    await settles(stage, siti)
    assert await status_of(stage, number) == CORRECTION
    await siti.says("/status")
    siti.sees("Mohon tulis RT dan RW.")


async def test_with_all_documents_she_may_change_her_answers_until_an_officer_takes_it_up(stage: Stage) -> None:
    siti, number = await complete(stage)
    await siti.says("/status")
    siti.sees("Berkas Anda sudah ada")
    await siti.taps(f"Ubah atau lengkapi {number}")
    assert "✏️ Ubah data" in siti.labels()
    await siti.taps("Ganti pelatihan")
    await siti.taps("Desain grafis")
    siti.sees("sekarang Desain grafis")
    ratna = bu_ratna(stage)
    await opens(stage, ratna, number)
    await is_there(stage, ratna)
    await siti.says("/status")
    await siti.taps(f"Ubah atau lengkapi {number}")
    assert "✏️ Ubah data" not in siti.labels()


async def test_the_status_leads_to_what_is_still_wanted_and_later_to_what_was_sent(stage: Stage) -> None:
    siti = await newcomer(stage)
    number = await registers(siti)
    siti.sees("Berikutnya: berkas Anda (KTP, ijazah)")
    await siti.taps("Status saya")
    siti.sees("kami tunggu KTP, ijazah sampai")
    await siti.taps(f"📎 Kirim berkas ({number})")
    await siti.sends_photo(papers.ktp())
    await siti.sends_photo(papers.diploma())
    await settles(stage, siti)
    await siti.says("/status")
    siti.sees("Berkas Anda sudah ada")
    await siti.taps(f"📎 Berkas saya ({number})")
    siti.sees("KTP: tersimpan")
