"""The world: everything the simulated Telegram knows, and the acts of the bot that people can see."""

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulator.calls import Calls
from simulator.chat import Chat
from simulator.clock import Clock, TimeSource
from simulator.entity import Json
from simulator.errors import bad_request, forbidden, upgraded
from simulator.events import Events
from simulator.faults import Faults
from simulator.files import FileStore
from simulator.floods import Floods
from simulator.keyboards import ForceReply, InlineKeyboard, Markup, RemoveKeyboard, ReplyKeyboard
from simulator.message import Message
from simulator.params import Params
from simulator.person import Person
from simulator.profile import Profile
from simulator.queries import Queries
from simulator.reactions import Reactions
from simulator.store import Store
from simulator.updates import Update, UpdateQueue
from simulator.webhook import Webhook


class World:
    """One bot and the people it may meet.

    `clock` tells the simulated time; `clock_url` is where the bot is asked to travel in time; `jitter` is a range of
    real milliseconds that a call takes each way; with a `home` the world outlives the process.
    """

    def __init__(
        self,
        *,
        token: str = "1:TEST",  # noqa: S107 (no secret: the simulator's token for everyone)
        clock: TimeSource | None = None,
        floods: bool = True,
        home: Path | str | None = None,
        clock_url: str | None = None,
        jitter: tuple[float, float] | None = None,
    ) -> None:
        self.token = token
        self.clock: TimeSource = clock or Clock()
        self.clock_url = clock_url
        self.next_due: str | None = None
        self.jitter = jitter
        self.profile = Profile(int(token.split(":")[0]))
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore(Path(home) / "files" if home else None)
        self.updates = UpdateQueue(self.clock)
        self.queries = Queries()
        self.floods = Floods(enabled=floods)
        self.faults = Faults()
        self.calls = Calls(self.clock)
        self.reactions = Reactions()
        self.events = Events()
        self.webhook = Webhook(self)
        self.updates.on_push = self._pushed
        self.updates.on_confirm = self.reactions.confirmed
        self.closing = asyncio.Event()
        self.store = Store(self, Path(home)) if home else None
        if self.store:
            self.store.load()

    def changed(self) -> None:
        """Something is different and shall be saved before long."""
        if self.store:
            self.store.touch()

    def seconds(self) -> int:
        """The simulated instant as Unix seconds, for the date of a message."""
        return int(self.clock.now().timestamp())

    def add_person(self, person: Person) -> Person:
        """A person, or the new state of one who is known, with a chat."""
        self.people[person.id] = person
        if person.id in self.chats:
            self.chats[person.id].person = person
        else:
            self.chats[person.id] = Chat(person.id, person)
        self.changed()
        self.events.emit("people")
        return person

    def add_group(self, title: str, kind: str = "group") -> Chat:
        """A group or channel the bot was added to and may post in."""
        chat = Chat(-self.fresh_id(), None, title, kind)
        self.chats[chat.id] = chat
        self.changed()
        return chat

    def fresh_id(self) -> int:
        """A user id nobody has, as large as Telegram's are."""
        while (found := secrets.randbelow(6_000_000_000) + 1_000_000_000) in self.people:
            continue
        return found

    def chat_of(self, params: Params) -> Chat:
        """The chat a call names, if the bot may write to it."""
        chat = self.known_chat(params)
        if chat.person:
            chat.person.check_reachable()
        if chat.moved_to:
            raise upgraded(chat.moved_to)
        if chat.closed:
            raise forbidden(chat.closed)
        return chat

    def known_chat(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat a call names, if there is one."""
        text = params.text(name)
        if not text:
            raise bad_request(f"{name} is empty")
        try:
            chat = self.chats.get(int(text))
        except ValueError:
            chat = None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def message_of(self, params: Params, chat: Chat, what: str, name: str = "message_id") -> Message:
        """The message a call names; `what` is how Telegram calls it where it is missing."""
        message = chat.find(params.integer(name))
        if message is None:
            raise bad_request(f"{what} not found")
        return message

    def sender(self, chat: Chat, message: Message) -> Json:
        """Who a message is from, as the Bot API shows it."""
        if message.from_bot or chat.person is None:
            return self.profile.to_user()
        return chat.person.to_user()

    def shown(self, chat: Chat, message: Message) -> Json:
        """A message as the Bot API shows it."""
        return message.to_api(self.sender(chat, message), chat.to_api())

    def post(self, chat: Chat, message: Message, markup: Markup | None = None) -> Json:
        """The bot's message appears in a chat; what the Bot API answers."""
        if isinstance(markup, InlineKeyboard):
            message.keyboard = markup
        elif markup is not None:
            message.keyed = True
            _change_keys(chat, markup)
        chat.add(message)
        chat.unread += 1
        chat.typing_until = 0.0
        self.acted(chat)
        return self.shown(chat, message)

    def acted(self, chat: Chat) -> None:
        """The bot did something in a chat that the person can see."""
        chat.seq += 1
        chat.wake()
        self.reactions.bot_acted(chat.id, self.updates.handed_out)
        self.events.emit("chat", person=chat.id, seq=chat.seq)
        self.changed()

    def travelled(self) -> None:
        """The clock was moved."""
        self.events.emit("clock", now=self.clock.now().isoformat())
        self.changed()

    def _pushed(self, update: Update) -> None:
        self.webhook.pushed(update)
        self.changed()

    async def close(self) -> None:
        """End what is under way and save."""
        self.closing.set()
        self.updates.end_poll()
        await self.webhook.close()
        for chat in self.chats.values():
            chat.wake()
        if self.store:
            self.store.save()


# A method of the Bot API: what it answers is JSON, or JSON text, or comes later.
Method = Callable[[World, Params], Any]


def _change_keys(chat: Chat, markup: ReplyKeyboard | RemoveKeyboard | ForceReply) -> None:
    chat.reply_keyboard = markup if isinstance(markup, ReplyKeyboard) else None
