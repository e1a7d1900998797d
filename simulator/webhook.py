"""The webhook: updates are posted to the bot, in order within a chat, again and again until it answers with a 2xx.

Taps have a queue of their own and may overtake the messages of their chat, as they do with Telegram.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiohttp

from simulator.entity import Json
from simulator.updates import Update

if TYPE_CHECKING:
    from simulator.world import World

# The name of a header, no secret.
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 5.0
TIMEOUT = aiohttp.ClientTimeout(total=30)

Lane = tuple[int, bool]


@dataclass(slots=True)
class Hook:
    """What setWebhook set."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    error: str = ""
    error_at: int = 0


@dataclass(slots=True)
class Webhook:
    """A lane for each chat's messages and one for its taps; a lane has a task while it is not empty."""

    world: "World"
    hook: Hook = field(default_factory=Hook)
    _lanes: dict[Lane, deque[Update]] = field(default_factory=dict)
    _tasks: dict[Lane, asyncio.Task[None]] = field(default_factory=dict)
    _session: aiohttp.ClientSession | None = None
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))

    @property
    def active(self) -> bool:
        """Whether updates go to a webhook and not to getUpdates."""
        return bool(self.hook.url)

    def start(self, hook: Hook) -> None:
        """Post what is waiting, and all that will come, to this address."""
        self.stop()
        self.hook = hook
        self._places = asyncio.Semaphore(hook.max_connections)
        for update in list(self.world.updates.pending.values()):
            self.pushed(update)

    def stop(self) -> None:
        """Post nothing more; what is not delivered stays in the queue."""
        self.hook = Hook()
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    def pushed(self, update: Update) -> None:
        """An update came in."""
        if not self.active:
            return
        lane = (update.chat_id, update.kind == "callback_query")
        self._lanes.setdefault(lane, deque()).append(update)
        if lane not in self._tasks:
            self._tasks[lane] = asyncio.get_running_loop().create_task(self._drain(lane))

    async def close(self) -> None:
        """End all deliveries."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def _drain(self, lane: Lane) -> None:
        updates = self._lanes[lane]
        while updates:
            update = updates[0]
            self.world.updates.forget_old()
            if update.id in self.world.updates.pending:
                await self._deliver(update)
            updates.popleft()
        del self._lanes[lane], self._tasks[lane]

    async def _deliver(self, update: Update) -> None:
        pause = FIRST_PAUSE
        while not await self._post(update):
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, 2 * pause)
        self.world.updates.confirm([update.id])

    async def _post(self, update: Update) -> bool:
        """One attempt; whether the bot took it."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT)
        headers = {"Content-Type": "application/json"}
        if self.hook.secret:
            headers[SECRET_HEADER] = self.hook.secret
        async with self._places:
            self.world.updates.handed_out = max(self.world.updates.handed_out, update.id)
            try:
                async with self._session.post(self.hook.url, data=update.body.encode(), headers=headers) as answer:
                    if 200 <= answer.status < 300:
                        return True
                    self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            except TimeoutError:
                self._failed("Read timeout expired")
            except aiohttp.ClientError:
                self._failed("Connection refused")
        return False

    def _failed(self, error: str) -> None:
        self.hook.error = error
        self.hook.error_at = int(self.world.clock.now().timestamp())

    def info(self) -> Json:
        """What getWebhookInfo answers."""
        pending = len(self.world.updates.pending)
        info: Json = {"url": self.hook.url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.hook.error:
            info |= {"last_error_date": self.hook.error_at, "last_error_message": self.hook.error}
        if self.active:
            info["max_connections"] = self.hook.max_connections
        if self.world.updates.allowed:
            info["allowed_updates"] = sorted(self.world.updates.allowed)
        return info

    def to_state(self) -> Json:
        """As it is saved."""
        return {"url": self.hook.url, "secret": self.hook.secret, "max_connections": self.hook.max_connections}

    def load(self, state: Json) -> None:
        """Take back what was saved; `resume` starts the deliveries when the server runs."""
        self.hook = Hook(**state)

    def resume(self) -> None:
        """Go on after a restart."""
        if self.active:
            self.start(self.hook)
