"""A speaker: somebody in a talk, without Telegram or records. Says and taps, and reads what the engine answers."""

from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale

from conversations.engine import Ended, Engine, Step
from conversations.event import Event, Returned, Said, Tapped
from conversations.examples import Example, examples
from conversations.reply import Button, Reply
from conversations.routes import Map, explore
from conversations.script import Answers, Misread, Script
from conversations.scripts import SCRIPTS
from conversations.talk import Talk
from conversations.walk import Position, walk
from locales.languages import DEFAULT, Catalogue, Languages, read_catalogue
from locales.text import Text
from records import profile

TALK = 7
# The msgids themselves, so that no test here waits for a translation.
WRITTEN = Languages({DEFAULT: Catalogue(DEFAULT, Locale("en"), {})}, ZoneInfo("Asia/Jakarta"))
PROFILE = profile.load()
EXAMPLES: dict[str, Example] = examples(PROFILE)


@cache
def explored(name: str) -> Map:
    """What walking one of the product's scripts finds; it takes seconds, so once."""
    return explore(SCRIPTS[name], EXAMPLES[name])


def plain(text: Text) -> str:
    return WRITTEN.plain(text, DEFAULT)


def html(text: Text) -> str:
    return WRITTEN.html(text, DEFAULT)


def refusal(value: str | Misread) -> str:
    """Why a reader did not take something."""
    assert isinstance(value, Misread), value
    return plain(value.text)


class Speaker:
    """One person in one talk. After every act the talk goes through its stored form, as between two updates."""

    def __init__(self, script: Script[Any], facts: Any, talk: Talk | None = None) -> None:
        self.script, self.facts = script, facts
        self.talk = talk or Talk(TALK, script.name)
        self.step: Step[Any] = self._engine().begin(self.talk)

    @classmethod
    def of(cls, name: str, facts: Any = None) -> "Speaker":
        """In one of the product's scripts."""
        return cls(SCRIPTS[name], EXAMPLES[name].facts[0] if facts is None else facts)

    def _engine(self) -> Engine[Any]:
        return Engine(self.script, self.facts, plain)

    def does(self, event: Event) -> "Speaker":
        self.step = self._engine().advance(self.talk, event)
        kept = Talk.from_json(self.talk.id, self.talk.script, self.step.talk.to_json())
        assert kept == self.step.talk
        self.talk = kept
        return self

    def says(self, *several: str) -> "Speaker":
        for words in several:
            self.does(Said(words))
        return self

    def taps(self, *labels: str) -> "Speaker":
        """The button of exactly this label, each in turn."""
        for label in labels:
            self.does(Tapped(self.button(label).data or "", 1))
        return self

    def forges(self, data: str) -> "Speaker":
        return self.does(Tapped(data, 1))

    def page_as_it_stands(self) -> str:
        """The page of this talk as it stands, as whoever returns reads it."""
        reply = self._engine().advance(self.talk, Returned()).reply
        assert reply is not None
        assert reply.text is not None
        return plain(reply.text)

    def button(self, label: str) -> Button:
        found = [button for button in self.buttons if plain(button.label) == label]
        assert len(found) == 1, f"{label!r} is not one of {self.labels}"
        return found[0]

    @property
    def reply(self) -> Reply:
        assert self.step.reply is not None, f"nothing is said: {self.step}"
        return self.step.reply

    @property
    def page(self) -> str:
        """What is said, without a language."""
        assert self.reply.text is not None
        return plain(self.reply.text)

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.reply.rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [plain(button.label) for button in self.buttons]

    @property
    def position(self) -> Position[Any]:
        return walk(self.script, self.talk, self.facts)

    @property
    def asked(self) -> str | None:
        """The ask that is open, as it stands in a button's data."""
        place = self.position.open
        return None if place is None else place.name

    @property
    def at_summary(self) -> bool:
        """Everything is answered."""
        return self.position.open is None

    @property
    def answers(self) -> dict[str, str]:
        """The valid answers by name."""
        return self.position.answers.plain()

    @property
    def conclusion(self) -> Answers:
        """The answers that the talk ended with."""
        assert self.step.ended is Ended.CONCLUDED, self.step
        return self.step.answers

    @property
    def noted(self) -> str:
        """What is said before the page itself."""
        note, _gap, _page = self.page.partition("\n\n")
        return note


@cache
def speech(language: str) -> tuple[Catalogue, Languages]:
    found = read_catalogue(language)
    return found, Languages({language: found}, ZoneInfo("Asia/Jakarta"))
