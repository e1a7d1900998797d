"""What every test of the page begins with: a browser for all of them, and a rehearsal of its own for each."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.page.browser import MISSING, browsing, find_chromium
from tests.page.player import Player, at_laptop, at_phone
from tests.page.rehearsal import Rehearsal, rehearsing

TOO_MANY_REQUESTS = 429


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not find_chromium():
        pytest.fail(MISSING, pytrace=False)
    with browsing() as opened:
        yield opened


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a fresh rehearsal leaves in its home before anybody has played."""
    home = tmp_path_factory.mktemp("seeded") / "home"
    with rehearsing(home, "--fresh") as running:
        running.stop()
    return home


@pytest.fixture
def rehearsal(seeded: Path, tmp_path: Path) -> Iterator[Rehearsal]:
    shutil.copytree(seeded, tmp_path / "home")
    with rehearsing(tmp_path / "home") as running:
        yield running
        assert running.complaints() == []


@pytest.fixture
def player(browser: Browser, rehearsal: Rehearsal) -> Iterator[Player]:
    """At a laptop."""
    yield from _minded(at_laptop(browser, rehearsal.address))


@pytest.fixture
def phone(browser: Browser, rehearsal: Rehearsal) -> Iterator[Player]:
    """At a phone."""
    yield from _minded(at_phone(browser, rehearsal.address))


def _is_counted_on(refusal: dict[str, Any]) -> bool:
    """Nobody's fingers are as quick as a test's: where it outruns the limits of a chat, the bot waits and comes again.
    Some alumni of the demonstration have blocked the bot; it learns so when it asks them.
    """
    return refusal["code"] == TOO_MANY_REQUESTS or "bot was blocked" in refusal["description"]


def _minded(player: Player) -> Iterator[Player]:
    """Whatever was played: no errors, no request to anybody but the simulator, nothing it refused the bot."""
    yield player
    assert player.errors == []
    assert player.elsewhere == []
    refusals = player.page.request.get(f"{player.address}sim/refusals").json()
    assert [refusal for refusal in refusals if not _is_counted_on(refusal)] == []
    player.page.context.close()
