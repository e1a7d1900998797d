"""Announcements that repeat: set up from a draft, each sent to whoever is concerned by then, stopped again."""

from datetime import datetime, timedelta

from sqlalchemy import select

from records.campaigns import Campaign
from records.classes import TrainingClass
from records.demonstration import Group
from records.enrolments import Enrolment
from records.people import Link
from records.session import Session
from tests.journeys.announcing import COHORT, LARGE, WORDS, alone, leaves, received, sends, together, writes
from tests.journeys.office import bu_ratna, goes_to, pak_wiryo
from tests.person import Phone
from tests.stage import Stage

WEEKLY = ("Pada hari tertentu", "Kamis", "Hal lain", "10.00", "4 minggu")


async def repeats(stage: Stage, *taps: str, cohort: str = COHORT, words: str = WORDS) -> Phone:
    """A draft to the cohort that repeats so."""
    ratna = bu_ratna(stage)
    await writes(ratna, words, cohort)
    await ratna.taps("🔁 Ulangi")
    for label in taps:
        await ratna.taps(label)
    await ratna.taps("Ya, ulangi")
    return ratna


async def test_a_weekly_reminder_goes_out_each_week_until_it_is_stopped(stage: Stage) -> None:
    ratna = await repeats(stage, *WEEKLY)
    ratna.sees("Diulang: setiap Kamis pukul 10.00 WIB, sampai")
    sri = stage.of(Group.PARTICIPANT)[0]
    for week in range(2):
        await stage.passes(days=7)
        assert await received(sri) == week + 1
    await ratna.looks()
    await sends(ratna)
    ratna.sees("Tulisan yang sama sudah dikirim kepada 11 dari 12 orang ini")
    await goes_to(ratna, "Pengumuman")
    await ratna.taps("🔁 Berulang")
    await ratna.taps(WORDS[:20])
    await ratna.taps("Lewati berikutnya")
    await ratna.taps("Ya, lewati")
    ratna.sees("Kamis, 22 Oktober 2026 pukul 10.00 WIB: dilewati")
    await stage.passes(days=7)
    assert await received(sri) == 2
    await ratna.taps("Berhenti")
    await ratna.taps("Ya, hentikan")
    ratna.sees("Sudah dihentikan: tidak ada yang dikirim lagi.")
    await stage.passes(days=14)
    assert await received(sri) == 2


async def test_each_class_is_reminded_days_before_its_own_end(stage: Stage) -> None:
    now = stage.clock.now()
    first, second = await stage.writes(_ends_of_classes, now)
    ratna = await repeats(stage, "Sebelum pelatihan setiap kelas berakhir", "3 hari", "08.00", "Sampai saya hentikan")
    ratna.sees("Selasa, 13 Oktober 2026 pukul 08.00 WIB · Angkatan III 2026 (data contoh) · Tata boga")
    await ratna.taps("Lewati berikutnya")
    ratna.sees("Lewati yang Selasa, 13 Oktober 2026 pukul 08.00 WIB · Angkatan III 2026 (data contoh) · Tata boga")
    await stage.passes(days=8)
    assert [await received(phone) for phone in (stage.phone(first), stage.phone(second))] == [1, 0]
    await stage.passes(days=5)
    assert [await received(phone) for phone in (stage.phone(first), stage.phone(second))] == [1, 1]
    await ratna.forges("m:annseries:1")
    ratna.sees("Angkatan III 2026 (data contoh) · Tata boga (pembua… · Angkatan III 2026…: terkirim")
    meant = await stage.reads(_meant)
    assert meant == [now.date() + timedelta(days=days) for days in (10, 15)]


