"""The web page as a journey sees it: a browser without JavaScript, which follows links and sends forms."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

import aiohttp
from dateutil.relativedelta import relativedelta
from sqlalchemy import select

from conversations import web_links
from records import chats, monitoring
from records.followups import Followup, FollowupState
from records.monitoring import MonitoringRecord
from records.session import Session
from records.talks import TalkRow
from records.vault import Vault
from tests.person import Phone
from tests.records.town import Town
from tests.stage import Stage

BROWSER = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36"
)
# The page listens where the system lets it; what a link says before its path does not matter to a test.
LIMIT_BYTES = 30_000
SETTINGS: dict[str, Any] = {"web_url": "http://127.0.0.1:9", "web_port": 9}


@dataclass
class Button:
    """A button with the fields that its form sends along."""

    label: str
    fields: dict[str, str]


class Reader(HTMLParser):
    """What a page says, its buttons and its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.buttons: list[Button] = []
        self.hidden: dict[str, str] = {}
        self.inputs: dict[str, dict[str, str]] = {}
        self.kept: dict[str, str] = {}
        self._button: Button | None = None
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.hidden = {}
        elif tag == "input" and about.get("type") == "hidden":
            self.hidden[about["name"]] = about["value"]
        elif tag == "input":
            self.inputs[about["name"]] = dict(self.hidden)
            self.kept[about["name"]] = about.get("value", "")
        elif tag == "button":
            own = {about["name"]: about["value"]} if "name" in about else {}
            self._button = Button("", {**self.hidden, **own})
            self.buttons.append(self._button)
        self._silent = tag in ("style", "title") or (self._silent and tag not in ("body",))

    def handle_endtag(self, tag: str) -> None:
        if tag == "button":
            self._button = None
        elif tag in ("style", "title"):
            self._silent = False

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.words.append(data)
        if self._button is not None:
            self._button.label += data


@dataclass
class Browser:
    """Somebody who opened a link."""

    session: aiohttp.ClientSession
    url: str
    agent: str = BROWSER
    status: int = 0
    html: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    page: Reader = field(default_factory=Reader)

    async def opens(self, **headers: str) -> None:
        async with self.session.get(self.url, headers={"User-Agent": self.agent, **headers}) as answer:
            await self._reads(answer)

    async def presses(self, label: str) -> None:
        """The button that says so; the answer is followed to the page that it leads to."""
        await self.sends(self.button(label).fields)

    async def writes(self, words: str) -> None:
        await self.sends({**self.page.inputs["words"], "words": words})

    async def sends(self, fields: dict[str, str]) -> None:
        async with self.session.post(self.url, data=fields, headers={"User-Agent": self.agent}) as answer:
            await self._reads(answer)

    def button(self, label: str) -> Button:
        found = [one for one in self.page.buttons if label in one.label]
        assert found, f"no button {label!r} among {[one.label for one in self.page.buttons]}"
        return found[0]

    def labels(self) -> list[str]:
        return [one.label for one in self.page.buttons]

    def says(self) -> str:
        return " ".join(" ".join(self.page.words).split())

    def sees(self, words: str) -> None:
        assert words in self.says(), f"{words!r} is not in {self.says()!r}"

    async def _reads(self, answer: aiohttp.ClientResponse) -> None:
        self.status, self.html = answer.status, await answer.text()
        self.headers = dict(answer.headers)
        self.page = Reader()
        self.page.feed(self.html)


@asynccontextmanager
async def on_the_web(stage: Stage) -> AsyncIterator[Stage]:
    """With the page open."""
    assert stage.canting.web is not None
    stage.canting.web.port = 0
    await stage.canting.web.open()
    yield stage
    await stage.canting.web.close()


def browser(stage: Stage, token: str) -> Browser:
    assert stage.canting.web is not None
    return Browser(stage.session, f"http://127.0.0.1:{stage.canting.web.port}{web_links.PATH}{token}")


async def link(stage: Stage, followup_id: int) -> Browser:
    """The link of a follow-up, in a browser."""
    return browser(stage, await stage.reads(_token, stage, followup_id))


def _token(session: Session, stage: Stage, followup_id: int) -> str:
    return web_links.address(stage.canting.house, session.get_one(Followup, followup_id)).rpartition("/")[2]


def alumna(
    session: Session,
    vault: Vault,
    now: datetime,
    name: str = "Sri Wahyuni",
    chat_id: int | None = None,
    wave: int = 1,
    first: int = 1,
) -> int:
    """Somebody who graduated so many months ago and falls due for this wave now; its follow-up's id."""
    town = Town(session, vault, first)
    person = town.person(name, chat_id)
    if chat_id is not None:
        chats.load(session, chat_id, now)
    enrolment = town.graduate(town.a_class(), person, now.date() - relativedelta(months=wave))
    followup = Followup(
        enrolment_id=enrolment.id, person_id=person.id, wave=wave, state=FollowupState.PLANNED.value, due_at=now
    )
    session.add(followup)
    session.flush()
    return followup.id


def state_of(session: Session, followup_id: int) -> Followup:
    return session.get_one(Followup, followup_id)


def told(session: Session, followup_id: int) -> list[MonitoringRecord]:
    """What is known of whoever a follow-up asks."""
    return monitoring.timeline(session, session.get_one(Followup, followup_id).person_id)


def talks_about(session: Session, followup_id: int) -> list[TalkRow]:
    return list(session.scalars(select(TalkRow).where(TalkRow.about == followup_id).order_by(TalkRow.id)))


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
