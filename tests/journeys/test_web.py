"""The questionnaire on the web: the same talk and the same records, for those who have no Telegram and those who do."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from records import people
from records.followups import Followup
from records.session import Session
from records.talks import TalkState
from tests.journeys.web import (
    SETTINGS,
    Browser,
    alumna,
    answers_all,
    in_both,
    invited,
    link,
    on_the_web,
    state_of,
    talks_about,
    told,
)
from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path / "home", demo=False, **SETTINGS) as opened, on_the_web(opened):
        yield opened


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


def _died(session: Session, followup_id: int, now: datetime) -> None:
    person_id = session.get_one(Followup, followup_id).person_id
    people.by_id(session, person_id).deceased_on = now.date()
