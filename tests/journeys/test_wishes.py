"""Wishes: whoever waits for a kejuruan is told once, when a class of it really takes people."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import people, wishes
from records.classes import TrainingClass
from records.programmes import Programme
from tests.journeys.applicant import newcomer, registers
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, goes_to
from tests.person import Phone
from tests.stage import Stage


def tomorrow_evening(stage: Stage) -> datetime:
    """At eight in Pekalongan."""
    here = stage.clock.now().astimezone(ZoneInfo("Asia/Jakarta"))
    return (here + timedelta(days=1)).replace(hour=20, minute=0, second=0, microsecond=0)


def changed(session: Session, class_id: int, /, **values: object) -> None:
    session.execute(update(TrainingClass).where(TrainingClass.id == class_id).values(**values))


async def wishes_for(phone: Phone, programme: str) -> None:
    await phone.starts()
    await phone.taps("Lihat pelatihan & daftar")
    await phone.taps("Belum buka? Kabari saya")
    await phone.taps(programme)


async def test_a_wish_is_told_once_when_a_class_opens(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    siti.sees("begitu pendaftaran Las SMAW dibuka, Anda kami kabari di sini")
    assert "✅ Las SMAW" in siti.labels()
    await stage.passes(days=1)
    siti.sees_not("sudah dibuka")

    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.passes(days=1)
    await siti.waits_for("Anda minta dikabari: pendaftaran Las SMAW sudah dibuka.")
    told = len(siti.bot_messages())
    await siti.taps("Lihat pelatihan")
    siti.sees("Las SMAW\nAngkatan Khusus")

    await stage.passes(days=2)
    await siti.looks()
    assert len(siti.bot_messages()) <= told + 1, "once a wish"
    assert await stage.reads(wishes.of_chat, siti.id) == {}


async def test_a_wish_that_was_taken_back_is_not_told(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    await siti.taps("✅ Las SMAW")
    siti.sees("Dibatalkan: Las SMAW.")
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.passes(days=1)
    await siti.looks()
    siti.sees_not("sudah dibuka")


async def test_what_opens_at_night_is_told_in_the_morning(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    evening = tomorrow_evening(stage)
    class_id = await stage.writes(open_cohort, evening + timedelta(days=1), programme="Las SMAW")
    await stage.until(evening + timedelta(hours=10))
    await siti.looks()
    siti.sees_not("sudah dibuka")
    assert await stage.reads(wishes.of_chat, siti.id)
    await stage.until(evening + timedelta(hours=13))
    await siti.waits_for("pendaftaran Las SMAW sudah dibuka")
    _message, data = siti.button("Lihat pelatihan")
    assert data == f"m:class:{class_id}"


async def test_a_class_that_is_cancelled_overnight_is_not_promised_and_the_wish_stays(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    evening = tomorrow_evening(stage)
    class_id = await stage.writes(open_cohort, evening + timedelta(days=1), programme="Las SMAW")
    await stage.until(evening + timedelta(hours=10))
    await stage.writes(changed, class_id, cancelled_at=stage.clock.now())
    await stage.until(evening + timedelta(days=2))
    await siti.looks()
    siti.sees_not("sudah dibuka")
    assert list((await stage.reads(wishes.of_chat, siti.id)).values()) == ["Las SMAW"]


async def test_a_class_that_takes_nobody_more_is_told_of_once_a_place_is_free(stage: Stage) -> None:
    siti = await newcomer(stage)
    await wishes_for(siti, "Las SMAW")
    class_id = await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.writes(changed, class_id, applicant_cap=0)
    await stage.passes(days=1)
    await siti.starts()
    siti.sees_not("sudah dibuka")
    await siti.forges(f"m:class:{class_id}")
    await siti.taps("Anda dikabari bila dibuka lagi")
    assert "✅ Las SMAW" in siti.labels()
    await stage.writes(changed, class_id, applicant_cap=30)
    await stage.passes(days=1)
    await siti.waits_for("pendaftaran Las SMAW sudah dibuka")


async def test_staff_read_how_many_wish_for_which_kejuruan(stage: Stage) -> None:
    for name in ("Siti", "Wulan"):
        await wishes_for(await newcomer(stage, name), "Las SMAW")
    await wishes_for(await newcomer(stage, "Tono"), "Setir mobil")
    ratna = bu_ratna(stage)
    await goes_to(ratna, "Peminat kejuruan")
    ratna.sees("Las SMAW: 7 menunggu, 7 seluruhnya\nOperator komputer: 4 menunggu, 4 seluruhnya")
    ratna.sees("Setir mobil: 1 menunggu, 1 seluruhnya")


async def test_the_wishes_go_into_an_excel_for_planning_that_names_nobody(stage: Stage) -> None:
    siti, ratna = await newcomer(stage), bu_ratna(stage)
    await wishes_for(siti, "Las SMAW")
    await goes_to(ratna, "Peminat kejuruan")
    await ratna.taps("Semuanya sebagai Excel")
    await ratna.waits_for("per kejuruan dan per bulan")
    summary, months = load_workbook(BytesIO(stage.newest_file(ratna))).worksheets
    rows = cells(summary)
    assert rows[2] == ["Kejuruan", "Menunggu kabar", "Pernah meminta", "Menunggu sejak"]
    assert rows[3][:3] == ["Las SMAW", 6, 6]
    assert len(rows) == 3 + 16, "every kejuruan, wished for or not"
    head, *counted = cells(months)[2:]
    assert all(month[:4] == "2026" for month in head[1:])
    assert {row[0]: sum(row[1:]) for row in counted}["Las SMAW"] == 6
    await siti.forges("m:demandfile")
    assert siti.toast() == "Tombol ini sudah tidak berlaku."


def cells(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


async def test_a_wish_for_somebody_whom_another_chat_speaks_for_by_now_names_nobody_here(stage: Stage) -> None:
    siti, other = await newcomer(stage), await newcomer(stage, "Wulan", "+6281234567899")
    await registers(siti)
    await other.starts()
    await stage.writes(wished_for_her, siti.id, stage.clock.now())
    await stage.writes(moves_away, siti.id, other.id, stage.clock.now())
    await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.passes(days=1)
    await siti.looks()
    siti.sees_not("sudah dibuka")


def wished_for_her(session: Session, chat_id: int, now: datetime) -> None:
    (person,) = people.of_chat(session, chat_id)
    welding = session.scalars(select(Programme.id).where(Programme.name == "Las SMAW")).one()
    assert wishes.wish(session, chat_id, welding, now, person.id)


def moves_away(session: Session, chat_id: int, to: int, now: datetime) -> None:
    (person,) = people.of_chat(session, chat_id)
    people.link(session, person.id, to, now)


async def test_what_is_open_need_not_be_wished_for(stage: Stage) -> None:
    siti = await newcomer(stage)
    await siti.starts()
    await siti.taps("Lihat pelatihan & daftar")
    await siti.taps("Belum buka? Kabari saya")
    assert "🔔 Menjahit" not in siti.labels()
    assert "🔔 Las SMAW" in siti.labels()
