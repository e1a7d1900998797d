"""Every journey ends with a look at what Telegram refused."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot with demonstration data, floods off. Whatever was refused must have been counted on by the test."""
    async with staged(tmp_path / "home") as opened:
        yield opened
        refused = [one for one in await opened.refusals() if one["code"] not in opened.expects_refusals]
        assert not refused


@pytest.fixture
async def strict(tmp_path: Path) -> AsyncIterator[Stage]:
    """Telegram minds its limits, and the pace is kept: the clock moves while messages go out."""
    async with staged(tmp_path / "home", floods=True) as opened:
        yield opened