def _ends_of_classes(session: Session, now: datetime) -> list[int]:
    """The cohort has two classes that end on different days; a chat of somebody in the first and in the second."""
    learning = (
        select(Enrolment, Link.chat_id)
        .join(Link, Link.person_id == Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(TrainingClass.graduated_at.is_(None))
        .order_by(Enrolment.id)
    )
    (first, a_chat), (second, another), *_rest = session.execute(learning).all()
    known = session.get_one(TrainingClass, first.class_id)
    columns = {column.key: getattr(known, column.key) for column in TrainingClass.__table__.columns}
    other = TrainingClass(**columns | {"id": None, "code": "DEMO-LAIN"})
    session.add(other)
    session.flush()
    second.class_id = other.id
    for days, one in ((10, first), (15, second)):
        session.get_one(TrainingClass, one.class_id).ends_on = now.date() + timedelta(days=days)
    return [a_chat, another]


def _meant(session: Session) -> list[object]:
    return list(
        session.scalars(select(Campaign.date_meant).where(Campaign.date_meant.is_not(None)).order_by(Campaign.id))
    )


async def test_a_reminder_whose_hour_nobody_was_awake_for_is_told_to_whoever_is_still_an_officer(stage: Stage) -> None:
    ratna = await repeats(stage, "Pada hari tertentu", "Kamis", "Pelajaran hari itu", "08.00", "4 minggu")
    ratna.sees("Belum ada jadwal berikutnya.")
    ratna = await repeats(stage, "Pada hari tertentu", "Kamis", "Hal lain", "08.00", "4 minggu")
    await stage.writes(leaves, ratna.id)
    await stage.goes_down()
    thursday = stage.clock.now() + timedelta(days=(3 - stage.clock.now().weekday()) % 7)
    stage.clock.set(thursday.replace(hour=6))
    await stage.comes_up()
    await stage.a_moment_passes()
    await stage.is_quiet()
    await pak_wiryo(stage).waits_for("Satu pengumuman berulang tidak dikirim")
    assert await ratna.heard("Satu pengumuman berulang tidak dikirim") == 0
    assert await received(stage.of(Group.PARTICIPANT)[0]) == 0


async def test_what_repeats_to_many_waits_until_a_second_officer_agrees(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna = await repeats(stage, *WEEKLY, cohort=LARGE, words=f"{WORDS} {{tanggal}}")
    ratna.sees("Penerimanya sangat banyak, jadi petugas kedua memeriksanya dulu.")
    assert "✅ Setujui" not in ratna.labels()
    await stage.a_moment_passes()
    wiryo = pak_wiryo(stage)
    await wiryo.waits_for("ingin mengulang pengumuman untuk banyak orang")
    await stage.passes(days=3)
    sri = stage.of(Group.ALUMNI)[0]
    assert await received(sri) == 0
    await wiryo.taps("🔁 Lihat")
    wiryo.sees("128 orang")
    await wiryo.taps("👀")
    await wiryo.waits_for("⬆️")
    wiryo.sees(f"{WORDS} 9 Oktober 2026")
    await wiryo.taps("⬅️ Kembali")
    await wiryo.taps("✅ Setujui")
    wiryo.sees("Berikutnya:")
    await stage.a_moment_passes()
    await ratna.waits_for("menyetujui pengumuman yang Anda ulang")
    await stage.passes(days=7)
    assert await received(sri) == 1


async def test_what_nobody_has_approved_is_shown_to_a_second_officer_once_there_is_one(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    ratna, wiryo, sri = bu_ratna(stage), pak_wiryo(stage), stage.of(Group.ALUMNI)[0]
    await stage.writes(alone, ratna.id)
    await repeats(stage, *WEEKLY, cohort=LARGE)
    await stage.passes(days=2, hours=1)
    assert await received(sri) == 1
    await stage.writes(together)
    await stage.passes(days=7)
    assert await received(sri) == 1
    await ratna.waits_for("menunggu petugas kedua")
    await wiryo.waits_for("mohon dilihat")
    await wiryo.taps("✅ Setujui")
    await stage.a_moment_passes()
    assert await received(sri) == 2
    await ratna.forges("m:annseries:1")
    ratna.sees("petugas kedua diminta melihatnya dulu")
