"""The player: a person before the page, who plays one part after the other. Every look waits until it is so."""

import re
from datetime import timedelta
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, ViewportSize, expect

from conversations.following.questionnaire import GLANCE
from tests.page.browser import PATIENCE_MS

# A jump over months does everything that falls due on the way.
TRAVEL_MS = 60_000
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
Jump = Literal["hour", "day", "month", "next"]


class Player:
    """Acts in the page as a person would, and notes what a person would not see: errors, and calls to elsewhere."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._asked)
        page.goto(address)
        expect(page.locator(".person").first).to_be_visible()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def _asked(self, request: Request) -> None:
        """Pictures that the page holds in its memory are asked of nobody."""
        if urlsplit(request.url).scheme not in {"blob", "data"} and not request.url.startswith(self.address):
            self.elsewhere.append(request.url)

    # Who is being played.

    def newcomers(self) -> Locator:
        """Those of the list who never pressed START."""
        return self.page.locator(".person[data-state=new]")

    def person(self, name: str) -> Locator:
        return self.page.locator(".person").filter(has=self.page.locator(".person-name", has_text=name))

    def plays(self, person: Locator) -> None:
        """Takes up the phone of somebody in the list."""
        person.click()
        expect(person).to_have_attribute("aria-current", "true")
        expect(self.page.get_by_test_id("messages")).to_be_visible()

    def adds(self, first_name: str) -> None:
        """Somebody new, whose phone then lies open."""
        self.page.get_by_test_id("add-person").click()
        self.page.locator("input[name=first_name]").fill(first_name)
        self.page.get_by_test_id("confirm").click()
        expect(self.page.get_by_test_id("start")).to_be_visible()

    # What one does at the phone.

    def starts(self) -> None:
        self.page.get_by_test_id("start").click()

    def says(self, text: str) -> None:
        self.page.get_by_test_id("composer").fill(text)
        self.page.get_by_test_id("send").click()

    def taps(self, label: str) -> None:
        """A button under the bot's newest message."""
        self.button(label).click()

    def ponders(self) -> None:
        """As long as anybody looks at a question before answering it."""
        self.page.wait_for_timeout(GLANCE / timedelta(milliseconds=1))

    def presses(self, label: str) -> None:
        """The newest button that says this, under whatever message."""
        self.page.get_by_test_id("inline-button").filter(has_text=label).last.click()

    def shares_her_number(self) -> None:
        self.page.get_by_test_id("contact-share").click()
        self.page.get_by_test_id("confirm").click()

    def chooses(self, *entries: str) -> None:
        """Clicks its way through menus, by test ids."""
        for entry in entries:
            self.page.get_by_test_id(entry).click()

    def travels(self, jump: Jump) -> None:
        """Moves the clock, and waits until it has arrived."""
        self.page.get_by_test_id(f"clock-{jump}").click()
        expect(self.page.locator("#clock")).to_have_attribute("data-busy", "false", timeout=TRAVEL_MS)

    # What stands there.

    def bubbles(self) -> Locator:
        """What the bot has said."""
        return self.page.locator("[data-testid=bubble][data-from=bot]")

    def last(self) -> Locator:
        return self.bubbles().last

    def button(self, label: str) -> Locator:
        newest = self.page.locator(".message[data-from=bot]").last
        return newest.get_by_test_id("inline-button").filter(has_text=label).first

    def sees(self, text: str | re.Pattern[str]) -> None:
        """The bot's newest message says this, or comes to say it."""
        expect(self.last()).to_contain_text(text)

    def reads(self, text: str) -> None:
        """Some message of the bot says this, or comes to say it."""
        expect(self.bubbles().filter(has_text=text).last).to_be_visible()

    def words(self) -> str:
        """The bot's newest message."""
        return self.last().inner_text()

    def day(self) -> str:
        """The day on the simulated clock."""
        return self.page.locator("#clock .clock-day").inner_text()

    def overflows(self) -> list[str]:
        """What is wider than its place, so that one would have to push the page sideways."""
        found: list[str] = self.page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll(".people, .clock, .messages, .chat-foot")]
                .filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth)
                .map((node) => `${node.className || node.localName}: ${node.scrollWidth} > ${node.clientWidth}`)"""
        )
        return found


def at_laptop(browser: Browser, address: str, **more: Any) -> Player:
    return Player(browser.new_context(viewport=LAPTOP, **more).new_page(), address)


def at_phone(browser: Browser, address: str, **more: Any) -> Player:
    return Player(browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, **more).new_page(), address)
