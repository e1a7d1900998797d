"""The progress bar: for whoever waits longer than a moment, in one message that is gone when the result comes."""

import asyncio
from dataclasses import dataclass, field
from typing import cast
from zoneinfo import ZoneInfo

from bot.progress_bar import ProgressBar
from conversations.receipt import Receipt
from conversations.reply import Reply
from locales.languages import Languages
from locales.text import Text
from records.chats import ChatState
from records.deliveries import DeliveryStatus
from tests.records.clock import ManualClock

LANGUAGES = Languages.load(ZoneInfo("Asia/Jakarta"))
COUNTING = Text("The records are being counted.")
CHAT = cast(ChatState, type("Chat", (), {"id": 7})())


@dataclass
class Telegram:
    """What stands in the chat, and how often it was edited."""

    messages: dict[int, str] = field(default_factory=dict)
    edits: int = 0

    async def deliver(self, _chat: ChatState, reply: Reply) -> Receipt:
        await asyncio.sleep(0)
        self.messages[1] = self._said(reply)
        return Receipt(DeliveryStatus.SENT, message_id=1)

    async def correct(self, _chat: ChatState, reply: Reply, message_id: int) -> Receipt:
        self.edits += 1
        self.messages[message_id] = self._said(reply)
        return Receipt(DeliveryStatus.SENT)

    async def remove(self, chat_id: int, message_id: int) -> bool:
        assert chat_id == CHAT.id
        return self.messages.pop(message_id, None) is not None

    def _said(self, reply: Reply) -> str:
        assert reply.text is not None
        return LANGUAGES.plain(reply.text, "id")


def _bar() -> tuple[ManualClock, Telegram, ProgressBar]:
    clock, telegram = ManualClock(), Telegram()
    return clock, telegram, ProgressBar(telegram, telegram.remove, CHAT, clock.sleep)


async def _passes(turns: int) -> None:
    for _turn in range(turns):
        await asyncio.sleep(0)


async def test_it_shows_how_far_the_errand_is_and_goes_when_it_is_through() -> None:
    _clock, telegram, bar = _bar()
    bar.stands(3, 10, COUNTING)
    assert telegram.messages == {}
    await _passes(20)
    assert telegram.messages[1].endswith("▰▰▰▱▱▱▱▱▱▱ 30%")
    bar.stands(10, 10, COUNTING)
    await _passes(20)
    assert telegram.messages[1].endswith("▰▰▰▰▰▰▰▰▰▰ 100%")
    await bar.close()
    assert telegram.messages == {}


async def test_it_is_edited_once_a_second_at_most_and_only_where_something_changed() -> None:
    clock, telegram, bar = _bar()
    for done in range(1000):
        bar.stands(done, 1000, COUNTING)
        await asyncio.sleep(0)
    assert 0 < telegram.edits <= len(clock.slept)
    told = telegram.edits
    await _passes(50)
    assert telegram.edits <= told + 1
    await bar.close()


async def test_whoever_waits_a_moment_only_sees_none() -> None:
    _clock, telegram, bar = _bar()
    bar.stands(1, 2, COUNTING)
    await bar.close()
    await _passes(20)
    assert telegram.messages == {}


async def test_an_errand_that_says_nothing_has_none() -> None:
    clock, telegram, bar = _bar()
    await bar.close()
    assert (clock.slept, telegram.messages) == ([], {})
