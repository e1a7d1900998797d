"""The questionnaire in a real browser on a small phone, with JavaScript switched off."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, ViewportSize, async_playwright, expect

from conversations import web_links
from tests.journeys.web import SETTINGS, alumna, on_the_web, state_of, talks_about, told
from tests.page.browser import MISSING, PATIENCE_MS, SWITCHES, find_chromium
from tests.page.browser import sandbox as switches_for_us
from tests.stage import Stage, staged

PHONE: ViewportSize = {"width": 360, "height": 740}
WIDTHS = (320, 360, 400)
LARGEST_BYTES = 30_000
SMALLEST_TARGET = 44


@dataclass
class Visitor:
    """A phone with the link open, and what the browser asked for on the way."""

    page: Page
    link: str
    sizes: list[int] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def opens(self) -> None:
        await self.page.goto(self.link)

    async def taps(self, label: str) -> None:
        await self.page.get_by_role("button", name=label, exact=True).click()

    async def sees(self, words: str) -> None:
        await expect(self.page.locator("body")).to_contain_text(words, timeout=PATIENCE_MS)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path / "home", demo=False, **SETTINGS) as opened, on_the_web(opened):
        yield opened


@asynccontextmanager
async def phone(link: str, width: int = PHONE["width"], scale: int = 1) -> AsyncIterator[Visitor]:
    executable = find_chromium()
    if executable is None:
        pytest.fail(MISSING, pytrace=False)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=[*SWITCHES, *switches_for_us()])
        context = await browser.new_context(
            viewport={"width": width, "height": 740},
            is_mobile=True,
            has_touch=True,
            java_script_enabled=False,
            device_scale_factor=scale,
        )
        yield await _visitor(context, link)
        await browser.close()


async def _visitor(context: BrowserContext, link: str) -> Visitor:
    visitor = Visitor(await context.new_page(), link)
    base = link.rpartition("/a/")[0]
    visitor.page.on(
        "request", lambda one: None if one.url.startswith((base, "data:")) else visitor.elsewhere.append(one.url)
    )
    visitor.page.on("console", lambda one: visitor.complaints.append(one.text))
    return visitor


async def link_of(stage: Stage, followup_id: int) -> str:
    assert stage.canting.web is not None
    followup = await stage.reads(state_of, followup_id)
    path = web_links.address(stage.canting.house, followup).partition(web_links.PATH)[2]
    return f"http://127.0.0.1:{stage.canting.web.port}{web_links.PATH}{path}"


async def invited(stage: Stage, wave: int = 1) -> tuple[str, int]:
    house = stage.canting.house
    followup_id = await stage.writes(alumna, house.vault, stage.clock.now(), "Sri Wahyuni", None, wave)
    await stage.a_moment_passes()
    return await link_of(stage, followup_id), followup_id


async def looks_right(visitor: Visitor) -> None:
    """Nothing sticks out, every target is large enough for a thumb, every field has its label, one heading."""
    page = visitor.page
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.set_viewport_size(PHONE)
    for target in await page.locator("button, summary, input:not([type=hidden])").all():
        box = await target.bounding_box()
        assert box is not None
        assert box["height"] >= SMALLEST_TARGET, await target.inner_text()
    assert await page.locator("html").get_attribute("lang") == "id"
    assert await page.locator("h1").count() == 1
    for typed in await page.locator("input:not([type=hidden])").all():
        assert await page.locator(f"label[for={await typed.get_attribute('id')}]").count() == 1
    assert len((await page.content()).encode()) < LARGEST_BYTES


async def test_a_graduate_answers_on_her_phone_and_goes_on_the_next_day(stage: Stage) -> None:
    link, followup_id = await invited(stage)
    async with phone(link) as sri:
        await sri.opens()
        await sri.sees("Pertanyaan 1 dari")
        await looks_right(sri)
        left_open = Visitor(await sri.page.context.new_page(), link)
        await left_open.opens()
        await sri.taps("Kerja digaji")
        await sri.sees("Pertanyaan 2 dari")
        await looks_right(sri)
        await left_open.taps("OJT/magang")
        await left_open.sees("Pertanyaan tadi sudah terjawab.")
        await sri.taps("Kembali")
        await sri.taps("Tetap: Kerja digaji")
        await sri.sees("Pertanyaan 2 dari")
        assert (sri.elsewhere, sri.complaints) == ([], [])
    await stage.passes(days=1)
    async with phone(link, width=320) as sri:
        await sri.opens()
        await sri.sees("Pertanyaan 2 dari")
        for _question in range(20):
            answers = sri.page.locator("button.answer")
            if not await answers.count():
                break
            await looks_right(sri)
            await answers.first.click()
        await sri.sees("Terima kasih")
        await looks_right(sri)
        await sri.page.reload()
        await sri.sees("Terima kasih")
        assert (sri.elsewhere, sri.complaints) == ([], [])
    (record,) = await stage.reads(told, followup_id)
    assert (record.activity, record.source) == ("kerja", "self")
    assert len(await stage.reads(talks_about, followup_id)) == 1


async def test_the_keyboard_alone_is_enough(stage: Stage) -> None:
    link, followup_id = await invited(stage)
    async with phone(link) as sri:
        await sri.opens()
        await sri.page.keyboard.press("Tab")
        await expect(sri.page.get_by_role("button", name="Kerja digaji")).to_be_focused()
        await sri.page.keyboard.press("Enter")
        await sri.sees("Pertanyaan 2 dari")
    (record,) = await stage.reads(told, followup_id)
    assert record.activity == "kerja"


async def test_stop_and_a_link_that_is_over_say_so_kindly(stage: Stage) -> None:
    link, followup_id = await invited(stage)
    async with phone(link) as sri:
        await sri.opens()
        await sri.taps("Jangan tanya lagi")
        await sri.sees("Kami tidak bertanya lagi")
        await looks_right(sri)
        await sri.page.goto(link[:-3])
        await sri.sees("Tautan ini tidak lengkap")
        await looks_right(sri)
    assert (await stage.reads(state_of, followup_id)).state == "stopped"
