"""A lost lead: whoever may not be the only one any more stops, with an error, so that it is started anew."""

import asyncio
from pathlib import Path

import pytest

import bot.serving
from records.database import DatabaseError
from tests.stage import staged


class Lost:
    """A lead whose lock broke right after it was taken."""

    def __init__(self) -> None:
        self.is_given_up = False

    async def try_take(self) -> bool:
        return True

    async def holds(self) -> bool:
        return False

    async def give_up(self) -> None:
        self.is_given_up = True


async def test_who_lost_the_lead_stops_with_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lead = Lost()
    monkeypatch.setattr(bot.serving, "lead_of", lambda _url: lead)
    async with staged(tmp_path / "home", demo=False) as stage:
        await stage.goes_down()
        with pytest.raises(DatabaseError, match="the lead was lost"):
            async with asyncio.timeout(20):
                await bot.serving.serve(stage.settings, stage.clock)
    assert lead.is_given_up
