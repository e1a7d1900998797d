"""Choices: the buttons of a question can be told apart, typed, and read."""

from functools import cache
from typing import Any

import pytest

from conversations.pages import SPOKEN_CONTROLS
from conversations.routes import reached
from conversations.script import Ask, Choice
from conversations.scripts import SCRIPTS
from conversations.walk import walk
from locales.languages import (
    SPOKEN,
)
from locales.text import Text
from tests.conversations.speaker import (
    EXAMPLES,
    speech,
)

LABEL = 100


@pytest.mark.parametrize("language", SPOKEN)
def test_the_buttons_of_an_ask_say_different_things_and_none_what_a_control_says(language: str) -> None:
    """Whoever types a button's words must mean one button."""
    _catalogue, languages = speech(language)

    def said(text: Text) -> str:
        return languages.plain(text, language).casefold()

    controls = {said(label) for labels in SPOKEN_CONTROLS.values() for label in labels}
    for name, offered in _offered():
        labels = [said(choice.label) for choice in offered]
        assert len(labels) == len(set(labels)), (name, labels)
        assert not controls & set(labels), (name, labels)


@cache
def _offered() -> list[tuple[str, tuple[Choice, ...]]]:
    """The choices of every ask of every script, in all the ways that they are met."""
    found: list[tuple[str, tuple[Choice, ...]]] = []
    for name, example in EXAMPLES.items():
        for facts in example.facts:
            for talk in reached(SCRIPTS[name], facts, example):
                position = walk(SCRIPTS[name], talk, facts)
                ask: Ask[Any] | None = None if position.open is None else position.open.ask
                if ask is not None and ask.choices is not None:
                    found.append((name, ask.choices(position.answers, facts)))
    return found


@pytest.mark.parametrize("language", SPOKEN)
def test_a_choice_is_short_enough_to_be_read_on_a_button(language: str) -> None:
    _catalogue, languages = speech(language)
    for _name, offered in _offered():
        for choice in offered:
            assert len(languages.plain(choice.label, language)) <= LABEL
