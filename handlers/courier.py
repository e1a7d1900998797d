"""The courier: sends what starts with us and says what became of it, each of Telegram's errors by its meaning."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from conversations.receipt import Receipt
from conversations.reply import Reply
from handlers.mouth import Mouth
from records.amending import TOO_OLD
from records.chats import ChatState, Spoken
from records.deliveries import DeliveryStatus

FIRST_RETRY_SECONDS = 5.0
GONE = "not in the chat any more"
# In a group or a channel: of this chat alone, nothing is wrong with the message.
NO_RIGHTS = ("not enough rights", "need administrator rights", "chat_write_forbidden", "have no rights to send")
DEAD_CHATS = ("chat not found", "user not found", "peer_id_invalid")


class Courier:
    """Delivers through the mouth; `paid` where the owner bought a faster pace for what starts with us. `count` spends
    of the pace where the caller does not.
    """

    def __init__(
        self, mouth: Mouth, paid: bool = False, count: Callable[[], AbstractContextManager[None]] = nullcontext
    ) -> None:
        self._mouth = mouth
        self._paid = paid
        self._count = count

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt:
        """One attempt. A timeout after the request was written is unknown: Telegram has no idempotency key.

        It comes between a question and its answer, so a keyboard that waits below for that answer is left in place.
        """
        with self._count():
            return await _receipt(self._mouth.utter(replace(chat, reply_keyboard=False), reply, None, self._paid))

    async def correct(self, chat: ChatState, reply: Reply, message_id: int) -> Receipt:
        """One attempt to let a message of ours show something else."""
        gone = Receipt(DeliveryStatus.FAILED, GONE)
        return await _amended(self._mouth.edits.rewrite(chat, reply, message_id), gone)

    async def withdraw(self, chat: ChatState, message_id: int) -> Receipt:
        """One attempt to delete a message of ours, which Telegram allows for two days."""
        late = Receipt(DeliveryStatus.SKIPPED, TOO_OLD)
        return await _amended(self._mouth.edits.withdraw(chat.id, message_id), late)

    async def erase(self, chat_id: int, message_ids: list[int]) -> bool:
        """Takes messages back; False where Telegram cannot be asked now and may be asked again."""
        try:
            await self._mouth.edits.erase(chat_id, message_ids)
        except (BadRequest, Forbidden):  # a NetworkError to python-telegram-bot: caught before it
            return True
        except (NetworkError, RetryAfter):
            return False
        except TelegramError:
            return True
        return True


async def _amended(doing: Awaitable[bool], otherwise: Receipt) -> Receipt:
    """`otherwise`: where it cannot be done. What Telegram refuses concerns this message alone."""
    try:
        done = await doing
    except TelegramError as trouble:
        return replace(_trouble(trouble), fatal=False)
    return Receipt(DeliveryStatus.SENT) if done else otherwise


async def _receipt(speaking: Awaitable[Spoken]) -> Receipt:
    try:
        spoken = await speaking
    except TelegramError as trouble:
        return _trouble(trouble)
    return Receipt(DeliveryStatus.SENT, message_id=spoken.sent_id, newest=spoken.message_id, shows=spoken.shows)


def _trouble(trouble: TelegramError) -> Receipt:
    """What became of an attempt that failed."""
    match trouble:
        case RetryAfter():
            return Receipt(DeliveryStatus.WAITING, "flood control", retry_after=seconds(trouble), pause=True)
        case ChatMigrated():
            return Receipt(DeliveryStatus.WAITING, "moved", retry_after=0.0, moved_to=trouble.new_chat_id)
        case Forbidden():
            return Receipt(DeliveryStatus.BLOCKED, _why_forbidden(trouble))
        case BadRequest():  # a NetworkError to python-telegram-bot: told apart before it
            return _bad_request(trouble)
        case TimedOut():
            return _timed_out(trouble)
        case InvalidToken():
            return Receipt(DeliveryStatus.WAITING, "token", retry_after=60.0, pause=True)
        case NetworkError():
            return Receipt(DeliveryStatus.WAITING, "network", retry_after=FIRST_RETRY_SECONDS)
        case _:
            raise trouble


def seconds(wait: RetryAfter) -> float:
    """`retry_after` is an int or a timedelta, by the library's settings."""
    value = wait.retry_after
    return value.total_seconds() if isinstance(value, timedelta) else float(value)


def _why_forbidden(refused: Forbidden) -> str:
    words = refused.message.lower()
    if "deactivated" in words:
        return "deactivated"
    return "never started" if "initiate" in words else "blocked"


def _bad_request(refused: BadRequest) -> Receipt:
    if any(dead in refused.message.lower() for dead in DEAD_CHATS):
        return Receipt(DeliveryStatus.BLOCKED, "chat not found")
    if any(right in refused.message.lower() for right in NO_RIGHTS):
        return Receipt(DeliveryStatus.BLOCKED, "may not post")
    return Receipt(DeliveryStatus.FAILED, refused.message[:80], fatal=True)


def _timed_out(late: TimedOut) -> Receipt:
    """A connection that was never made delivered nothing; the request backend says so in the cause."""
    if isinstance(late.__cause__, ConnectionError):
        return Receipt(DeliveryStatus.WAITING, "no connection", retry_after=FIRST_RETRY_SECONDS)
    return Receipt(DeliveryStatus.UNKNOWN, "timed out")
