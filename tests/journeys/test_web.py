"""The questionnaire on the web: the same talk and the same records, for those who have no Telegram and those who do."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from records import audit, people
from records.followups import Followup, FollowupState
from records.session import Session
from records.talks import TalkState
from tests.journeys.web import SETTINGS, Browser, alumna, link, on_the_web, state_of, talks_about, told
from tests.person import Phone
from tests.stage import Stage, staged

LIMIT_BYTES = 30_000


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path / "home", demo=False, **SETTINGS) as opened, on_the_web(opened):
        yield opened


async def invited(stage: Stage, **about: object) -> tuple[Browser, int]:
    """Somebody whose wave has just begun: her link in a browser, and her follow-up."""
    house = stage.canting.house
    followup_id = await stage.writes(alumna, house.vault, stage.clock.now(), **about)  # type: ignore[arg-type]
    await stage.a_moment_passes()
    return await link(stage, followup_id), followup_id


async def in_both(stage: Stage) -> tuple[Phone, Browser, int]:
    """Somebody who has the question in her chat, and the link as well."""
    sri = await stage.person("Sri")
    await sri.starts()
    page, followup_id = await invited(stage, chat_id=sri.id)
    await sri.waits_for("apa kegiatan utama Anda?")
    return sri, page, followup_id


async def answers_all(page: Browser) -> None:
    """The first answer that is offered, until there is none."""
    for _question in range(20):
        answers = [one for one in page.page.buttons if not one.fields.get("press", ".:").startswith(".")]
        if not answers:
            return
        await page.sends(answers[0].fields)
        assert page.status == 200
        assert len(page.html.encode()) < LIMIT_BYTES
    raise AssertionError("it never ends")


async def test_whoever_has_no_telegram_answers_on_the_web_and_it_is_one_record(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    page.sees("Halo Sri , kami dari UPTD BLK Kota Pekalongan.")
    page.sees("Pertanyaan 1 dari")
    assert "Wahyuni" not in page.html
    await page.presses("Kerja digaji")
    (record,) = await stage.reads(told, followup_id)
    assert (record.status, record.activity, record.complete) == ("working", "kerja", False)
    await answers_all(page)
    page.sees("Terima kasih")
    (record,) = await stage.reads(told, followup_id)
    assert (record.status, record.source) == ("working", "self")
    assert (await stage.reads(state_of, followup_id)).state == "answered"
    (talk,) = await stage.reads(talks_about, followup_id)
    assert (talk.actor_chat, talk.state) == (None, TalkState.CONCLUDED.value)


async def test_looking_writes_that_the_question_arrived_and_no_talk(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    page.agent = "WhatsApp/2.25.20 A"
    await page.opens()
    assert "Sri" not in page.html
    assert (await stage.reads(state_of, followup_id)).reached_at is None
    page.agent = Browser(stage.session, "").agent
    await page.opens()
    assert (await stage.reads(state_of, followup_id)).reached_at == stage.clock.now()
    assert await stage.reads(talks_about, followup_id) == []


async def test_days_later_the_same_link_goes_on_at_the_question(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    await page.presses("Kerja digaji")
    await stage.passes(days=47)
    assert [talk.state for talk in await stage.reads(talks_about, followup_id)] == [TalkState.EXPIRED.value]
    again = await link(stage, followup_id)
    await again.opens()
    again.sees("Pertanyaan 2 dari")
    await answers_all(again)
    again.sees("Terima kasih")
    (talk,) = await stage.reads(talks_about, followup_id)
    assert talk.state == TalkState.CONCLUDED.value
    assert len(await stage.reads(told, followup_id)) == 1


async def test_back_shows_the_answer_again_and_another_one_takes_its_place(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    await page.presses("Kerja digaji")
    await page.presses("Kembali")
    page.sees("Tetap: Kerja digaji")
    await page.presses("OJT/magang")
    (record,) = await stage.reads(told, followup_id)
    assert record.activity == "ojt"


async def test_two_taps_on_one_button_are_one_answer(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    fields = page.button("Kerja digaji").fields
    await asyncio.gather(*(Browser(stage.session, page.url).sends(fields) for _tap in range(5)))
    await page.opens()
    page.sees("Pertanyaan 2 dari")
    assert len(await stage.reads(talks_about, followup_id)) == 1
    assert len(await stage.reads(told, followup_id)) == 1


async def test_a_double_click_does_not_answer_the_next_page(stage: Stage) -> None:
    page, _followup_id = await invited(stage)
    await page.opens()
    await page.presses("Kerja digaji")
    stage.clock.forward(timedelta(milliseconds=250))
    await page.presses("Harian")
    page.sees("Pertanyaan 2 dari")
    stage.clock.forward(timedelta(milliseconds=250))
    await page.presses("Harian")
    page.sees("Pertanyaan 3 dari")


async def test_a_form_of_an_earlier_page_changes_nothing_and_says_so(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    other = page.button("OJT/magang").fields
    await page.presses("Kerja digaji")
    back = page.button("Kembali").fields
    await page.sends(other)
    page.sees("Pertanyaan tadi sudah terjawab.")
    page.sees("Pertanyaan 2 dari")
    (record,) = await stage.reads(told, followup_id)
    assert record.activity == "kerja"
    await page.sends(back)
    await page.sends(back)
    page.sees("Pertanyaan 1 dari")


async def test_the_web_goes_on_in_the_talk_of_her_chat_which_then_knows(stage: Stage) -> None:
    sri, page, followup_id = await in_both(stage)
    await sri.taps("Kerja digaji")
    await page.opens()
    page.sees("Pertanyaan 2 dari")
    await answers_all(page)
    page.sees("Terima kasih")
    (talk,) = await stage.reads(talks_about, followup_id)
    assert (talk.actor_chat, talk.state) == (sri.id, TalkState.CONCLUDED.value)
    await stage.a_moment_passes()
    await sri.waits_for("jawaban Anda di halaman web sudah kami catat")
    await sri.taps("Ya, tetap")
    assert sri.toast() == "Tombol ini sudah tidak berlaku."
    assert len(await stage.reads(told, followup_id)) == 1


async def test_what_was_begun_on_the_web_goes_on_in_her_chat(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    await page.presses("Kerja digaji")
    sri = await stage.person("Sri")
    await sri.starts()
    await stage.writes(_linked, followup_id, sri.id, stage.clock.now())
    await stage.passes(days=3)
    await sri.waits_for("Tempat kerja atau juragan Anda tetap?")
    await page.presses("Ya, tetap")
    await sri.taps("Harian")
    assert sri.toast() == "Tombol ini sudah tidak berlaku."
    (talk,) = await stage.reads(talks_about, followup_id)
    assert talk.actor_chat == sri.id
    assert len(await stage.reads(told, followup_id)) == 1


async def test_stop_on_the_web_is_one_tap_and_holds_everywhere(stage: Stage) -> None:
    sri, page, followup_id = await in_both(stage)
    await page.opens()
    await page.presses("Jangan tanya lagi")
    page.sees("Kami tidak bertanya lagi")
    assert (await stage.reads(state_of, followup_id)).state == "stopped"
    before = len(sri.bot_messages())
    await stage.passes(days=8)
    await sri.looks()
    assert len(sri.bot_messages()) == before


async def test_stop_on_the_web_can_be_taken_back_there_and_the_question_stands_there_again(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    await page.presses("Jangan tanya lagi")
    assert len(page.html.encode()) < LIMIT_BYTES
    after_all = page.button("Batal, boleh tanya saya").fields
    await page.presses("Batal, boleh tanya saya")
    page.sees("Pertanyaan 1 dari")
    assert (await stage.reads(state_of, followup_id)).state == "asked"
    assert await stage.reads(_audited, "followup.asked_again") == 1
    await page.sends(after_all)
    assert "sudah terjawab" not in page.says(), "a second tap says nothing new"
    page.sees("Pertanyaan 1 dari")
    await answers_all(page)
    page.sees("Terima kasih")


async def test_stop_taken_back_on_the_web_holds_in_her_chat(stage: Stage) -> None:
    sri, page, followup_id = await in_both(stage)
    await sri.taps("Jangan tanya lagi")
    await page.opens()
    await page.presses("Batal, boleh tanya saya")
    await sri.taps("Batal, boleh tanya saya")
    sri.sees("Memang begitu")
    await stage.passes(days=8)
    await sri.looks()
    assert "apa kegiatan utama Anda?" in sri.last(), "a reminder, as before"
    assert (await stage.reads(state_of, followup_id)).state == "asked"


async def test_stop_taken_back_when_the_time_to_ask_is_over_waits_for_the_next_one(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await stage.writes(_stopped_before_it_was_asked, followup_id, stage.clock.now() - timedelta(days=30))
    await page.opens()
    await page.presses("Batal, boleh tanya saya")
    page.sees("Tautan ini sudah berakhir")
    page.sees("Kami bertanya lagi saat waktunya tiba")


async def test_a_link_that_is_over_takes_nothing_back(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    await page.presses("Jangan tanya lagi")
    after_all = page.button("Batal, boleh tanya saya").fields
    await stage.passes(days=61)
    await page.sends(after_all)
    page.sees("Kami tidak bertanya lagi")
    assert page.labels() == []
    assert (await stage.reads(state_of, followup_id)).state == "stopped"


async def test_whoever_has_the_link_by_mistake_says_so_and_her_own_chat_still_speaks_for_her(stage: Stage) -> None:
    sri, page, followup_id = await in_both(stage)
    await page.opens()
    await page.presses("Bukan saya")
    await page.presses("Kembali")
    page.sees("Pertanyaan 1 dari")
    await page.presses("Bukan saya")
    await page.presses("Ya, saya orang lain")
    page.sees("Terima kasih sudah memberi tahu")
    assert "Sri" not in page.html
    assert (await stage.reads(state_of, followup_id)).state == "misdirected"
    assert await stage.reads(_chat_of, followup_id) == sri.id


async def test_a_link_ends_with_its_wave(stage: Stage) -> None:
    page, _followup_id = await invited(stage)
    await stage.passes(days=61)
    await page.opens()
    assert page.status == 410
    page.sees("Tautan ini sudah berakhir")
    page.sees("Senin-Jumat 08.00-15.00 WIB")
    assert "Sri" not in page.html


async def test_an_early_link_asks_nothing_yet(stage: Stage) -> None:
    house = stage.canting.house
    followup_id = await stage.writes(alumna, house.vault, stage.clock.now() + timedelta(days=9))
    page = await link(stage, followup_id)
    await page.opens()
    page.sees("Belum waktunya")


async def test_of_somebody_who_has_died_nothing_is_said(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await stage.writes(_died, followup_id, stage.clock.now())
    await page.opens()
    assert page.status == 410
    assert "Sri" not in page.html


def _linked(session: Session, followup_id: int, chat_id: int, now: datetime) -> None:
    person_id = session.get_one(Followup, followup_id).person_id
    people.link(session, person_id, chat_id, now)


def _chat_of(session: Session, followup_id: int) -> int | None:
    return people.chat_of(session, session.get_one(Followup, followup_id).person_id)


def _audited(session: Session, action: str) -> int:
    return session.scalars(select(func.count()).where(audit.Entry.action == action)).one()


def _stopped_before_it_was_asked(session: Session, followup_id: int, due_at: datetime) -> None:
    followup = session.get_one(Followup, followup_id)
    followup.state, followup.due_at, followup.first_asked_at = FollowupState.STOPPED.value, due_at, None


def _died(session: Session, followup_id: int, now: datetime) -> None:
    person_id = session.get_one(Followup, followup_id).person_id
    people.by_id(session, person_id).deceased_on = now.date()
