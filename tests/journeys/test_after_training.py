"""After a training: competency test, BNSP certificate, OJT and the incubator."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records import bnsp, competency, incubator, profile
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.demonstration import Group
from records.incubator import IncubatorStatus
from records.monitoring import MonitoringRecord
from tests.journeys.graduates import at_the_class, closed
from tests.journeys.memory import name_of
from tests.journeys.office import RUNNING_CLASS, bu_ratna, goes_to, graduates, officers_leave
from tests.journeys.trainees import enrolment_of
from tests.person import Phone
from tests.stage import Stage, staged


async def three_are_examined(stage: Stage, ratna: Phone, people: list[Phone]) -> None:
    """The first is competent, the second not yet, the third was absent."""
    await at_the_class(ratna, "🧪 Uji kompetensi")
    ratna.sees("Belum ada sesi.")
    await ratna.taps("Sesi baru")
    day = stage.clock.now().date() + timedelta(days=7)
    await ratna.says(f"{day.day}-{day.month}-{day.year}")
    await ratna.says("08.00")
    await ratna.taps("Gedung UPTD BLK")
    await ratna.says("LSP Contoh Nusantara")
    ratna.sees("12 asesi akan didaftarkan dan diberi tahu.")
    ratna.sees("Pukul: 08.00")
    await ratna.taps("Buat sesi")
    ratna.sees("12 asesi diberi tahu")
    await stage.until(stage.clock.now() + timedelta(days=8))
    await at_the_class(ratna, "🧪 Uji kompetensi")
    await ratna.taps("LSP Contoh")
    for phone, taps in zip(people, (1, 2, 3), strict=False):
        name = await stage.reads(name_of, phone.id)
        for _tap in range(taps):
            await ratna.taps(name)
    await ratna.taps("Kirim hasil: 3")
    ratna.sees("3 hasil dikirim.")
    await stage.a_moment_passes()


def result_of(session: Session, chat_id: int) -> str:
    found = competency.latest(session, enrolment_of(session, chat_id).id)
    assert found is not None
    return found.status


async def test_candidates_are_invited_reminded_and_told_kindly(stage: Stage) -> None:
    ratna, people = await closed(stage)
    await three_are_examined(stage, ratna, people)
    words = ("dinyatakan kompeten", "belum kompeten", "tidak hadir pada uji kompetensi")
    statuses = (CompetencyStatus.COMPETENT, CompetencyStatus.NOT_YET, CompetencyStatus.ABSENT)
    for phone, said, status in zip(people, words, statuses, strict=False):
        await phone.waits_for(said)
        assert await stage.reads(result_of, phone.id) == status.value
        assert sum("Penguji: LSP Contoh Nusantara" in one["text"] for one in phone.bot_messages()) == 2


async def test_a_result_that_was_wrong_is_taken_back_and_told_anew(stage: Stage) -> None:
    ratna, people = await closed(stage)
    await three_are_examined(stage, ratna, people)
    name = await stage.reads(name_of, people[1].id)
    await ratna.taps(name)  # takes it back
    await ratna.taps(name)  # not yet -> absent
    await ratna.taps(name)  # absent -> competent
    stage.clock.set(stage.clock.now() + timedelta(minutes=2))
    await ratna.taps("Kirim hasil: 1")
    await stage.a_moment_passes()
    await people[1].waits_for("dinyatakan kompeten")
    assert await stage.reads(result_of, people[1].id) == CompetencyStatus.COMPETENT.value


def bnsp_of(session: Session, chat_id: int) -> bnsp.Bnsp:
    found = bnsp.of_enrolment(session, enrolment_of(session, chat_id).id)
    assert found is not None
    return found


async def her_certificate_is_issued(stage: Stage, ratna: Phone, issued: date) -> None:
    """Of the only one who was found competent."""
    await at_the_class(ratna, "🏅 Sertifikat BNSP")
    await ratna.taps("Isi sertifikat terbit")
    await ratna.says(f"1 62090 1234 5 0000017 2026 {issued.day}-{issued.month}-{issued.year}")
    ratna.sees("1 sertifikat BNSP dicatat terbit")
    await stage.a_moment_passes()


async def test_a_bnsp_certificate_is_issued_handed_over_and_valid_for_three_years(stage: Stage) -> None:
    ratna, people = await closed(stage)
    await three_are_examined(stage, ratna, people)
    sri = people[0]
    assert (await stage.reads(bnsp_of, sri.id)).status == BnspStatus.IN_PROCESS.value
    issued = stage.clock.now().date()
    await her_certificate_is_issued(stage, ratna, issued)
    await sri.waits_for("sudah terbit: 62090 1234 5 0000017 2026")
    found = await stage.reads(bnsp_of, sri.id)
    assert (found.status, found.expires_on) == (BnspStatus.ISSUED.value, issued.replace(year=issued.year + 3))
    await ratna.taps("🏅 Sertifikat BNSP")
    await ratna.taps("Diserahkan")
    await stage.a_moment_passes()
    await sri.waits_for("tercatat sudah diserahkan")
    assert (await stage.reads(bnsp_of, sri.id)).status == BnspStatus.HANDED_OVER.value


def valid_for_a_year(folder: Path) -> Path:
    """A copy of the profile that ships: three years of working days would take minutes."""
    shipped = profile.DEFAULT.read_text("utf-8")
    assert shipped.count("[bnsp]\nyears = 3\n") == 1
    copy = folder / "valid-for-a-year.toml"
    copy.write_text(shipped.replace("[bnsp]\nyears = 3\n", "[bnsp]\nyears = 1\n"), "utf-8")
    return copy


@pytest.mark.long
async def test_the_owner_of_a_bnsp_certificate_is_reminded_twice_and_then_it_expires(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", profile=valid_for_a_year(tmp_path)) as stage:
        ratna, people = await closed(stage)
        await three_are_examined(stage, ratna, people)
        sri = people[0]
        await her_certificate_is_issued(stage, ratna, stage.clock.now().date() - timedelta(days=265))
        await officers_leave(stage)
        for days, reminded, expired in ((9, 0, 0), (3, 1, 0), (60, 2, 0), (33, 2, 1)):
            await stage.passes(days=days)
            await sri.looks()
            texts = [one["text"] for one in sri.bot_messages()]
            assert sum("Kalau masih perlu, tanyakan sekarang" in text for text in texts) == reminded
            assert sum("sudah kedaluwarsa" in text for text in texts) == expired
        assert (await stage.reads(bnsp_of, sri.id)).status == BnspStatus.EXPIRED.value
        assert not await stage.refusals()


async def test_ojt_is_noted_told_and_no_work(stage: Stage) -> None:
    ratna, (sri, *_others) = await closed(stage)
    name = await stage.reads(name_of, sri.id)
    before = await stage.reads(lambda session: session.scalar(select(func.count(MonitoringRecord.id))))
    await at_the_class(ratna, "🏭 OJT")
    await ratna.taps(name)
    await ratna.says("Roti Contoh Jaya")
    await ratna.says("1-10-2026")
    await ratna.says("31-12-2026")
    await ratna.taps("Dibayar")
    await stage.a_moment_passes()
    await sri.waits_for("OJT Anda sudah dicatat: Roti Contoh Jaya")
    await sri.says("/status")
    sri.sees("Sedang OJT: Roti Contoh Jaya")
    assert await stage.reads(lambda session: session.scalar(select(func.count(MonitoringRecord.id)))) == before


async def test_the_best_three_are_proposed_changed_with_a_reason_and_told(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    ids = {phone: (await stage.reads(enrolment_of, phone.id)).id for phone in stage.of(Group.PARTICIPANT)}
    people = sorted(ids, key=lambda phone: ids[phone])  # as the list is numbered
    await goes_to(ratna, "Luluskan kelas")
    await ratna.taps(RUNNING_CLASS)
    await ratna.taps("Nilai pelatihan")
    await ratna.says("1 80\n2 95,5\n3 90\n4 85")
    ratna.sees("4 nilai dicatat.")
    await graduates(ratna)
    await goes_to(ratna, "🏫 Pelatihan")
    await ratna.taps("🌱 Inkubator")
    ratna.sees("Inkubator untuk angkatan mana?")
    await ratna.taps("Angkatan III 2026")
    await ratna.taps("Tata boga (pembuatan roti)")
    for row in ("🌱 1. ", "nilai 95,5, belum ada hasil uji,", "🌱 3. ", "▫️ 4. ", "tanpa nilai, belum ada hasil uji,"):
        ratna.sees(row)
    ratna.sees_not("belum kompeten")
    second = await stage.reads(name_of, people[1].id)
    await ratna.taps(f"➖ {second}")
    await ratna.says("Sudah punya usaha sendiri.")
    ratna.sees("oleh petugas: Sudah punya usaha sendiri.")
    await ratna.taps("Tetapkan 3 orang ini")
    ratna.sees("Sudah ditetapkan")
    await stage.a_moment_passes()
    for phone in (people[0], people[2], people[3]):
        await phone.waits_for("masuk inkubator bisnis")
        assert await stage.reads(_incubating, phone.id) == IncubatorStatus.INCUBATING.value
    await people[1].looks()
    assert not any("inkubator" in one["text"] for one in people[1].bot_messages())


def _incubating(session: Session, chat_id: int) -> str | None:
    found = incubator.of_enrolment(session, enrolment_of(session, chat_id).id)
    return None if found is None else found.status
