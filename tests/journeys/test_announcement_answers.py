"""Answers to announcements: by a tap under the message, changed until its day is over, counted and listed for staff."""

import asyncio
from collections import Counter
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update

import bot.request
from records import people
from records.campaigns import Campaign
from records.deliveries import Delivery
from records.demonstration import Group
from records.session import Session
from tests.journeys.announcing import WITH_CHAT, WORDS, outcomes, received, writes
from tests.journeys.memory import name_of
from tests.journeys.office import bu_ratna
from tests.journeys.replies import STALE
from tests.person import Phone
from tests.stage import Stage


async def confirms(stage: Stage, answers: str) -> Phone:
    """To everybody in the cohort, with buttons; the officer who did. Nothing has gone out yet."""
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("Jawaban: tanpa")
    await ratna.taps(answers)
    await ratna.taps("Kirim ke")
    return ratna


async def announces(stage: Stage, answers: str) -> Phone:
    """The same; it has arrived."""
    ratna = await confirms(stage, answers)
    await stage.a_moment_passes()
    await ratna.waits_for("Pengumuman sudah dikirim.")
    return ratna


def announcement(phone: Phone) -> tuple[int, list[str]]:
    """The message and the labels of its buttons."""
    found = next(message for message in phone.bot_messages() if WORDS in message["text"])
    return found["id"], [button["text"] for row in found["inline_keyboard"] for button in row]


async def test_whoever_comes_says_so_by_a_tap_and_staff_see_it_counted(stage: Stage) -> None:
    ratna = await announces(stage, "Hadir / Tidak hadir")
    sri, joko, *_rest = stage.of(Group.PARTICIPANT)
    for phone in (sri, joko):
        assert await received(phone) == 1
    message_id, labels = announcement(sri)
    assert labels == ["Hadir", "Tidak hadir"]
    await sri.taps("Tidak hadir")
    assert sri.toast() == "Tercatat: Tidak hadir"
    await sri.taps_on(message_id, "Hadir")
    assert sri.toast() == "Tercatat: Hadir"
    assert announcement(sri) == (message_id, ["✅ Hadir", "Tidak hadir"])
    await joko.taps("Tidak hadir")
    await ratna.taps("Laporan pengiriman")
    ratna.sees("Hadir: 1\n🙅 Tidak hadir: 1\nBelum menjawab: 9")
    await ratna.taps("💬 Jawaban")
    ratna.sees("🙋 Hadir\n▰▱▱▱▱▱▱▱▱▱ 1")
    await ratna.taps("🙋 Hadir · 1")
    ratna.sees(f"🙋 Hadir: 1 orang\n1. {await stage.reads(name_of, sri.id)}")
    await ratna.taps("⬅️ Jawaban")
    await ratna.taps("Unduh Excel")
    await ratna.waits_for("Jawaban dari 11 orang.")
    assert ratna.bot_messages()[-1]["protect"], "nobody can forward it"
    heads, *rows = list(load_workbook(BytesIO(stage.newest_file(ratna)))["Jawaban"].values)[2:]
    assert heads[1:4] == ("Nama", "Telepon", "Jawaban")
    assert Counter(row[3] for row in rows) == {"Hadir": 1, "Tidak hadir": 1, "Belum menjawab": 9}


async def test_who_answers_before_telegram_does_has_got_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.request, "READ_SECONDS", 1.0)
    sri = stage.of(Group.PARTICIPANT)[0]
    await confirms(stage, "Sudah saya baca")
    await stage.fails("sendMessage", "timeout_after", chat_id=sri.id)
    sending = asyncio.create_task(stage.canting.sender.empty())
    await sri.waits_for(WORDS)
    await sri.taps("Sudah saya baca")
    assert not sending.done()
    await sending
    assert await outcomes(stage) == {"sent": WITH_CHAT, "blocked": 1}


async def test_those_who_have_not_answered_are_written_to_alone(stage: Stage) -> None:
    ratna = await announces(stage, "Sudah saya baca")
    sri, joko, *_rest = stage.of(Group.PARTICIPANT)
    await sri.looks()
    await sri.taps("Sudah saya baca")
    await ratna.taps("Laporan pengiriman")
    await ratna.taps("💬 Jawaban")
    await ratna.taps("Tulis ke yang belum menjawab")
    ratna.sees("10 orang")
    await ratna.taps("✏️")
    await ratna.says("Mohon dibaca, ya.")
    await ratna.taps("Kirim ke 10 orang")
    await stage.a_moment_passes()
    assert [await received(phone, "Mohon dibaca, ya.") for phone in (sri, joko)] == [0, 1]


