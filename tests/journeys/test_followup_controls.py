"""What stands below every question of a follow-up: remind me later, that is not me, why do you ask."""

from datetime import timedelta

from sqlalchemy import select

from records import people
from records.followups import Followup, FollowupState
from records.session import Session
from tests.journeys.alumni import DUE, QUESTION, THIRD_MONTH, asked, first_wave, graduated, tells, told
from tests.journeys.memory import name_of
from tests.stage import Stage

PROMISED = "Anda minta diingatkan"


async def test_tomorrow_is_two_taps_and_the_question_stays_open(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(minutes=10))
    await sri.looks()
    await sri.taps("Kerja digaji")
    await sri.taps("Ingatkan nanti")
    sri.sees("Kapan enaknya kami ingatkan?")
    assert list(sri.labels()[:4]) == ["🕒 Nanti hari ini", "🌅 Besok", "📅 Minggu depan", "⬅️ Kembali"]
    asking, tomorrow = sri.button("Besok")
    await sri.taps("Besok")
    sri.sees("Kami ingatkan pada Sabtu, 7 November 2026 pukul 09.00")
    await sri.forges(tomorrow, asking)
    assert (await stage.reads(first_wave, sri.id)).snoozes == 1, "a second tap puts nothing off again"
    await stage.until(DUE + timedelta(days=1, minutes=1))
    assert await asked(sri, PROMISED) == 1
    assert "Tempat kerja atau juragan Anda tetap?" in sri.last()
    (record,) = await told(stage, sri)
    assert record.status == "working"


async def test_later_today_comes_in_the_evening_and_not_once_it_is_evening(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    evening = DUE + timedelta(hours=9)
    await stage.until(evening - timedelta(minutes=1))  # 17.59
    await sri.looks()
    await sri.taps("Ingatkan nanti")
    await sri.taps("Nanti hari ini")
    sri.sees("Kami ingatkan pada Jumat, 6 November 2026 pukul 19.30")
    await sri.taps("Jawab sekarang saja")
    assert QUESTION in sri.last()
    await stage.until(evening + timedelta(hours=1))
    await sri.taps("Ingatkan nanti")
    assert "🕒 Nanti hari ini" not in sri.labels()[:3]


async def test_whoever_has_the_phone_now_learns_nothing_and_hears_nothing_more(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    name = await stage.reads(name_of, sri.id)
    await stage.until(DUE)
    await sri.looks()
    person = await stage.reads(_person, sri.id)
    await sri.taps("Bukan saya")
    sri.sees("Apakah pertanyaan kami sampai ke orang lain?")
    assert name not in sri.last()
    await sri.taps("Ya, saya orang lain")
    sri.sees("Kami tidak akan menulis lagi ke sini tentang orang itu.")
    assert name not in sri.last()
    assert await stage.reads(people.chat_of, person) is None
    assert (await stage.reads(_first, person)).state == FollowupState.MISDIRECTED.value
    await sri.says("/status")
    assert name not in sri.last()
    count = len(sri.bot_messages())
    await stage.until(THIRD_MONTH + timedelta(days=1))
    await sri.looks()
    assert len(sri.bot_messages()) == count
    assert await asked(other) == 2


def _person(session: Session, chat_id: int) -> int:
    (person,) = people.of_chat(session, chat_id)
    return person.id


def _first(session: Session, person_id: int) -> Followup:
    return session.scalars(select(Followup).where(Followup.person_id == person_id, Followup.wave == 1)).one()


async def test_it_was_her_after_all(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Bukan saya")
    await sri.taps("Kembali")
    await tells(sri)
    sri.sees("Jawaban Anda sudah dicatat")


async def test_why_we_ask_is_told_above_the_question(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Mengapa ditanya?")
    sri.sees("Yang melihat jawaban Anda hanya petugas BLK; yang diumumkan hanya jumlah, tanpa nama.")
    assert QUESTION in sri.last()


async def test_status_leads_back_to_the_question_that_stands_open(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.says("/status")
    await sri.taps("Lanjutkan")
    sri.sees(QUESTION)
