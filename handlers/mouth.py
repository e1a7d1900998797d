"""The mouth: a reply value becomes Telegram calls. A typed answer gets a new message; a tap edits where its message
is the newest.
"""

import asyncio
from typing import Any, Protocol

from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from conversations import phrases
from conversations.reply import Reply
from handlers import markup
from handlers.edits import Api, Edits
from handlers.payload import is_protected, media, venue
from locales.languages import Languages
from records.chats import ChatState, Spoken

TOO_OLD = "query is too old"
TOAST_TRIES = 2


class Tap(Protocol):
    """The pressed button that a reply answers."""

    @property
    def query_id(self) -> str: ...

    @property
    def message_id(self) -> int | None: ...


class Mouth:
    """Says replies in a chat's language."""

    def __init__(self, api: Api, languages: Languages) -> None:
        self._api = api
        self._languages = languages
        # Taps that are answered already while their reply is still being tried.
        self._answered: set[str] = set()
        self.edits = Edits(api, languages)

    async def say(self, chat: ChatState, reply: Reply, tap: Tap | None) -> Spoken:
        """One reply; the tap it answers, if any, is answered beside it."""
        if tap is None:
            return await self.utter(chat, reply, None)
        if reply.text is None:
            return await self._toast_only(chat, reply, tap)
        answering = asyncio.create_task(self._answer_once(tap, reply, chat.language))
        try:
            spoken = await self.utter(chat, reply, tap.message_id)
        finally:
            await answering
        self._answered.discard(tap.query_id)
        return spoken

    async def _answer_once(self, tap: Tap, reply: Reply, language: str) -> None:
        """A tap is answered once, however often its reply is tried; a toast that fails is no reason to say the reply
        twice.
        """
        if tap.query_id in self._answered:
            return
        for _try in range(TOAST_TRIES):
            try:
                await self._answer(tap, reply, language)
            except TelegramError:
                continue
            self._answered.add(tap.query_id)
            return

    async def utter(self, chat: ChatState, reply: Reply, tapped: int | None, paid: bool = False) -> Spoken:
        """Edits the tapped message where it is the newest and may be edited, else sends a new one; `paid` in Stars, for
        a pace that is not free. What must not be forwarded is only shown where it was sent so.
        """
        if reply.in_place_of is not None and await self.edits.swap(chat, reply, reply.in_place_of):
            return Spoken(chat.id, chat.reply_owed, None, chat.reply_keyboard)
        if tapped is not None and self._may_edit(chat, reply, tapped) and await self.edits.say(chat, reply, tapped):
            return Spoken(chat.id, chat.reply_owed, None, chat.reply_keyboard)
        return await self._send(chat, reply, paid)

    def _may_edit(self, chat: ChatState, reply: Reply, tapped: int) -> bool:
        """Whether the tapped message can become the reply: words alone, protected as it was, and the newest one unless
        it `stays`. A keyboard below would be left standing.
        """
        if reply.fresh or any((reply.picture, reply.document, reply.attachment, reply.venue)):
            return False
        guarded = reply.shown is None and self.edits.is_guarded(chat.id, tapped)
        plain = reply.contact is None and not chat.reply_keyboard and (guarded or not is_protected(reply))
        return reply.stays or (plain and tapped == chat.newest_message)

    async def _send(self, chat: ChatState, reply: Reply, paid: bool) -> Spoken:
        text = "" if reply.text is None else self._languages.html(reply.text, chat.language)
        data: dict[str, Any] = {"chat_id": chat.id, "parse_mode": ParseMode.HTML}
        if (keyboard := markup.of(reply, self._languages, chat.language)) is not None:
            data["reply_markup"] = keyboard
        elif chat.reply_keyboard:
            data["reply_markup"] = markup.REMOVE
        if paid:
            data["allow_paid_broadcast"] = True
        if is_protected(reply):
            data["protect_content"] = True
        if reply.venue is not None:
            await self._api.call("sendVenue", venue(chat, reply.venue))
        method = media(data, reply, text)
        result = await self._api.call(method, data)
        if method == "sendMessage":
            self.edits.note_sent(result["message_id"], data)
        # The caption of a picture or a file is not edited into another page: a tap on it gets a new message.
        # Nor is what will be taken back: the page would go with it.
        message_id = result["message_id"]
        newest = message_id if method == "sendMessage" and reply.shown is None else 0
        shows = () if reply.shown is None else ((message_id, reply.shown),)
        return Spoken(chat.id, chat.reply_owed, newest, reply.contact is not None, shows, message_id)

    async def _answer(self, tap: Tap, reply: Reply, language: str) -> bool:
        """Answers the tap; False where it came too long ago."""
        data: dict[str, Any] = {"callback_query_id": tap.query_id}
        if reply.toast is not None:
            data["text"] = self._languages.plain(reply.toast, language)[:200]
        try:
            await self._api.call("answerCallbackQuery", data)
        except BadRequest as refused:
            if TOO_OLD in refused.message.lower():
                return False
            raise
        return True

    async def _toast_only(self, chat: ChatState, reply: Reply, tap: Tap) -> Spoken:
        """The short word over the screen; as a message where the tap is too old for it. New buttons come before it, so
        that it is not said twice where they have to be tried again.
        """
        if reply.marks is not None and tap.message_id is not None:
            await self.edits.mark(chat, reply.marks, tap.message_id)
        if await self._answer(tap, reply, chat.language) or reply.toast is None:
            return Spoken(chat.id, chat.reply_owed, None, chat.reply_keyboard)
        return await self.utter(chat, Reply(reply.toast), None)


def in_steps(chat: ChatState, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """A message carries one markup: where a page with buttons follows a keyboard below the typing field, a word of its
    own takes that away first. It is a step by itself, so that it is not said again when the page has to be tried again.
    """
    first = replies[0] if replies else None
    if first is None or not chat.reply_keyboard or first.text is None or not first.rows:
        return replies
    return (Reply(phrases.NOTED), *replies)
