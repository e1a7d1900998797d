"""The courier: sends what starts with us and says what became of it, each of Telegram's errors by its meaning."""

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
from records.chats import ChatState
from records.deliveries import DeliveryStatus

FIRST_RETRY_SECONDS = 5.0
DEAD_CHATS = ("chat not found", "user not found", "peer_id_invalid")


class Courier:
    """Delivers through the mouth; `paid` where the owner bought a faster pace for what starts with us."""

    def __init__(self, mouth: Mouth, paid: bool = False) -> None:
        self._mouth = mouth
        self._paid = paid

    async def deliver(self, chat: ChatState, reply: Reply) -> Receipt:
        """One attempt. A timeout after the request was written is unknown: Telegram has no idempotency key.

        It comes between a question and its answer, so a keyboard that waits below for that answer is left in place.
        """
        try:
            spoken = await self._mouth.utter(replace(chat, reply_keyboard=False), reply, None, self._paid)
        except RetryAfter as wait:
            return Receipt(DeliveryStatus.WAITING, "flood control", retry_after=seconds(wait), pause=True)
        except ChatMigrated as moved:
            return Receipt(DeliveryStatus.WAITING, "moved", retry_after=0.0, moved_to=moved.new_chat_id)
        except Forbidden as refused:
            return Receipt(DeliveryStatus.BLOCKED, _why_forbidden(refused))
        except BadRequest as refused:  # a NetworkError to python-telegram-bot: caught before it
            return _bad_request(refused)
        except TimedOut as late:
            return _timed_out(late)
        except InvalidToken:
            return Receipt(DeliveryStatus.WAITING, "token", retry_after=60.0, pause=True)
        except NetworkError:
            return Receipt(DeliveryStatus.WAITING, "network", retry_after=FIRST_RETRY_SECONDS)
        return Receipt(DeliveryStatus.SENT, message_id=spoken.message_id, shows=spoken.shows)

    async def erase(self, chat_id: int, message_ids: list[int]) -> bool:
        """Takes messages back; False where Telegram cannot be asked now and may be asked again."""
        try:
            await self._mouth.erase(chat_id, message_ids)
        except (BadRequest, Forbidden):  # a NetworkError to python-telegram-bot: caught before it
            return True
        except (NetworkError, RetryAfter):
            return False
        except TelegramError:
            return True
        return True

    async def rewrite(self, chat: ChatState, reply: Reply, message_id: int) -> bool:
        """Brings a message of ours up to date; False where Telegram cannot be asked now and may be asked again."""
        try:
            await self._mouth.rewrite(chat, reply, message_id)
        except (BadRequest, Forbidden):  # gone for good
            return True
        except (NetworkError, RetryAfter):
            return False
        except TelegramError:
            return True
        return True


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
    return Receipt(DeliveryStatus.FAILED, refused.message[:80], fatal=True)


def _timed_out(late: TimedOut) -> Receipt:
    """A connection that was never made delivered nothing; the request backend says so in the cause."""
    if isinstance(late.__cause__, ConnectionError):
        return Receipt(DeliveryStatus.WAITING, "no connection", retry_after=FIRST_RETRY_SECONDS)
    return Receipt(DeliveryStatus.UNKNOWN, "timed out")
