"""Fixtures of the simulator's tests."""

from collections.abc import AsyncIterator

import pytest

from tests.simulator.stage import Stage, running


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A simulator without floods."""
    async with running() as found:
        yield found


@pytest.fixture
async def strict() -> AsyncIterator[Stage]:
    """A simulator that counts floods."""
    async with running(floods=True) as found:
        yield found
