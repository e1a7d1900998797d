"""The quick check: three taps tell which classes fit, and for the others why not."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.applications import Application
from records.people import Education, Person
from records.programmes import Programme
from records.requirements import NEVER_BEFORE, Requirements
from records.talks import TalkRow
from tests.journeys.applicant import newcomer
from tests.journeys.offering import open_cohort
from tests.person import Phone
from tests.stage import Stage


async def checks(phone: Phone, *taps: str) -> None:
    """From START through the quick check."""
    await phone.starts()
    await phone.taps("Lihat pelatihan & daftar")
    await phone.taps("Cek cepat")
    for label in taps:
        await phone.taps(label)


async def test_three_taps_tell_which_classes_fit(stage: Stage) -> None:
    siti = await newcomer(stage)
    await checks(siti, "Kota Pekalongan", "18 sampai 45", "SMK/MAK")
    siti.sees("6 pelatihan terbuka cocok untuk Anda.")
    await siti.taps("Menjahit")
    siti.sees("Pendaftaran sampai")


async def test_whoever_comes_from_elsewhere_reads_for_each_class_why_not(stage: Stage) -> None:
    andi = await newcomer(stage, "Andi")
    await checks(andi, "Luar Kota Pekalongan", "46 tahun ke atas", "SD/MI")
    andi.sees("1 pelatihan terbuka cocok untuk Anda.")
    assert "✅ Instalasi tenaga listrik" in andi.labels()
    andi.sees("✖️ Menjahit: hanya untuk KTP Kota Pekalongan")
    assert andi.last().count("✖️") == 5, "a sentence each"


async def test_a_minor_is_kindly_sent_to_the_counter(stage: Stage) -> None:
    young = await newcomer(stage)
    await checks(young, "Kota Pekalongan", "Usia di bawah 18 tahun", "SMP/MTs")
    young.sees("Saat ini belum ada pelatihan terbuka yang cocok untuk Anda.")
    young.sees("✖️ Menjahit: mulai usia 18 tahun")
    young.sees("Silakan datang ke loket")


async def test_education_counts_in_the_quick_check(stage: Stage) -> None:
    rules = Requirements(education_floor=Education.SMA, course_free_years=NEVER_BEFORE)
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW", requirements=rules)
    siti = await newcomer(stage)
    await checks(siti, "Kota Pekalongan", "18 sampai 45", "SMP/MTs")
    siti.sees("✖️ Las SMAW · Angkatan Khusus: minta pendidikan minimal SMA/SMK")


def _kept(session: Session) -> list[int]:
    return [session.scalar(select(func.count()).select_from(table)) or 0 for table in (Person, TalkRow, Application)]


async def test_many_classes_of_long_names_still_fit_one_message(stage: Stage) -> None:
    def thirty_more(session: Session, now: datetime) -> None:
        for n in range(30):
            session.add(
                Programme(
                    code=f"panjang-{n}",
                    name=f"{n:02} Operator Pengolahan Hasil Perikanan & Pertanian ".ljust(80, "x"),
                    teaches="Olah.",
                )
            )
            session.flush()
            name = session.scalars(select(Programme.name).where(Programme.code == f"panjang-{n}")).one()
            open_cohort(session, now, name="Angkatan <Khusus> ".ljust(80, "y"), code=f"99{n:02}-1", programme=name)

    await stage.writes(thirty_more, stage.clock.now())
    andi = await newcomer(stage, "Andi")
    await checks(andi, "Luar Kota Pekalongan", "46 tahun ke atas", "SD/MI")
    assert andi.last().count("✖️") == 14
    andi.sees("dan 21 lagi yang belum cocok")
    await andi.starts()
    await andi.taps("Lihat pelatihan & daftar")
    await andi.taps("Belum buka? Kabari saya")
    andi.sees("Kabari saya")


async def test_the_quick_check_is_stored_nowhere(stage: Stage) -> None:
    before = await stage.reads(_kept)
    siti = await newcomer(stage)
    await checks(siti, "Kota Pekalongan", "18 sampai 45", "SMK/MAK")
    assert await stage.reads(_kept) == before


async def test_what_nobody_offered_is_no_quick_check(stage: Stage) -> None:
    siti = await newcomer(stage)
    await checks(siti)
    for forged in ("x", "y.x", "y.20.phd", "y.20.smk.more", "y.999999999999999999999.smk", "..", "y..smk"):
        await siti.forges(f"m:check:{forged}")
        assert siti.toast() == "Tombol ini sudah tidak berlaku.", forged
