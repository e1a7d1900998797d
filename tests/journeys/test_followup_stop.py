"""Whoever is asked no more: she said so, she died, or she blocked the bot."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from records import chats, endings, enrolments, people, planning
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.followups import Followup
from records.labour import LabourStatus
from records.session import Session
from tests.journeys.alumni import DUE, QUESTION, THIRD_MONTH, asked, graduated, tells, told
from tests.journeys.memory import name_of
from tests.journeys.offering import open_cohort
from tests.stage import Stage


async def test_do_not_ask_again_is_one_tap_and_nothing_comes_ever_after(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    name = await stage.reads(name_of, sri.id)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Jangan tanya lagi")
    sri.sees(f"Baik, {name}: kami tidak akan bertanya lagi.")
    await sri.taps("🏠 Menu")
    sri.sees("Apa yang ingin Anda lakukan?")
    count = len(sri.bot_messages())
    await stage.until(DUE + timedelta(days=400))
    await sri.looks()
    assert len(sri.bot_messages()) == count
    assert await asked(other) == 4


async def test_a_slip_of_the_finger_is_taken_back_and_the_question_stands_there_again(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Jangan tanya lagi")
    _message, after_all = sri.button("Batal, boleh tanya saya")
    await other.looks()
    await other.forges(after_all)
    await sri.forges(after_all)
    sri.sees(QUESTION)
    await tells(sri)
    sri.sees("Terima kasih")
    await sri.forges(after_all)
    sri.sees("Memang begitu")
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 1, "the third month; the first was answered"


async def test_months_later_she_may_change_her_mind_and_the_next_wave_comes(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE)
    for phone in (sri, other):
        await phone.looks()
        await phone.taps("Jangan tanya lagi")
    await stage.until(DUE + timedelta(days=40))
    await sri.says("/status")
    await sri.taps("Boleh tanya saya lagi")
    sri.sees("Kami bertanya lagi saat waktunya tiba")
    await sri.says("/status")
    assert "🔔 Boleh tanya saya lagi" not in sri.labels()
    await stage.until(THIRD_MONTH)
    assert (await asked(sri), await asked(other)) == (1, 0)


async def test_do_not_ask_again_keeps_what_was_answered_so_far(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.until(DUE)
    await sri.looks()
    await sri.taps("Kerja digaji")
    await sri.taps("Jangan tanya lagi")
    (record,) = await told(stage, sri)
    assert record.status == LabourStatus.WORKING.value


@pytest.mark.long
async def test_do_not_ask_again_after_the_last_silence_holds_for_another_training(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await stage.writes(_only_the_first_wave, sri.id)
    await stage.until(DUE + timedelta(days=17))
    await sri.looks()
    await sri.taps("Jangan tanya lagi")
    sri.sees("kami tidak akan bertanya lagi.")
    class_id = await stage.writes(open_cohort, stage.clock.now(), programme="Las SMAW")
    await stage.writes(_trained_again, sri.id, class_id, stage)
    count = len(sri.bot_messages())
    await stage.passes(400)
    await sri.looks()
    assert len(sri.bot_messages()) == count


def _only_the_first_wave(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    session.execute(delete(Followup).where(Followup.person_id == person.id, Followup.wave > 1))


def _trained_again(session: Session, chat_id: int, class_id: int, stage: Stage) -> None:
    (person,) = people.of_chat(session, chat_id)
    now, house = stage.clock.now(), stage.canting.house
    enrolment = enrolments.enrol(session, person.id, class_id, None, now)
    endings.graduate(session, enrolment.id, now.date(), now)
    session.refresh(enrolment)
    planning.plan(session, enrolment, house.profile.followup.waves, house.calendar, now)


async def test_the_dead_are_not_asked(stage: Stage) -> None:
    sri, other, *_others = await graduated(stage)
    await stage.writes(_died, sri.id)
    await stage.until(DUE + timedelta(days=4))
    assert (await asked(sri), await asked(other)) == (0, 1)


def _died(session: Session, chat_id: int) -> None:
    (person,) = people.of_chat(session, chat_id)
    person.deceased_on = DUE.date() - timedelta(days=5)


async def test_whoever_blocks_the_bot_gets_nothing_more_until_she_starts_it_again(stage: Stage) -> None:
    sri, *_others = await graduated(stage)
    await sri.blocks()
    assert not (await stage.reads(_chat, sri.id, stage)).reachable
    await stage.until(DUE + timedelta(days=22))
    assert await asked(sri) == 0
    assert await stage.reads(_outcomes, sri.id) == {DeliveryStatus.BLOCKED.value}
    await sri.starts()
    assert (await stage.reads(_chat, sri.id, stage)).reachable
    await stage.until(THIRD_MONTH)
    assert await asked(sri) == 1


async def test_a_block_that_nobody_told_us_of_is_found_when_sending(stage: Stage) -> None:
    stage.expects_refusals.add(403)
    sri, other, *_others = await graduated(stage)
    await stage.until(DUE - timedelta(hours=1))
    stage.world.people[sri.id].blocked = True
    await stage.until(DUE)
    assert await asked(other) == 1
    assert not (await stage.reads(_chat, sri.id, stage)).reachable
    refused = len(await stage.refusals())
    await stage.until(DUE + timedelta(days=20))
    assert len(await stage.refusals()) == refused == 1
    await sri.starts()
    sri.sees(QUESTION)
    assert (await stage.reads(_chat, sri.id, stage)).reachable


def _chat(session: Session, chat_id: int, stage: Stage) -> chats.ChatState:
    found = session.get(chats.Chat, chat_id)
    assert found is not None
    return chats.load(session, chat_id, stage.clock.now())


def _outcomes(session: Session, chat_id: int) -> set[str]:
    of_her = (Delivery.chat_id == chat_id, Delivery.kind == DeliveryKind.FOLLOWUP.value)
    return set(session.scalars(select(Delivery.status).where(*of_her)))
