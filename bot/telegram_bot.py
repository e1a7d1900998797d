"""The Bot: python-telegram-bot's, with a plain way to call a method.

`call` skips building the library's objects from an answer of which we read one number: 30 us against 270 for a sent
message.
"""

from datetime import UTC, datetime
from typing import Any, cast

from telegram import Bot, CallbackQuery, Chat, InaccessibleMessage, Message, MessageEntity, Update, User
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.request import RequestData

from bot.request import AiohttpRequest, Plain
from handlers.ear import ALLOWED_UPDATES, FORMATTED
from scheduler.errand import FileGoneError, LaterError

POLL_GRACE_SECONDS = 10
# The parameters that may be files.
FILES = frozenset(("photo", "document", "media"))
# What a message of typed words has, and nothing else.
WORDS_ALONE = frozenset(("message_id", "from", "chat", "date", "text"))
WORDS_MARKED = WORDS_ALONE | {"entities"}


class CantingBot(Bot):
    """Errors are raised as telegram.error's, as by every other method."""

    async def call(self, method: str, data: dict[str, Any]) -> Any:
        """The parameters are JSON, or a file among them: `None` is left out."""
        if not FILES.isdisjoint(data):
            return await self._post(method, data)
        plain = Plain({name: value for name, value in data.items() if value is not None})
        return await self.request.post(f"{self.base_url}/{method}", cast(RequestData, plain))

    async def updates(self, offset: int | None, limit: int, seconds: int) -> tuple[Update, ...]:
        """getUpdates, of which a tapped message keeps its id and chat only: its text and keyboard are the bot's own."""
        data = {"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": ALLOWED_UPDATES}
        found = await self._post("getUpdates", data, read_timeout=seconds + POLL_GRACE_SECONDS)
        return tuple(self._update(raw) for raw in found)

    async def fetch(self, file_id: str) -> bytes:
        """What a file holds that somebody sent; at most 20 MB, which is Telegram's own bound."""
        try:
            file = await self.get_file(file_id)
            return bytes(await file.download_as_bytearray())
        except BadRequest as refused:
            raise FileGoneError("Telegram does not give this file") from refused
        except TelegramError as trouble:
            raise LaterError("Telegram has trouble") from trouble

    async def remove(self, chat_id: int, message_id: int) -> bool:
        """Removes a message of a private chat, which Telegram allows for two days; False where it refuses."""
        try:
            await self._post("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
        except (BadRequest, Forbidden):
            return False
        except TelegramError as trouble:
            raise LaterError("Telegram has trouble") from trouble
        return True

    def _update(self, raw: dict[str, Any]) -> Update:
        """The library looks in every message for some sixty things that a plain one has not."""
        if "callback_query" in raw:
            return self._tap(raw)
        if raw.get("message", {}).keys() in (WORDS_ALONE, WORDS_MARKED):
            return self._words(raw)
        return Update.de_json(raw, self)

    def _words(self, raw: dict[str, Any]) -> Update:
        """Typed words, and which of them are bold or the like; a command or a link is seen in the words themselves."""
        told = raw["message"]
        sender, chat = User.de_json(told["from"], self), Chat.de_json(told["chat"], self)
        styled = [MessageEntity.de_json(each, self) for each in told.get("entities", ()) if each["type"] in FORMATTED]
        message = Message(
            *(told["message_id"], datetime.fromtimestamp(told["date"], UTC), chat),
            from_user=sender,
            text=told["text"],
            entities=styled,
        )
        return Update(raw["update_id"], message=message)

    def _tap(self, raw: dict[str, Any]) -> Update:
        """The library would parse the whole message below the button, which is three quarters of a tap's parsing."""
        tap = raw["callback_query"]
        below = tap.get("message")
        message = None
        if below is not None:
            message = InaccessibleMessage(Chat.de_json(below["chat"], self), below["message_id"])
        sender = User.de_json(tap["from"], self)
        query = CallbackQuery(tap["id"], sender, tap.get("chat_instance", ""), message, tap.get("data"))
        return Update(raw["update_id"], callback_query=query)


def build_bot(token: str, api_url: str, connections: int = 100) -> CantingBot:
    """A bot on our request backend; long polls have a session of their own."""
    base = api_url.rstrip("/")
    return CantingBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=AiohttpRequest(connections),
        get_updates_request=AiohttpRequest(2),
    )
