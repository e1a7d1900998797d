"""Talkers: people who write to the bot now and then while it does something else."""

import asyncio
import random
import time
from dataclasses import dataclass, field

from tests.bench.updates import Updates

FIRST, PEOPLE = 700_000_000, 500


@dataclass
class Talkers:
    """People who write now and then: when each asked, and how long the answer took, in seconds."""

    updates: Updates
    dice: random.Random = field(default_factory=lambda: random.Random(1))
    answers: list[tuple[float, float]] = field(default_factory=list)
    _asked: dict[int, float] = field(default_factory=dict)
    _said: int = 0

    async def talk(self, rate: float) -> None:
        while True:
            await asyncio.sleep(self.dice.expovariate(rate))
            self._say(FIRST + self._said % PEOPLE)

    def _say(self, person: int) -> None:
        self._said += 1
        sender = {"id": person, "is_bot": False, "first_name": "Warga", "language_code": "id"}
        entities = [{"type": "bot_command", "offset": 0, "length": 6}]
        chat = {"id": person, "type": "private", "first_name": "Warga"}
        self._asked[person] = time.monotonic()
        message = {"message_id": self._said, "from": sender, "chat": chat, "date": int(time.time()), "text": "/start"}
        self.updates.put("message", {**message, "entities": entities})

    def hear(self, chat: int, now: float) -> bool:
        """A message of the bot in a chat; False where nobody of these is meant."""
        if (asked := self._asked.pop(chat, None)) is not None:
            self.answers.append((asked, now - asked))
        return FIRST <= chat < FIRST + PEOPLE
