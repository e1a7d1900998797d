"""Jangan tanya lagi on the web: one tap, holding everywhere, and taken back where the link is still open."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from records import audit
from records.followups import Followup, FollowupState
from records.session import Session
from tests.journeys.web import (
    LIMIT_BYTES,
    SETTINGS,
    answers_all,
    in_both,
    invited,
    on_the_web,
    state_of,
)
from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path / "home", demo=False, **SETTINGS) as opened, on_the_web(opened):
        yield opened


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


def _audited(session: Session, action: str) -> int:
    return session.scalars(select(func.count()).where(audit.Entry.action == action)).one()


def _stopped_before_it_was_asked(session: Session, followup_id: int, due_at: datetime) -> None:
    followup = session.get_one(Followup, followup_id)
    followup.state, followup.due_at, followup.first_asked_at = FollowupState.STOPPED.value, due_at, None
