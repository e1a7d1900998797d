"""The webhook: updates are really posted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from simulator import webhook
from tests.simulator.stage import BUDI, SITI, Stage, eventually

INFO = "/bot1:TEST/getWebhookInfo"


@dataclass
class Bot:
    """An endpoint that refuses a number of posts and keeps those it takes."""

    refusals: int = 0
    slow: set[int] = field(default_factory=set)
    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    secrets: set[str] = field(default_factory=set)
    held: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.add(request.headers.get(webhook.SECRET_HEADER, ""))
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=500)
        if update["message"]["chat"]["id"] in self.slow:
            await self.held.wait()
        self.taken.append(update)
        return web.Response()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.taken]


@asynccontextmanager
async def listening(bot: Bot) -> AsyncIterator[Bot]:
    app = web.Application()
    app.router.add_post("/hook", bot.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield bot
    await runner.cleanup()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "FIRST_PAUSE", 0.01)


async def delivered(stage: Stage) -> dict[str, Any]:
    info = await eventually(stage, INFO, lambda found: found["result"]["pending_update_count"] == 0)
    found: dict[str, Any] = info["result"]
    return found


async def test_updates_are_posted_with_the_secret_and_in_order(stage: Stage) -> None:
    async with listening(Bot()) as bot:
        await stage.act(SITI, "say", text="sebelum")
        await stage.call("setWebhook", url=bot.url, secret_token="rahasia_1")
        for n in range(5):
            await stage.act(SITI, "say", text=str(n))
        assert (await delivered(stage))["url"] == bot.url
        assert bot.texts() == ["sebelum", "0", "1", "2", "3", "4"]
        assert bot.secrets == {"rahasia_1"}


async def test_a_post_is_repeated_until_the_bot_takes_it_and_later_ones_wait(stage: Stage) -> None:
    async with listening(Bot(refusals=3)) as bot:
        await stage.call("setWebhook", url=bot.url)
        for n in range(3):
            await stage.act(SITI, "say", text=str(n))
        info = await delivered(stage)
        assert bot.texts() == ["0", "1", "2"]
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_one_slow_chat_does_not_hold_up_another(stage: Stage) -> None:
    async with listening(Bot(slow={SITI})) as bot:
        await stage.call("setWebhook", url=bot.url)
        await stage.act(SITI, "say", text="lambat")
        await stage.act(BUDI, "say", text="cepat")
        await eventually(stage, INFO, lambda found: found["result"]["pending_update_count"] == 1)
        assert bot.texts() == ["cepat"]
        bot.held.set()
        await delivered(stage)
        assert bot.texts() == ["cepat", "lambat"]


async def test_get_updates_is_refused_while_a_webhook_is_set(stage: Stage) -> None:
    async with listening(Bot()) as bot:
        await stage.call("setWebhook", url=bot.url)
        assert (await stage.call("getUpdates", timeout=0)).refusal == (
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
        await stage.call("deleteWebhook")
        await stage.act(SITI, "say", text="Halo")
        assert len(await stage.updates()) == 1
        assert bot.taken == []


async def test_what_is_pending_can_be_dropped(stage: Stage) -> None:
    await stage.act(SITI, "say", text="Halo")
    await stage.call("deleteWebhook", drop_pending_updates=True)
    assert await stage.updates() == []


async def test_setting_a_webhook_ends_a_long_poll(stage: Stage) -> None:
    async with listening(Bot()) as bot:
        poll = asyncio.create_task(stage.call("getUpdates", timeout=30))
        await asyncio.wait([poll], timeout=0.05)
        await stage.call("setWebhook", url=bot.url)
        assert (await poll).refusal == (409, "Conflict: terminated by setWebhook request")
