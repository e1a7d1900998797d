"""The scripts as data: names, keys and buttons that fit together."""

from collections import Counter
from typing import Any

import pytest

from bot.introduction import COMMANDS as SHOWN
from bot.introduction import STAFF_COMMANDS
from conversations.commands import COMMANDS
from conversations.reply import BUTTON_DATA_BYTES
from conversations.screens import MODULES, SCREENS
from conversations.script import Ask
from conversations.scripts import SCRIPTS
from tests.conversations.source import screen_buttons

ASKS = [pytest.param(name, ask, id=f"{name}.{ask.key}") for name, script in SCRIPTS.items() for ask in script.asks]
LONGEST_ID = "9" * 18


def test_a_script_is_known_by_its_name() -> None:
    assert {name: script.name for name, script in SCRIPTS.items()} == {name: name for name in SCRIPTS}
    assert all(script.version >= 1 for script in SCRIPTS.values())


def test_a_summary_comes_with_a_way_to_send_it() -> None:
    for script in SCRIPTS.values():
        assert (script.summary is None) == (script.submit is None), script.name


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_keys_of_a_script_differ(name: str) -> None:
    assert max(Counter(ask.key for ask in SCRIPTS[name].asks).values()) == 1


@pytest.mark.parametrize(("name", "ask"), ASKS)
def test_an_ask_can_be_answered_and_named_in_a_button(name: str, ask: Ask[Any]) -> None:
    assert ask.choices is not None or ask.reader is not None
    assert ask.reader is not None or not ask.contact
    assert ask.check is None or ask.choices is not None, "only what is chosen is checked"
    assert ask.key.isidentifier(), "no colon, dot or tilde, which mean something in a button's data"


@pytest.mark.parametrize(("name", "ask"), ASKS)
def test_what_an_ask_rests_on_comes_before_it(name: str, ask: Ask[Any]) -> None:
    keys = [one.key for one in SCRIPTS[name].asks]
    assert set(ask.rests_on) <= set(keys[: keys.index(ask.key)])


def test_every_screen_has_a_name_of_its_own() -> None:
    names = [screen.name for module in MODULES for screen in module.SCREENS]
    assert sorted(names) == sorted(set(names))
    assert {name: screen.name for name, screen in SCREENS.items()} == {name: name for name in names}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screens_button_holds_its_name_and_the_longest_number(name: str) -> None:
    assert len(f"m:{name}:{LONGEST_ID}".encode()) <= BUTTON_DATA_BYTES
    assert ":" not in name


def test_every_button_to_a_screen_leads_to_one() -> None:
    found = set(screen_buttons())
    assert {name for _file, name in found} >= {"home", "class", "review", "staff"}
    assert [(file, name) for file, name in sorted(found) if name not in SCREENS] == []


def test_no_command_is_declared_twice_and_each_is_handled() -> None:
    shown = [name for name, _words in (*SHOWN, *STAFF_COMMANDS)]
    assert sorted(shown) == sorted(set(shown))
    assert set(shown) <= set(COMMANDS)


def test_a_command_is_one_that_telegram_takes() -> None:
    for name in COMMANDS:
        assert name.isascii()
        assert name.replace("_", "").isalnum()
        assert name == name.lower()
        assert len(name) <= 32