async def test_an_answer_does_not_disturb_a_form_that_is_open(stage: Stage) -> None:
    await announces(stage, "Sudah saya baca")
    sri = stage.of(Group.PARTICIPANT)[0]
    await sri.looks()
    await sri.says("/tanya")
    asked = sri.last()
    await sri.taps("Sudah saya baca")
    assert sri.toast() == "Tercatat: Sudah saya baca"
    assert sri.last() == asked
    await sri.says("Apakah boleh membawa anak?")
    sri.sees("Pertanyaan Anda sudah diterima petugas.")


async def test_once_its_day_is_over_an_answer_stays_as_it_was(stage: Stage) -> None:
    await announces(stage, "Hadir / Tidak hadir")
    tomorrow = (stage.clock.now() + timedelta(days=1)).date()
    await stage.writes(_is_about, tomorrow)
    sri, joko, *_rest = stage.of(Group.PARTICIPANT)
    await sri.looks()
    await sri.taps("Hadir")
    stage.clock.set(stage.clock.now() + timedelta(days=2))
    await sri.taps("Tidak hadir")
    assert sri.toast() == "Ini sudah lewat, jadi jawaban Anda tetap: Hadir. Terima kasih."
    await joko.looks()
    await joko.taps("Tidak hadir")
    assert "sudah lewat: jawaban tidak dikumpulkan lagi" in joko.toast()


def _is_about(session: Session, day: date) -> None:
    session.execute(update(Campaign).values(date_meant=day))


async def test_a_chat_that_speaks_for_two_answers_for_the_one_the_message_was_for(stage: Stage) -> None:
    sri, joko, *_rest = stage.of(Group.PARTICIPANT)
    await stage.writes(_shares, sri.id, joko.id)
    ratna = await announces(stage, "Hadir / Tidak hadir")
    await sri.looks()
    first, second = (m["id"] for m in sri.bot_messages() if WORDS in m["text"])
    await sri.taps_on(first, "Hadir")
    await sri.taps_on(second, "Tidak hadir")
    await ratna.taps("Laporan pengiriman")
    ratna.sees("Hadir: 1\n🙅 Tidak hadir: 1\nBelum menjawab: 9")


def _shares(session: Session, chat_id: int, other: int) -> None:
    (person,) = people.of_chat(session, other)
    people.link(session, person.id, chat_id, person.created_at)


async def test_a_poll_offers_what_the_officer_typed(stage: Stage) -> None:
    ratna = bu_ratna(stage)
    await writes(ratna)
    await ratna.taps("Jawaban: tanpa")
    await ratna.taps("Pilihan jawaban sendiri")
    ratna.sees("2 sampai 6, satu pilihan per baris")
    await ratna.says("Senin saja")
    ratna.sees("Yang terbaca: 1.")
    await ratna.says("1. Senin <pagi>\n2. Selasa & Rabu")
    assert "💬 Tanya: pilihan" in ratna.labels()
    await ratna.taps("Kirim ke")
    await stage.a_moment_passes()
    sri = stage.of(Group.PARTICIPANT)[0]
    await sri.looks()
    await sri.taps("Selasa & Rabu")
    assert announcement(sri)[1] == ["Senin <pagi>", "✅ Selasa & Rabu"]


async def test_forged_answers_are_none(stage: Stage) -> None:
    await announces(stage, "Hadir / Tidak hadir")
    sri, joko, *_rest = stage.of(Group.PARTICIPANT)
    await sri.looks()
    campaign, his = await stage.reads(_delivered, joko.id)
    _campaign, hers = await stage.reads(_delivered, sri.id)
    forged = (f"{campaign}.{his}.yes", f"{campaign + 1}.{hers}.yes", f"{campaign}.{hers}.read", f"{campaign}.{hers}.1")
    for data in (*forged, f"{campaign}.0.yes", f"{campaign}.{hers}", f"{campaign}", "", "x.y.z", f"{campaign}.-.yes"):
        await sri.forges(f"m:told:{data}")
        assert sri.toast() == STALE, data
    for screen in ("annreplies", "annwho", "annsheet", "annwrite", "annasks"):
        await sri.forges(f"m:{screen}:{campaign}.-.0")
        assert sri.toast() == STALE, screen
    assert announcement(sri)[1] == ["Hadir", "Tidak hadir"]


def _delivered(session: Session, chat_id: int) -> tuple[int, int]:
    row = session.execute(select(Delivery.campaign_id, Delivery.id).where(Delivery.chat_id == chat_id)).one()
    return row.campaign_id or 0, row.id
