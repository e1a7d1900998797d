"""A walker: somebody in a script who does anything at all, and what must be so after each act."""

from collections.abc import Callable
from typing import Any

from conversations.announcing.writing import words
from conversations.asking import answer
from conversations.engine import Ended, Engine, Step
from conversations.event import Commanded, Edited, Event, Membership, Returned, Said, Sent, Shared, Tapped
from conversations.examples import CHILD, WOMAN_OF_1999
from conversations.pages import PAGE_CANCEL, page
from conversations.reply import BUTTON_DATA_BYTES, Reply
from conversations.script import Answers, Misread, Script
from conversations.scripts import SCRIPTS
from conversations.talk import Talk
from conversations.trodden import Trodden
from conversations.walk import Place, Position, holds, read, walk
from locales.text import verbatim
from simulator.html import parse
from tests.conversations import interview
from tests.conversations.speaker import EXAMPLES, html, plain

TALK = 987_654_321_012_345_678
MESSAGE = 4096

# The interview of the tests' own walks too: it repeats and unsettles more than the product's scripts do.
WALKED: dict[str, Script[Any]] = {**SCRIPTS, "interview": interview.script()}
FACTS: dict[str, tuple[Any, ...]] = {
    **{name: example.facts for name, example in EXAMPLES.items()},
    "interview": (interview.Facts(), interview.Facts(("blue", "green"), ("blue",))),
    "answer": (answer.Facts(1, "When does it begin? " * 75, None, EXAMPLES["answer"].facts[0].saved),),
    "announcement_words": (words.Facts(1, verbatim("Angkatan III & IV <2026>"), 4_000),),
}
WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    **{name: dict(example.words) for name, example in EXAMPLES.items()},
    "interview": {"name": ("Siti", "Ani"), "children": ("0", "2", "3"), "child": ("Ayu",), "secret": ("123456789012",)},
}
WORDS["registration"]["nik"] = (WOMAN_OF_1999, CHILD, "3375020503010007")
WORDS["interview"]["phone"] = ("0812 3456 7890",)

# Acts that are the same wherever one stands.
PLAIN: dict[str, Callable[[Any], Event]] = {
    "forge": lambda data: Tapped(data, None),
    "say": Said,
    "share": lambda phone: Shared(phone, own=True),
    "send": Sent,
    "command": Commanded,
    "back": lambda _nothing: Commanded("back"),
    "edit": lambda _nothing: Edited(),
    "membership": Membership,
}


class Walker:
    """Somebody in a script who does anything, and what must be so after each act."""

    def __init__(self, name: str) -> None:
        self.name, self.script = name, WALKED[name]
        self.facts = FACTS[name][0]
        self.talk = Talk(TALK, name)
        self.trodden = Trodden()
        self.reply = self.heard(Engine(self.script, self.facts, plain).begin(self.talk))

    def act(self, kind: str, what: Any) -> Ended | None:
        if kind == "facts":
            self.facts = FACTS[self.name][what % len(FACTS[self.name])]
            return None
        event = self.event(kind, what)
        engine = Engine(self.script, self.facts, plain)
        step = engine.advance(self.talk, event)
        self.check(event, step)
        assert engine.advance(self.talk, event, self.trodden.answers(self.talk, self.facts)) == step
        self.trodden.keep(step.talk, self.facts, step.answers)
        self.talk = Talk.from_json(TALK, self.name, step.talk.to_json())
        self.reply = self.heard(step)
        return step.ended

    def event(self, kind: str, what: Any) -> Event:
        buttons = [button for row in self.reply.rows for button in row]
        match kind:
            case "willing":
                return self.willing(what)
            case "press" if buttons:
                return Tapped(buttons[what % len(buttons)].data or "", 1)
            case "tell" if (place := walk(self.script, self.talk, self.facts).open) is not None:
                told = WORDS[self.name].get(place.ask.key, ("?",))
                return Said(told[what % len(told)])
            case _:
                return PLAIN.get(kind, lambda _what: Returned())(what)

    def willing(self, turn: int) -> Event:
        """What leads on from here: an answer that is accepted, going on, or sending."""
        position = walk(self.script, self.talk, self.facts)
        place = position.open
        if self.talk.page == PAGE_CANCEL or place is None:
            return Tapped(f"{TALK}:.:{'on' if self.talk.page else 'submit'}", 1)
        offered = () if place.ask.choices is None else place.ask.choices(position.answers, self.facts)
        if not offered:
            return Said(self._fitting(place, position))
        choices = [choice for choice in offered if choice.reopens is None]
        if place.ask.check is not None:
            choices = [c for c in choices if place.ask.check(c.value, position.answers, self.facts) is None]
        return Tapped(f"{TALK}:{place.name}:{choices[turn % len(choices)].value}", 1)

    def _fitting(self, place: Place[Any], position: Position[Any]) -> str:
        """Of what might be typed here, the first that is taken after what was answered before."""
        words = WORDS[self.name][place.ask.key]
        taken = (
            said for said in words if not isinstance(read(place.ask, Said(said), position.answers, self.facts), Misread)
        )
        return next(taken, words[0])

    def heard(self, step: Step[Any]) -> Reply:
        """There is always an answer that Telegram accepts, or an end, or what a control of the script says."""
        assert (step.reply is None) == (step.ended is not None or step.chosen is not None)
        reply = step.reply or Reply(None)
        if reply.text is not None:
            text = parse(html(reply.text)).text
            assert text.strip()
            assert len(text) <= MESSAGE
        for button in (button for row in reply.rows for button in row):
            assert button.data is not None
            assert button.data.startswith(f"{TALK}:")
            assert len(button.data.encode()) <= BUTTON_DATA_BYTES
            assert plain(button.label).strip()
        for word in reply.contact.words if reply.contact else ():
            assert plain(word).strip()
        return reply

    def check(self, event: Event, step: Step[Any]) -> None:
        before, after = self.talk.latest(), step.talk.latest()
        place = walk(self.script, self.talk, self.facts).open
        changed = {slot for slot in before.keys() | after.keys() if before.get(slot) != after.get(slot)}
        assert before.keys() <= after.keys(), "a journal never forgets"
        assert changed <= ({place.slot} if step.answered and place is not None else set()), "nothing else changes"
        if step.answered:
            assert place is not None
            assert isinstance(event, Tapped | Said | Shared)
        else:
            assert step.talk.journal == self.talk.journal
        self.check_position(step)

    def check_position(self, step: Step[Any]) -> None:
        """The position is a function of the answers, which hold; the end is reached with all of them."""
        stored = Talk.from_json(TALK, self.name, step.talk.to_json())
        position = walk(self.script, step.talk, self.facts)
        assert walk(self.script, stored, self.facts) == position
        if step.ended is None:
            assert page(self.script, stored, position, self.facts) == page(self.script, step.talk, position, self.facts)
        before = Answers()
        for place in position.passed:
            value = position.answers.values[place.slot]
            assert holds(place.ask, value, before, self.facts)
            before = Answers({**before.values, place.slot: value})
        if step.ended is Ended.CONCLUDED:
            assert position.open is None
            assert step.answers == position.answers
            assert {place.slot for place in position.passed} == set(step.answers.values)
        assert position.total >= len(position.passed) + (position.open is not None)
