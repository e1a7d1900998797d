"""The clock: set by the bot, jumped by the page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from simulator.clock import Clock
from tests.simulator.stage import Stage, running


class StoppedClock:
    """A clock nobody can set."""

    def now(self) -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@asynccontextmanager
async def bot_clock(status: int, answer: dict[str, Any]) -> AsyncIterator[tuple[str, list[Any]]]:
    """A bot's /clock that answers so and keeps what it was asked."""
    asked: list[Any] = []

    async def travel(request: web.Request) -> web.Response:
        asked.append(await request.json())
        return web.json_response(answer, status=status)

    app = web.Application()
    app.router.add_post("/clock", travel)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/clock", asked
    await runner.cleanup()


async def jump(stage: Stage, how: str) -> tuple[int, Any]:
    return await stage.page("POST", "/sim/clock", {"jump": how})


async def test_the_clock_is_read_and_set(stage: Stage) -> None:
    await stage.page("POST", "/clock", {"now": "2026-04-01T08:00:00+07:00"})
    assert (await stage.page("GET", "/clock"))[1] == {"now": "2026-04-01T08:00:00+07:00"}
    assert (await stage.page("POST", "/clock", {"now": "2026-04-01"}))[0] == 400
    assert (await stage.page("POST", "/clock", {}))[0] == 400


@pytest.mark.parametrize(
    ("how", "then"),
    [
        ("hour", "2026-01-31T03:00:00+00:00"),
        ("day", "2026-02-01T02:00:00+00:00"),
        ("month", "2026-02-28T02:00:00+00:00"),
    ],
)
async def test_without_a_bot_only_its_own_clock_jumps(stage: Stage, how: str, then: str) -> None:
    stage.clock.set(datetime(2026, 1, 31, 2, 0, tzinfo=UTC))
    assert (await jump(stage, how))[1] == {"now": then, "next_due": None, "travels": False}


async def test_a_month_is_counted_in_jakarta(stage: Stage) -> None:
    # Still 31 December in UTC, but already 1 January at home.
    stage.clock.set(datetime(2025, 12, 31, 20, 0, tzinfo=UTC))
    assert (await jump(stage, "month"))[1]["now"] == "2026-01-31T20:00:00+00:00"


async def test_with_a_bot_the_bot_travels() -> None:
    arrived = {"now": "2026-03-03T02:00:00+00:00", "next_due": "2026-03-04T01:00:00+00:00"}
    async with bot_clock(200, arrived) as (url, asked), running(clock_url=url) as stage:
        assert (await jump(stage, "day"))[1] == arrived | {"travels": True}
        assert (await jump(stage, "next"))[0] == 200
        state = (await stage.page("GET", "/sim/state"))[1]
    assert asked == [{"to": "2026-03-03T02:00:00+00:00"}, {"to": "next"}]
    assert (state["travels"], state["next_due"]) == (True, arrived["next_due"])


async def test_a_bot_that_cannot_travel_now_says_why() -> None:
    async with bot_clock(409, {"error": "sedang bepergian"}) as (url, _), running(clock_url=url) as stage:
        assert await jump(stage, "hour") == (409, {"error": "sedang bepergian"})
    async with running(clock_url="http://127.0.0.1:1/clock") as stage:
        assert (await jump(stage, "hour"))[0] == 503


async def test_impossible_jumps_are_refused() -> None:
    async with running(clock=StoppedClock()) as stage:
        assert (await jump(stage, "hour"))[0] == 409
        assert (await jump(stage, "year"))[0] == 400
        assert (await jump(stage, "next"))[0] == 409


def test_monotonic_time_follows_a_jump_ahead_and_ignores_one_back() -> None:
    clock = Clock()
    before, ticks = clock.now(), clock.monotonic()
    clock.set(before + timedelta(days=30))
    assert clock.now() - before >= timedelta(days=30)
    ahead = clock.monotonic()
    assert ahead - ticks > 30 * 86400 - 60
    clock.set(before)
    assert ahead <= clock.monotonic() < ahead + 60
