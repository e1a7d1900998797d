"""A chat: the messages between the bot and a person, or a group the bot may post to, and what is shown around them."""

import asyncio
import json
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from simulator.entity import Json
from simulator.files import StoredFile
from simulator.keyboards import KeyButton, ReplyKeyboard
from simulator.message import Message, message_from_state
from simulator.person import Person

SHOWN = 200


@dataclass(slots=True, eq=False)
class Chat:
    """`seq` rises with every act of the bot that the person can see; `typing_until` is in monotonic seconds."""

    id: int
    person: Person | None = None
    title: str = ""
    kind: str = "group"
    # What keeps the bot from posting: the words of the refusal. And where a group went that became a supergroup.
    closed: str = ""
    moved_to: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    next_id: int = 1
    seq: int = 0
    unread: int = 0
    reply_keyboard: ReplyKeyboard | None = None
    toast: Json | None = None
    typing_until: float = 0.0
    pinned: list[int] = field(default_factory=list)
    watchers: list[asyncio.Future[None]] = field(default_factory=list)

    def add(self, message: Message) -> None:
        """Put a message at the end; it must have been made with `next_id`."""
        self.messages[message.id] = message
        self.next_id = message.id + 1

    def find(self, message_id: int) -> Message | None:
        """A message that is still there."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message

    def to_api(self) -> Json:
        """As the Bot API shows it."""
        if self.person:
            return self.person.to_chat()
        return {"id": self.id, "title": self.title, "type": self.kind}

    def last(self) -> Message | None:
        """The newest message that is still there."""
        return next((m for m in reversed(self.messages.values()) if not m.deleted), None)

    def page_messages(self, count: int = SHOWN) -> str:
        """The newest messages as a JSON array, oldest first."""
        newest = list(islice(reversed(self.messages.values()), count))
        return "[" + ",".join(message.page_json() for message in reversed(newest)) + "]"

    def wake(self) -> None:
        """Tell those who wait for the chat to change."""
        for watcher in self.watchers:
            if not watcher.done():
                watcher.set_result(None)
        self.watchers.clear()

    def to_state(self) -> Json:
        """As it is saved."""
        return {
            "id": self.id,
            "title": self.title,
            "kind": self.kind,
            "closed": self.closed,
            "moved_to": self.moved_to,
            "messages": [message.to_state() for message in self.messages.values()],
            "next_id": self.next_id,
            "seq": self.seq,
            "unread": self.unread,
            "reply_keyboard": self.reply_keyboard.to_json() if self.reply_keyboard else None,
            "pinned": self.pinned,
        }

    def load(self, state: dict[str, Any], files: dict[str, StoredFile]) -> None:
        """Take back what was saved."""
        for saved in state["messages"]:
            self.add(message_from_state(saved, files))
        self.next_id, self.seq, self.unread = state["next_id"], state["seq"], state["unread"]
        self.pinned = state["pinned"]
        self.kind, self.closed = state.get("kind", "group"), state.get("closed", "")
        self.moved_to = state.get("moved_to", 0)
        self.reply_keyboard = reply_keyboard_from(state["reply_keyboard"])


def reply_keyboard_from(state: Json | None) -> ReplyKeyboard | None:
    """A reply keyboard as it was saved."""
    if state is None:
        return None
    rows = tuple(tuple(KeyButton(**key) for key in row) for row in state["rows"])
    return ReplyKeyboard(rows, state["one_time"], state["placeholder"])


def chat_json(parts: Json, messages: str) -> str:
    """A chat as the page gets it: `parts` and the messages, which are JSON text already."""
    return json.dumps(parts, ensure_ascii=False)[:-1] + ', "messages": ' + messages + "}"
