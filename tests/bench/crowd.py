"""The crowd: people who walk a script in parallel, each answering the bot's message with the next update."""

import asyncio
import time
from dataclasses import dataclass, field

from tests.bench.answers import Json, Saying
from tests.bench.people import Person
from tests.bench.updates import Updates
from tests.bench.walker import Contact, Done, Input, Press, Script, Text, Walker

# A person reads before answering. Without this pause the next update could reach the bot before the answer to its own
# sendMessage does, which no person is quick enough for.
READING_SECONDS = 0.005


@dataclass(slots=True)
class Seat:
    """One of the people who walk in parallel: a new person sits down for every walk."""

    walker: Walker
    walks_left: int
    awaited: bool = False
    heard: str = "nothing"


@dataclass(slots=True)
class Tally:
    """What the crowd saw since the walk began."""

    sent: int = 0
    answered: int = 0
    walks: int = 0
    began: float = 0.0
    last_answer: float = 0.0


@dataclass(slots=True)
class Crowd:
    """Seats by chat id, their people's inputs, and the count of updates that were answered."""

    script: Script
    updates: Updates
    size: int
    tally: Tally = field(default_factory=Tally)
    _seats: dict[int, Seat] = field(default_factory=dict)
    _next_person: int = 0
    _next_query: int = 1
    _last_message_id: int = 0
    _finished: asyncio.Event = field(default_factory=asyncio.Event)

    async def walk(self, rounds: int, patience: float) -> bool:
        """Let every seat walk `rounds` times; False where nothing moved for `patience` seconds before the end."""
        self.tally = Tally(began=time.monotonic())
        self._finished.clear()
        self._seats.clear()
        for _ in range(self.size):
            self._sit(rounds)
        while not self._finished.is_set():
            before = self.tally.answered
            try:
                async with asyncio.timeout(patience):
                    await self._finished.wait()
            except TimeoutError:
                if self.tally.answered == before:
                    return False
        return True

    def message_id(self) -> int:
        """The next message id: the private chats of a bot count together."""
        self._last_message_id += 1
        return self._last_message_id

    def hear(self, saying: Saying) -> None:
        """The bot has said this: count it as the answer and, after a moment, do what the walker decides."""
        seat = self._seats.get(saying.chat_id)
        if seat is None:
            return
        seat.heard = f"{saying.heard.text!r} with {[button.label for button in saying.heard.buttons]}"
        if seat.awaited:
            seat.awaited = False
            self.tally.answered += 1
            self.tally.last_answer = time.monotonic()
        decided = seat.walker.next(saying.heard)
        if isinstance(decided, Done):
            self._stand_up(seat)
        elif decided is not None:
            asyncio.get_running_loop().call_later(READING_SECONDS, self._send, seat, decided, saying.message)

    def stuck(self) -> list[str]:
        """Why those who are still walking cannot go on."""
        return [
            f"{seat.walker.person.name} {'waits for an answer' if seat.awaited else 'has no rule'} after {seat.heard}"
            for seat in self._seats.values()
        ]

    def _sit(self, walks_left: int) -> None:
        walker = Walker(self.script, Person(self._next_person))
        self._next_person += 1
        seat = Seat(walker, walks_left)
        self._seats[walker.person.id] = seat
        self._send(seat, walker.opening(), {})

    def _stand_up(self, seat: Seat) -> None:
        """The walk is done: a new person takes the seat, or it stays empty."""
        del self._seats[seat.walker.person.id]
        self.tally.walks += 1
        if seat.walks_left > 1:
            self._sit(seat.walks_left - 1)
        elif not self._seats:
            self._finished.set()

    def _send(self, seat: Seat, decided: Input, under: Json) -> None:
        person = seat.walker.person
        sender: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name, "language_code": "id"}
        seat.awaited = True
        self.tally.sent += 1
        if isinstance(decided, Press):
            query: Json = {
                "id": str(self._next_query),
                "from": sender,
                "message": under,
                "chat_instance": str(person.id),
            }
            self._next_query += 1
            self.updates.put("callback_query", {**query, "data": decided.data})
        else:
            self.updates.put("message", self._message(seat, sender, decided))

    def _message(self, seat: Seat, sender: Json, decided: Text | Contact) -> Json:
        person = seat.walker.person
        message: Json = {
            "message_id": self.message_id(),
            "from": sender,
            "chat": {"id": person.id, "type": "private", "first_name": person.first_name},
            "date": int(time.time()),
        }
        if isinstance(decided, Contact):
            contact = {"phone_number": decided.phone, "first_name": person.first_name, "user_id": person.id}
            return {**message, "contact": contact}
        message["text"] = decided.text
        if decided.text.startswith("/"):
            length = len(decided.text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return message
