"""Routes: which answer leads from which ask to which, found by walking a script with the engine."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conversations.engine import Engine, Step
from conversations.event import Event, File, Medium, Said, Sent, Tapped
from conversations.examples import Example
from conversations.script import Ask, Choice, Script
from conversations.talk import Talk
from conversations.walk import NOTHING, Position, walk
from locales.text import Text

TALK_ID = 1
SUMMARY, END = "summary", "end"
A_FILE = Text("a photo or a PDF")
# What is sent where a file is asked for: one by itself, and one of an album, with words below it.
SENT = (
    File("alone", 1, 90_000, "image/jpeg", width=1280, height=800),
    File("album", 2, 90_000, "image/jpeg", width=1280, height=800, album="A", caption="Welcome!"),
)


@dataclass(frozen=True, slots=True)
class Route:
    """From an ask by an answer (None: typed words) to another ask, the summary or the end.

    `reopens`: the answer goes back to an ask that was answered. One that leads to where it came from is refused.
    """

    source: str
    answer: Text | None
    target: str
    reopens: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """The asks of a script that were met, in its order, how each is worded, and the routes between them."""

    asks: dict[str, Ask[Any]]
    prompts: dict[str, Text]
    routes: tuple[Route, ...]

    @property
    def has_summary(self) -> bool:
        return any(route.target == SUMMARY for route in self.routes)


@dataclass(frozen=True, slots=True)
class _Visit:
    """A talk of its kind, where it stands, and what each possible answer makes of it."""

    talk: Talk
    position: Position[Any]
    steps: tuple[tuple[Text | None, Step[Any]], ...]


def explore(script: Script[Any], example: Example) -> Map:
    """Every route that the example's facts and words open."""
    met: dict[str, Ask[Any]] = {}
    prompts: dict[str, Text] = {}
    routes: list[Route] = []
    for facts in example.facts:
        for visit in _visits(script, facts, example):
            place = visit.position.open
            if place is None:
                continue
            ask = met.setdefault(place.ask.key, place.ask)
            prompts.setdefault(ask.key, ask.prompt(visit.position.answers, facts))
            found = (_route(script, facts, ask.key, said, step) for said, step in visit.steps)
            routes += [route for route in found if route not in routes]
    asks = {ask.key: ask for ask in script.asks if ask.key in met}
    return Map(asks, prompts, tuple(routes))


def reached(script: Script[Any], facts: Any, example: Example) -> Iterator[Talk]:
    """A talk of every kind that can be reached by answering, from the first question to the summary."""
    return (visit.talk for visit in _visits(script, facts, example))


def _visits(script: Script[Any], facts: Any, example: Example) -> Iterator[_Visit]:
    engine: Engine[Any] = Engine(script, facts, lambda text: text.msgid)
    ahead = deque([(Talk(TALK_ID, script.name), NOTHING)])
    seen: set[object] = set()
    while ahead:
        talk, trusted = ahead.popleft()
        position = walk(script, talk, facts, trusted)
        if (mark := _mark(talk, position, facts)) in seen:
            continue
        seen.add(mark)
        possible = _possible(position, facts, example)
        steps = tuple((said, engine.advance(talk, event)) for said, event in possible)
        yield _Visit(talk, position, steps)
        going_on = (step for _said, step in steps if step.ended is None and step.talk.reopened is None)
        ahead += [(step.talk, position.answers) for step in going_on]


def _mark(talk: Talk, position: Position[Any], facts: Any) -> object:
    """Talks of the same mark go on alike: the same asks passed, the same words typed, the same choices offered."""
    typed = tuple(
        value
        for place in position.passed
        if (value := talk.latest().get(place.slot)) is not None and _is_told_apart(place.ask)
    )
    offered = tuple(choice.value for choice in _choices(position, facts))
    place = position.open
    return tuple(p.name for p in position.passed), typed, offered, None if place is None else place.name


def _is_told_apart(ask: Ask[Any]) -> bool:
    """What is typed or sent may lead elsewhere than other words; what is chosen shows in the places passed."""
    return ask.choices is None or ask.upload is not None


def _choices(position: Position[Any], facts: Any) -> tuple[Choice, ...]:
    place = position.open
    return () if place is None or place.ask.choices is None else place.ask.choices(position.answers, facts)


def _possible(position: Position[Any], facts: Any, example: Example) -> Iterator[tuple[Text | None, Event]]:
    """What one can answer here: each choice, and the example's words."""
    place = position.open
    if place is None:
        return
    for choice in _choices(position, facts):
        yield choice.label, Tapped(f"{TALK_ID}:{place.name}:{choice.value}", None)
    if place.ask.upload is not None:
        for file in SENT:
            yield A_FILE, Sent(Medium.PHOTO, file)
    if place.ask.reader is not None:
        for words in example.words[place.ask.key]:
            yield None, Said(words)


def _route(script: Script[Any], facts: Any, source: str, said: Text | None, step: Step[Any]) -> Route:
    if step.ended is not None:
        return Route(source, said, END)
    place = walk(script, step.talk, facts, step.answers).open
    return Route(source, said, SUMMARY if place is None else place.ask.key, step.talk.reopened is not None)
