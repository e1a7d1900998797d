"""The screen: what a phone shows, read as a person reads it. Which question is open, and what can be pressed."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

from conversations.applying import registration
from conversations.asking import question
from conversations.script import Answers
from locales.languages import SPOKEN, Languages
from tests.conversations.speaker import EXAMPLES

SUMMARY = "summary"
CHANGING = "change"
CANCELLING = "cancel"
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Key:
    """A button that writes to the bot."""

    message_id: int
    data: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """talk, key and value; the talk is `m` on a page of the menu."""
        talk, _, rest = self.data.partition(":")
        key, _, value = rest.partition(":")
        return talk, key, value

    @property
    def is_answer(self) -> bool:
        talk, key, _value = self.parts
        return talk.isdigit() and key not in (".", "~")

    @property
    def is_page(self) -> bool:
        return self.parts[0] == "m"


@dataclass(frozen=True, slots=True)
class Screen:
    """The newest message of the bot: which ask it shows (None: none), its buttons, the keys below the typing field."""

    ask: str | None
    keys: tuple[Key, ...]
    words: tuple[str, ...]

    def answers(self) -> list[Key]:
        return [key for key in self.keys if key.is_answer]

    def controls(self, *names: str) -> list[Key]:
        return [key for key in self.keys if key.parts[1] == "." and key.parts[2] in names]

    def pages(self) -> list[Key]:
        return [key for key in self.keys if key.is_page]


class Reader:
    """Knows every question by its words or by its buttons, in every language."""

    def __init__(self) -> None:
        languages = Languages.load(ZoneInfo("Asia/Jakarta"))
        self._prompts = {
            _plain(languages.html(ask.prompt(Answers(), facts), language)): ask.key
            for script in (registration.SCRIPT, question.SCRIPT)
            for facts in EXAMPLES[script.name].facts
            for ask in script.asks
            if ask.reader is not None
            for language in SPOKEN
        }

    def ask_of(self, message: dict[str, Any]) -> str | None:
        """The ask that one message of the bot shows."""
        for key in _keys(message):
            if key.is_answer:
                return key.parts[1]
        for prompt, ask in self._prompts.items():
            if message["text"].endswith(prompt):
                return ask
        return _page_of(_keys(message))

    def screen(self, chat: dict[str, Any]) -> Screen:
        shown = [m for m in chat["messages"] if m["from"] == "bot" and not m.get("deleted")]
        if not shown:
            return Screen(None, (), ())
        below = chat["reply_keyboard"]
        words = () if below is None else tuple(key["text"] for row in below["rows"] for key in row)
        return Screen(self.ask_of(shown[-1]), tuple(_keys(shown[-1])), words)


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _keys(message: dict[str, Any]) -> list[Key]:
    return [
        Key(message["id"], button["callback_data"])
        for row in message["inline_keyboard"] or []
        for button in row
        if button.get("callback_data")
    ]


def _page_of(keys: list[Key]) -> str | None:
    """The summary and the pages of a talk that are no questions."""
    for key in keys:
        _talk, name, value = key.parts
        if name == "~":
            return CHANGING
        if name == "." and value == "submit":
            return SUMMARY
        if name == "." and value == "surely":
            return CANCELLING
    return None
