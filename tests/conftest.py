"""What every test may ask for."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import settle_memory
from tests import compiled
from tests.stage import Stage, staged

# Every commit of every test would wait for a disk, half of the time of a run. No test is about a machine that loses
# its power; kill -9 loses nothing of what a process has written, wherever it lies.
MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30


def pytest_configure(config: pytest.Config) -> None:
    """Homes and databases of tests lie in memory where there is room; statements are compiled once for all of them."""
    if config.option.basetemp is None and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    compiled.share()


def pytest_collection_finish() -> None:
    """As the bot does when it has started: what is loaded stays, and is not looked through again and again."""
    settle_memory()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot with demonstration data, floods off."""
    async with staged(tmp_path / "home") as opened:
        yield opened
