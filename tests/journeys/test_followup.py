"""Follow-up: who is asked after a training, when, and how often."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from records import enrolments, people
from records.demonstration import Group
from records.followups import Followup
from records.session import Session
from tests.journeys.alumni import DUE, QUESTION, REMINDED, WITH_CHAT, asked, graduated, tells, told
from tests.journeys.memory import name_of
from tests.journeys.offering import open_cohort
from tests.journeys.office import bu_ratna, graduates, officers_leave
from tests.stage import Stage


async def test_nobody_is_asked_before_the_month_is_over(stage: Stage) -> None:
    sri, *others = await graduated(stage)
    await stage.until(DUE - timedelta(minutes=1))
    for phone in (sri, *others):
        assert await asked(phone) == 0


async def test_everybody_with_a_chat_is_asked_once_in_the_morning_a_month_later(stage: Stage) -> None:
    everybody = await graduated(stage)
    assert len(everybody) == WITH_CHAT
    await stage.until(DUE)
    await stage.a_moment_passes()
    for phone in everybody:
        assert await asked(phone) == 1
        newest = phone.bot_messages()[-1]
        assert datetime.fromisoformat(newest["at"]) - DUE < timedelta(minutes=1)
        assert QUESTION in newest["text"]


async def test_she_is_asked_by_name_about_her_own_training(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    name = await stage.reads(name_of, sri.id)
    await stage.until(DUE)
    await sri.waits_for(f"Halo {name}, kami dari BLK.\nAnda pernah mengikuti pelatihan Tata boga (pembuatan roti);")
    assert "🔕 Jangan tanya lagi" in sri.labels()


async def test_a_graduate_of_two_courses_is_asked_once_and_both_get_the_answer(stage: Stage) -> None:
    class_id = await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW", days=-20)  # begins today
    sri = stage.of(Group.PARTICIPANT)[0]
    await stage.writes(_enrolled, sri.id, class_id, stage)
    await graduated(stage, officers_stay=True)
    await graduates(bu_ratna(stage), "Las SMAW · Angkatan Khusus · 1")
    await officers_leave(stage)
    await stage.until(DUE + timedelta(minutes=5))
    assert await asked(sri) == 1
    await tells(sri, "Kerja digaji", "Ya, tetap", "Saat pelatihan", "Sesuai", "Lewati")
    sri.sees("Jawaban Anda sudah dicatat")
    records = await told(stage, sri)
    assert len({record.enrolment_id for record in records}) == 2
    assert {(r.status, r.employment, r.since, r.relevance, r.wave) for r in records} == {
        ("working", 4, "saat", 3, 1),  # of the training it was asked about
        ("working", 4, None, None, 1),
    }
    messages = len(sri.bot_messages())
    await stage.until(DUE + timedelta(days=20))
    await sri.looks()
    assert len(sri.bot_messages()) == messages


def _enrolled(session: Session, chat_id: int, class_id: int, stage: Stage) -> None:
    (person,) = people.of_chat(session, chat_id)
    enrolments.enrol(session, person.id, class_id, None, stage.clock.now())


async def test_a_scheduler_that_was_off_for_nine_days_catches_up_and_sends_everything_once(stage: Stage) -> None:
    everybody = await graduated(stage)
    stage.clock.set(DUE + timedelta(days=9))
    await stage.a_moment_passes()
    await stage.a_moment_passes()
    for phone in everybody:
        assert (await asked(phone), await asked(phone, REMINDED)) == (1, 0)
    await stage.passes(days=3.1)
    for phone in everybody:
        assert (await asked(phone), await asked(phone, REMINDED)) == (1, 1)


async def test_a_process_that_was_away_for_nine_days_catches_up_too(stage: Stage) -> None:
    everybody = await graduated(stage)
    await stage.goes_down()
    stage.clock.set(DUE + timedelta(days=9))
    await stage.comes_up()
    await stage.a_moment_passes()
    for phone in everybody:
        assert await asked(phone) == 1


async def test_outside_the_sending_hours_nobody_is_asked(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    stage.clock.set(DUE + timedelta(hours=2, minutes=45))
    await stage.a_moment_passes()
    assert await asked(sri) == 0
    await stage.until(DUE + timedelta(hours=4, minutes=30))
    assert await asked(sri) == 1


@pytest.mark.long
async def test_the_whole_year_asks_four_times_and_always_at_an_allowed_hour(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE + timedelta(days=370))
    assert (await asked(sri), await asked(sri, REMINDED)) == (4, 4)
    calendar = stage.canting.house.calendar
    for message in sri.bot_messages():
        assert calendar.allows(datetime.fromisoformat(message["at"]))
    assert await stage.reads(_open_plans) == 0


def _open_plans(session: Session) -> int:
    planned = select(Followup.id).where(Followup.state.in_(("planned", "asked")))
    return len(session.scalars(planned).all())
