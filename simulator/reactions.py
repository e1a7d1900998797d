"""Reactions: lets the page's API wait until the bot has answered one particular update."""

import asyncio
from dataclasses import dataclass, field

# How long a tap that was answered, but with nothing to see yet, waits for the message sent beside the answer.
LINGER = 0.03


@dataclass(slots=True, eq=False)
class Wait:
    """`query_id` is set for a tap; `silent` for what brings no visible act, as a block."""

    chat_id: int
    update_id: int
    query_id: str = ""
    silent: bool = False
    acted: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)
    shown: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Reactions:
    """The waits that are open, by chat."""

    _waits: dict[int, list[Wait]] = field(default_factory=dict)

    def expect(self, wait: Wait) -> Wait:
        """Open a wait."""
        self._waits.setdefault(wait.chat_id, []).append(wait)
        return wait

    def close(self, wait: Wait) -> None:
        """End a wait, whatever came of it."""
        waits = self._waits.get(wait.chat_id, [])
        if wait in waits:
            waits.remove(wait)
        if not waits:
            self._waits.pop(wait.chat_id, None)

    def bot_acted(self, chat_id: int, handed_out: int) -> None:
        """The bot did something to see; that answers updates it has already got."""
        for wait in self._waits.get(chat_id, ()):
            if wait.update_id <= handed_out:
                wait.shown.set()
                if not wait.query_id and not wait.silent:
                    wait.done.set()

    def answered(self, chat_id: int, query_id: str) -> None:
        """The bot answered a tap."""
        for wait in self._waits.get(chat_id, ()):
            if wait.query_id == query_id:
                wait.done.set()

    def confirmed(self, update_id: int) -> None:
        """The bot confirmed an update: all the reaction that a silent one gets."""
        for waits in self._waits.values():
            for wait in waits:
                if wait.silent and wait.update_id <= update_id:
                    wait.done.set()
