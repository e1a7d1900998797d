"""Edits: messages of ours that come to show something else, or are taken back; and what the newest pages show."""

from typing import Any, Protocol

from telegram.constants import ParseMode
from telegram.error import BadRequest

from conversations.reply import Reply, Rows
from handlers import markup
from handlers.payload import exchanged, print_of
from locales.languages import Languages
from records.chats import ChatState

NOT_MODIFIED = "message is not modified"
CANNOT_EDIT = (
    "message can't be edited",
    "message to edit not found",
    "there is no text in the message to edit",
    "message identifier is not specified",
)
CANNOT_DELETE, NOT_FOUND = "message can't be deleted", "message to delete not found"
SHOWN_CHATS = 10_000


class Api(Protocol):
    """The Bot API: a method's name and its parameters, the result as plain JSON; errors are telegram.error's."""

    async def call(self, method: str, data: dict[str, Any]) -> Any: ...


class Edits:
    """Of one process: it remembers what it has sent lately itself."""

    def __init__(self, api: Api, languages: Languages) -> None:
        self._api = api
        self._languages = languages
        # What the newest pages show, as far as this process has said it: (message, hash) by chat.
        self._shown: dict[int, tuple[int, int]] = {}
        # The newest protected page of each chat, as far as this process has sent it: an edit keeps the protection.
        self._guarded: dict[int, int] = {}

    async def say(self, chat: ChatState, reply: Reply, message_id: int) -> bool:
        """True where the message now shows the reply."""
        data: dict[str, Any] = {
            "chat_id": chat.id,
            "message_id": message_id,
            "text": "" if reply.text is None else self._languages.html(reply.text, chat.language),
            "parse_mode": ParseMode.HTML,
            "link_preview_options": {"is_disabled": True},
        }
        if reply.rows:
            data["reply_markup"] = markup.inline(reply.rows, self._languages, chat.language)
        if self._shown.get(chat.id) == (message_id, print_of(data)):
            return True
        if not await self._changed("editMessageText", data):
            return False
        self._note_shown(message_id, data)
        return True

    async def rewrite(self, chat: ChatState, reply: Reply, message_id: int) -> bool:
        """Edits a message of ours that need not be the newest; False where it is gone."""
        if reply.attachment is not None:
            return await self.swap(chat, reply, message_id)
        return await self.say(chat, reply, message_id)

    async def swap(self, chat: ChatState, reply: Reply, message_id: int) -> bool:
        """Another picture or file with its caption in the place of one; True where the message shows them now."""
        file = exchanged(reply, "" if reply.text is None else self._languages.html(reply.text, chat.language))
        if file is None:
            return False
        data: dict[str, Any] = {"chat_id": chat.id, "message_id": message_id, "media": file}
        if reply.rows:
            data["reply_markup"] = markup.inline(reply.rows, self._languages, chat.language)
        return await self._changed("editMessageMedia", data)

    async def mark(self, chat: ChatState, rows: Rows, message_id: int) -> None:
        """Other buttons under a message of ours, whatever it shows; one that is gone needs none."""
        markup_of = markup.inline(rows, self._languages, chat.language)
        await self._changed(
            "editMessageReplyMarkup", {"chat_id": chat.id, "message_id": message_id, "reply_markup": markup_of}
        )
        if self._shown.get(chat.id, (0, 0))[0] == message_id:
            del self._shown[chat.id]

    async def withdraw(self, chat_id: int, message_id: int) -> bool:
        """Deletes a message of ours; False where it is too old for that. One that is gone already is deleted."""
        try:
            await self._api.call("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
        except BadRequest as refused:
            words = refused.message.lower()
            if CANNOT_DELETE in words:
                return False
            if NOT_FOUND not in words:
                raise
        return True

    async def erase(self, chat_id: int, message_ids: list[int]) -> None:
        """Takes messages of ours back, at most a hundred; those that are gone are passed over by Telegram."""
        await self._api.call("deleteMessages", {"chat_id": chat_id, "message_ids": message_ids})

    async def _changed(self, method: str, data: dict[str, Any]) -> bool:
        """One edit: True where the message is as it was to be, False where it cannot be edited."""
        try:
            await self._api.call(method, data)
        except BadRequest as refused:
            words = refused.message.lower()
            if NOT_MODIFIED in words:
                return True
            if any(reason in words for reason in CANNOT_EDIT):
                return False
            raise
        return True

    def note_sent(self, message_id: int, data: dict[str, Any]) -> None:
        """A page of words was sent."""
        self._note_shown(message_id, data)
        self._note_guarded(message_id, data)

    def is_guarded(self, chat_id: int, message_id: int) -> bool:
        """Whether a page is the newest protected one of its chat."""
        return self._guarded.get(chat_id) == message_id

    def _note_shown(self, message_id: int, data: dict[str, Any]) -> None:
        """An edit that changes nothing is refused, so it need not be tried; only the latest chats are remembered."""
        self._shown.pop(data["chat_id"], None)
        self._shown[data["chat_id"]] = (message_id, print_of(data))
        if len(self._shown) > SHOWN_CHATS:
            del self._shown[next(iter(self._shown))]

    def _note_guarded(self, message_id: int, data: dict[str, Any]) -> None:
        self._guarded.pop(data["chat_id"], None)
        if data.get("protect_content"):
            self._guarded[data["chat_id"]] = message_id
        if len(self._guarded) > SHOWN_CHATS:
            del self._guarded[next(iter(self._guarded))]
