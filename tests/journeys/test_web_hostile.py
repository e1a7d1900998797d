"""The web page against those who guess, forge, flood, dawdle and write what they like."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys.web import (
    SETTINGS,
    Browser,
    alumna,
    browser,
    invited,
    link,
    on_the_web,
    state_of,
    talks_about,
    told,
)
from tests.stage import Stage, staged

PATIENCE_SECONDS = 10


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path / "home", demo=False, **SETTINGS) as opened, on_the_web(opened):
        yield opened


def token_of(page: Browser) -> str:
    return page.url.rpartition("/")[2]


async def test_a_token_that_is_not_ours_opens_nothing_and_saves_nothing(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    genuine = token_of(page)
    enrolment, wave, signature = genuine.split("-")
    forged = (
        genuine[:-1],
        genuine[:-1] + ("a" if genuine[-1] != "a" else "b"),
        genuine.upper(),
        f"{enrolment}-3-{signature}",
        f"{int(enrolment) + 1}-{wave}-{signature}",
        f"0{genuine}",
        f"{enrolment}-{wave}-{'a' * 26}",
        "1-1-",
        "%00",
        "..%2f..%2fetc",
    )
    for token in forged:
        other = browser(stage, token)
        await other.opens()
        assert (other.status, "Sri" in other.html) == (404, False), token
        await other.sends({"at": "q1", "press": "q1:kerja"})
        assert other.status == 404
    assert await stage.reads(talks_about, followup_id) == []


async def test_a_link_answers_its_own_questions_only(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    house = stage.canting.house
    another = await stage.writes(alumna, house.vault, stage.clock.now(), "Tuti", first=500)
    await (await link(stage, another)).sends({"at": "q1", "press": "q1:kerja"})
    assert await stage.reads(told, followup_id) == []
    assert len(await stage.reads(told, another)) == 1
    await page.opens()
    page.sees("Pertanyaan 1 dari")


async def test_what_no_page_offered_is_not_taken(stage: Stage) -> None:
    page, followup_id = await invited(stage)
    await page.opens()
    for press in ("q1:presiden", "q3:sebelum", ".:submit", ".:surely", "~:q1", "", ":", "m:staff", "q1:!", "☃" * 300):
        await page.sends({"at": "q1", "press": press})
        assert page.status in (200, 422), press
        page.sees("Pertanyaan 1 dari")
    assert await stage.reads(told, followup_id) == []
    assert (await stage.reads(state_of, followup_id)).state != "stopped"


async def test_a_body_that_is_no_form_of_ours_is_refused(stage: Stage) -> None:
    page, _followup_id = await invited(stage)
    bodies = (
        ("application/x-www-form-urlencoded", b"at=q1&words=" + b"a" * 9000, 413),
        ("application/x-www-form-urlencoded", b"at=q1", 400),
        ("application/x-www-form-urlencoded", b"at=q1&press=a&words=b", 400),
        ("application/x-www-form-urlencoded", b"\xff\xfe%%%=&&&", 400),
        ("application/json", b'{"at":"q1","press":"q1:kerja"}', 415),
        ("multipart/form-data; boundary=x", b"--x\r\n", 415),
        ("text/plain", b"at=q1&press=q1:kerja", 415),
    )
    for kind, body, status in bodies:
        async with stage.session.post(page.url, data=body, headers={"Content-Type": kind}) as answer:
            assert answer.status == status, (kind, body[:40])
            assert await answer.read() == b""


async def test_every_page_says_that_nothing_of_it_may_be_kept_or_told(stage: Stage) -> None:
    page, _followup_id = await invited(stage)
    for one in (page, browser(stage, "1-1-x"), browser(stage, "x/../../admin"), browser(stage, "x/y")):
        await one.opens()
        assert one.page.words
        assert one.headers["Referrer-Policy"] == "no-referrer"
        assert one.headers["Cache-Control"] == "no-store"
        assert "noindex" in one.headers["X-Robots-Tag"]
        assert "default-src 'none'" in one.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in one.headers["Content-Security-Policy"]
        assert "aiohttp" not in str(one.headers)
        assert "http" not in one.html.replace("http://www.w3.org/2000/svg", "")
        assert "<script" not in one.html


async def test_a_name_with_markup_in_it_stays_a_name(stage: Stage) -> None:
    page, _followup_id = await invited(stage, name="<b>R&D</b>\"'> Budi")
    await page.opens()
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in page.html
    assert "<b>R&D" not in page.html


async def test_a_path_that_does_not_exist_says_so_like_a_link_that_never_was(stage: Stage) -> None:
    page, _followup_id = await invited(stage)
    base = page.url.rpartition("/a/")[0]
    forged = browser(stage, "1-1-x")
    await forged.opens()
    for path in ("/", "/a/", "/a/x/y", "/favicon.ico", "/clock", "/.env", "/a/" + "x" * 81):
        other = Browser(stage.session, base + path)
        await other.opens()
        other.sees("Tautan ini tidak lengkap")
        assert (other.status, other.html) == (404, forged.html), path
    async with stage.session.put(page.url, data=b"") as answer:
        assert (answer.status, await answer.read()) == (405, b"")
    async with stage.session.get(f"{base}/a") as answer:
        assert answer.status == 204


async def test_whoever_guesses_or_floods_is_told_to_wait(stage: Stage) -> None:
    page, _followup_id = await invited(stage)
    for number in range(25):
        stranger = browser(stage, f"1-1-{number:0>26}".replace("0", "a").replace("1", "b").replace("9", "c"))
        await stranger.opens(**{"X-Forwarded-For": "1.1.1.1, 203.0.113.9"})
    assert stranger.status == 429
    await page.opens(**{"X-Forwarded-For": "203.0.113.10"})
    assert page.status == 200
    for _time in range(70):
        await page.opens()
    assert page.status == 429
    stage.clock.forward(timedelta(minutes=2))
    await page.opens()
    assert page.status == 200


async def test_a_client_that_says_nothing_is_let_go(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page, _followup_id = await invited(stage)
    monkeypatch.setattr("handlers.web.app.BODY_SECONDS", 0.2)
    told_to = urlsplit(page.url)
    reader, writer = await asyncio.open_connection("127.0.0.1", told_to.port)
    head = f"POST {told_to.path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    writer.write(f"{head}Content-Length: 30\r\n\r\nat=q1".encode())
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert (await reader.readline()).startswith(b"HTTP/1.1 408")
    writer.close()


async def test_two_browsers_and_a_chat_at_once_lose_nothing(stage: Stage) -> None:
    sri = await stage.person("Sri")
    await sri.starts()
    page, followup_id = await invited(stage, chat_id=sri.id)
    await sri.waits_for("apa kegiatan utama Anda?")
    forms = [Browser(stage.session, page.url).sends({"at": "q1", "press": f"q1:{what}"}) for what in ("kerja", "usaha")]
    await asyncio.gather(*forms, sri.taps("OJT/magang"))
    (record,) = await stage.reads(told, followup_id)
    assert record.activity in ("kerja", "usaha", "ojt")
    assert len(await stage.reads(talks_about, followup_id)) == 1
