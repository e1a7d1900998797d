"""A disk that is full: nothing is acknowledged that is not stored, and it goes on when there is room."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from records import chats
from records.database import DatabaseError
from tests.stage import Stage


def _allow(session: Session, pages: int) -> None:
    session.execute(text(f"PRAGMA max_page_count={pages}")).all()


async def test_what_is_said_while_the_disk_is_full_is_answered_when_it_is_not(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "canting")
    await _fill_up(stage)
    newcomers = [await stage.person(f"Tamu {number}") for number in range(5)]
    for newcomer in newcomers:
        async with stage.session.post(f"{stage.url}/sim/people/{newcomer.id}/start", json={}) as response:
            assert response.status == 200
    await _seen(stage, caplog)
    await stage.canting.database.write(_allow, 1_000_000)
    for newcomer in newcomers:
        await newcomer.waits_for("Tamu")
    assert not await stage.refusals()


async def _fill_up(stage: Stage) -> None:
    """No page more, and strangers' chats in whatever room the last page has."""
    await stage.canting.database.write(_allow, 1)
    with pytest.raises(DatabaseError, match="full"):
        await _let_strangers_in(stage)


async def _let_strangers_in(stage: Stage) -> None:
    for number in range(10_000):
        await stage.canting.database.write(chats.load, 900_000 + number, stage.clock.now())


async def _seen(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """Until the operator was told; each look is a request, so that the loop goes on meanwhile."""
    for _look in range(2000):
        if "poll_failed" in caplog.text and "full" in caplog.text:
            return
        await stage.refusals()
    raise AssertionError(f"nobody was told: {caplog.text}")
