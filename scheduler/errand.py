"""Errands: slow work that a reply starts, beside the replies; its result follows as a message of its own.

An errand may read and write the records (a transaction each), fetch a file from Telegram, and let the process for slow
work compute. It is not a debt: a restart loses it. What must not be lost is written down before, and taken up by a duty
or at the start.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from conversations.context import Context, House
from conversations.reply import Reply
from locales.text import Text
from records.chats import ChatState
from records.clock import Clock
from records.database import Database
from records.reading import Reading
from records.session import Session
from scheduler.slow import SlowWork


class Fetch(Protocol):
    """A file that somebody sent, by its id; raises FileGoneError where Telegram does not give it, LaterError where it
    may later.
    """

    async def __call__(self, file_id: str) -> bytes: ...


class Remove(Protocol):
    """Removes a message from a chat; False where Telegram refuses for good, LaterError where it may work later."""

    async def __call__(self, chat_id: int, message_id: int) -> bool: ...


class Progress(Protocol):
    """Takes down how far the errand is: so much of the whole, and what is being done. Whoever waits sees it as a bar,
    where it takes longer than a moment.
    """

    def __call__(self, done: int, whole: int, doing: Text) -> None: ...


class LaterError(Exception):
    """Telegram has passing trouble: trying again helps."""


class FileGoneError(Exception):
    """Telegram does not give a file (any more), or it is too big to be fetched: it must be sent again."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What an errand works with, and for whose chat. `take_in` lets the intake do what is due with documents; with
    `reading` the process for slow work reads the database by itself.
    """

    database: Database
    clock: Clock
    house: House
    slow: SlowWork
    fetch: Fetch
    remove: Remove
    take_in: Callable[[], Awaitable[int]]
    chat: ChatState
    reading: Reading
    progress: Progress

    def context(self, session: Session, now: datetime) -> Context:
        """The context of this chat, for functions of the conversations."""
        return Context(session, now, self.house, self.chat.id, self.chat.language)

    def plain(self, text: Text) -> str:
        """A sentence in the language of this chat, without marks."""
        return self.house.languages.plain(text, self.chat.language)


# Takes the argument that the reply named. None: nothing is left to say.
Errand = Callable[[Tools, str], Awaitable[Reply | None]]
