"""Speech: replies on their way out. In order within a chat, side by side across chats; what was said waits to be
recorded.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import log
from bot.failpoints import Failpoint
from conversations.reply import Reply
from conversations.turn import Spoke
from handlers.courier import DEAD_CHATS, seconds
from handlers.mouth import Mouth, in_steps
from records.chats import ChatState, Spoken
from records.clock import Clock

TRIES = 4
FIRST_PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class PressedButton:
    """The tap that a reply answers."""

    query_id: str
    message_id: int | None


class Speech:
    """Says what turns decided. `gone` collects chats that cannot be reached any more, with why."""

    def __init__(
        self, mouth: Mouth, clock: Clock, failpoint: Failpoint, spend: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._mouth = mouth
        self._clock = clock
        self._failpoint = failpoint
        self._spend = spend
        self._tails: dict[int, asyncio.Task[None]] = {}
        self.said: dict[int, Spoken] = {}
        self.gone: dict[int, str] = {}

    def say(self, spoke: Spoke, tap: PressedButton | None) -> None:
        """Starts saying; whatever was still being said in this chat comes first."""
        chat_id = spoke.chat.id
        task = asyncio.create_task(self._say(spoke, tap, self._tails.get(chat_id)))
        self._tails[chat_id] = task
        task.add_done_callback(lambda done: self._forget(chat_id, done))

    def is_busy(self, chat_id: int) -> bool:
        """Something is on its way to this chat, or was said and is not recorded yet."""
        return chat_id in self._tails or chat_id in self.said

    def _forget(self, chat_id: int, done: asyncio.Task[None]) -> None:
        if self._tails.get(chat_id) is done:
            del self._tails[chat_id]
        if not done.cancelled() and (error := done.exception()) is not None:
            log.fault("reply_failed", error)

    async def _say(self, spoke: Spoke, tap: PressedButton | None, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait((before,))
        chat = spoke.chat
        if (said := self.said.get(chat.id)) is not None:
            chat = chat.spoken(said) if said.update_id != chat.reply_owed else chat
        replies = in_steps(chat, spoke.replies)
        last = len(replies) - 1
        for at, reply in enumerate(replies):
            spoken = await self._persist(chat, reply, tap)
            if spoken is None:
                return
            self._failpoint("after_send")
            self._remember(spoken if at == last else replace(spoken, update_id=None))
            chat, tap = chat.spoken(replace(spoken, update_id=None)), None

    def _remember(self, spoken: Spoken) -> None:
        """Until it is recorded; what must not stay is not forgotten over what is said after it."""
        unrecorded = self.said.get(spoken.chat_id)
        earlier = () if unrecorded is None else unrecorded.shows
        self.said[spoken.chat_id] = replace(spoken, shows=earlier + spoken.shows)

    async def _persist(self, chat: ChatState, reply: Reply, tap: PressedButton | None) -> Spoken | None:
        """Tries a few times; a reply that cannot be said now stays owed."""
        pause = FIRST_PAUSE_SECONDS
        for _attempt in range(TRIES):
            try:
                with self._spend():
                    return await self._mouth.say(chat, reply, tap)
            except RetryAfter as wait:
                await self._clock.sleep(seconds(wait))
            except Forbidden:
                self.gone[chat.id] = "blocked"
                return None
            except BadRequest as refused:  # a NetworkError to python-telegram-bot: caught before it
                if any(dead in refused.message.lower() for dead in DEAD_CHATS):
                    self.gone[chat.id] = "chat not found"
                else:
                    log.fault("reply_refused", refused, method_said=refused.message.partition(":")[0])
                return self._given_up(chat)
            except NetworkError:
                await self._clock.sleep(pause)
                pause *= 2
            except TelegramError as refused:
                log.fault("reply_refused", refused)
                return self._given_up(chat)
        log.event("reply_left_owed", tries=TRIES)
        return None

    def _given_up(self, chat: ChatState) -> Spoken:
        """What Telegram refuses as such it will refuse again: nothing is owed any more, the operator was told."""
        return Spoken(chat.id, chat.reply_owed, None, chat.reply_keyboard)

    async def finish(self, seconds: float | None = None) -> None:
        """Waits for whatever is being said, at most so long: what is left then stays owed."""
        until = None if seconds is None else asyncio.get_running_loop().time() + seconds
        while self._tails:
            left = None if until is None else until - asyncio.get_running_loop().time()
            if left is not None and left <= 0:
                break
            await asyncio.wait(tuple(self._tails.values()), timeout=left, return_when=asyncio.FIRST_COMPLETED)
        for task in self._tails.values():
            task.cancel()
