"""Trodden ways: what the last walks found valid, so that the next step of a talk need not look at every answer anew.

Where somebody stands is a function of her script, her journal and the facts. As long as all three are the same, so is
what it comes to.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from conversations.script import Answers
from conversations.talk import Talk
from conversations.walk import NOTHING


@dataclass(frozen=True, slots=True)
class _Way:
    talk: Talk
    facts: Any
    answers: Answers


class Trodden:
    """The ways of the talks that were last gone on with, at most so many; nothing but a shortcut."""

    def __init__(self, most: int = 500) -> None:
        self._most = most
        self._ways: OrderedDict[int, _Way] = OrderedDict()

    def answers(self, talk: Talk, facts: Any) -> Answers:
        """The valid answers of exactly this talk over equal facts; none where they are not known."""
        way = self._ways.get(talk.id)
        return way.answers if way is not None and way.talk == talk and way.facts == facts else NOTHING

    def keep(self, talk: Talk, facts: Any, answers: Answers) -> None:
        self._ways[talk.id] = _Way(talk, facts, answers)
        self._ways.move_to_end(talk.id)
        if len(self._ways) > self._most:
            self._ways.popitem(last=False)

    def forget(self, talk: Talk) -> None:
        self._ways.pop(talk.id, None)
