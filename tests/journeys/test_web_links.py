"""Officers send the links by WhatsApp: nobody twice, and whoever has answered leaves the list."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.journeys.web import SETTINGS, answers_all, browser, invited, on_the_web
from tests.person import Phone
from tests.stage import ADMINISTRATOR, Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    about = {"admins": frozenset({ADMINISTRATOR}), **SETTINGS}
    async with staged(tmp_path / "home", demo=False, **about) as opened, on_the_web(opened):
        yield opened


async def at_the_desk(stage: Stage) -> Phone:
    officer = await stage.person("Ratna", id=ADMINISTRATOR)
    await officer.starts()
    await officer.says("/staf")
    await officer.taps("Alumni")
    await officer.taps("Tautan web")
    return officer


def whatsapp(officer: Phone) -> str:
    """Where the button leads."""
    urls = [b["url"] for row in officer.bot_messages()[-1]["inline_keyboard"] for b in row if b.get("url")]
    (found,) = [url for url in urls if url.startswith("https://wa.me/")]
    return str(found)


async def test_an_officer_sends_a_link_and_whoever_answers_by_it_leaves_the_list(stage: Stage) -> None:
    await invited(stage)
    officer = await at_the_desk(stage)
    await officer.taps("bulan 1: 0 dari 1 terkirim")
    await officer.taps("Sri Wahyuni")
    told = urlsplit(whatsapp(officer))
    assert re.fullmatch(r"/62812\d{8}", told.path)
    (words,) = parse_qs(told.query)["text"]
    assert words.startswith("Halo Sri, kami dari UPTD BLK Kota Pekalongan.")
    assert "Wahyuni" not in words
    (link,) = re.findall(r"http://\S+", words)
    assert link in officer.last()
    await officer.taps("Sudah saya kirim")
    assert "📨 Sri Wahyuni" in officer.labels()
    page = browser(stage, link.rpartition("/")[2])
    await page.opens()
    await officer.taps("Tautan web")
    await officer.taps("bulan 1: 1 dari 1 terkirim")
    assert "👁 Sri Wahyuni" in officer.labels()
    await officer.taps("Sri Wahyuni")
    officer.sees("📨 Dikirim Selasa, 6 Oktober 2026")
    await answers_all(page)
    await officer.taps("Kembali ke daftar")
    officer.sees("Semua yang sedang ditanya sudah menjawab")


async def test_whoever_may_not_follow_alumni_sees_no_link(stage: Stage) -> None:
    _page, followup_id = await invited(stage)
    officer = await at_the_desk(stage)
    await officer.taps("bulan 1: 0 dari 1 terkirim")
    (message, data) = officer.button("Sri Wahyuni")
    stranger = await stage.person("Tono")
    await stranger.starts()
    mine = stranger.bot_messages()[-1]["id"]
    for forged in (data, "m:weblinks", f"m:websent:{followup_id}", "m:webwave:1.1.0"):
        await stranger._act("tap", message_id=mine, data=forged)
        assert stranger.toast() == "Tombol ini sudah tidak berlaku."
    assert message
