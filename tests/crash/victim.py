"""The victim: a person whose bot dies at the very input she makes, and who goes on where she was."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conversations import phrases
from conversations.event import Medium
from conversations.scripts import SCRIPTS
from locales.languages import read_catalogue
from simulator.chat import Chat
from tests.crash.ledger import Journal, Ledger
from tests.crash.steps import SUBMIT, Step
from tests.process import LonePhone, Process, Telegram, running
from tests.walkers.screen import Reader

BEFORE_COMMIT, AFTER_SEND = "before_commit", "after_send"
PLACES = (BEFORE_COMMIT, "after_commit", AFTER_SEND, "before_acknowledge")


class Witness:
    """Sees every message of the bot in one chat as it appears or changes."""

    def __init__(self, telegram: Telegram, chat: Chat, reader: Reader) -> None:
        self.told: list[dict[str, Any]] = []
        self.at_next_act: Callable[[], None] | None = None
        self._chat = chat
        self._reader = reader
        self._seen: dict[int, str] = {}
        telegram.on_act(self._look)

    def _look(self, where: Chat) -> None:
        """Notes which ask each message that is new or was changed shows."""
        if where is not self._chat:
            return
        if self.at_next_act is not None:
            self.at_next_act()
        for message in where.messages.values():
            if message.from_bot and self._seen.get(message.id) != message.page_json():
                self._seen[message.id] = message.page_json()
                self.told.append(json.loads(message.page_json()))

    def newest(self) -> dict[str, Any]:
        """The newest message of the bot; before the first, one that says nothing."""
        message = next((m for m in reversed(self._chat.messages.values()) if m.from_bot), None)
        if message is None:
            return {"text": "", "inline_keyboard": None}
        shown: dict[str, Any] = json.loads(message.page_json())
        return shown

    def asked(self) -> list[str]:
        """Every ask told since the last kill."""
        return [ask for message in self.told if (ask := self._reader.ask_of(message)) is not None]

    def shows(self, then: str) -> bool:
        """Whether the newest message shows this."""
        return self.is_about(self.newest(), then)

    def is_about(self, message: dict[str, Any], then: str) -> bool:
        """Whether a message shows this ask, or holds these words."""
        return self._reader.ask_of(message) == then or then in message["text"]


@dataclass(slots=True)
class Victim:
    """One person, the home of her bot, and the place at which it dies. `journals` is what must stand in the records."""

    telegram: Telegram
    home: Path
    place: str
    phone: LonePhone
    script: str
    profile: Path
    witness: Witness
    journals: list[Journal] = field(default_factory=list)

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.home)

    @property
    def trigger(self) -> Path:
        """The bot dies while this file is there."""
        return self.home / "now"

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Process]:
        order = f"{self.place}:1:{self.trigger}"
        async with running(self.telegram, self.home, failpoint=order, profile=str(self.profile)) as process:
            yield process

    async def walks(self, steps: Sequence[Step], lives_through: Sequence[str], ends_with: str) -> None:
        """One input after the other, the bot killed at each but those she lives through. `ends_with` is seen last."""
        after = [step.ask for step in steps[1:]] + [ends_with]
        done = 0
        while done < len(steps):
            async with self.bot() as process:
                if done:
                    await self._recovers(steps[done - 1], after[done - 1])
                while done < len(steps) and steps[done].ask in lives_through:
                    await self._lives(steps[done], after[done])
                    done += 1
                if done < len(steps):
                    await self._dies(process, steps[done])
                    done += 1
        if steps[-1].ask not in lives_through:
            async with self.bot():
                await self._recovers(steps[-1], ends_with)

    async def does(self, step: Step) -> None:
        """Makes the input, and waits for nothing."""
        if step.contact:
            await self.phone.acts_alone("contact", own=True)
        elif step.words:
            await self.phone.acts_alone("say", text=step.words)
        else:
            await asyncio.sleep(SCRIPTS[self.script].glance.total_seconds())
            await self.phone.presses(step.press, alone=True)

    async def _lives(self, step: Step, then: str) -> None:
        await self.does(step)
        await self.telegram.until(lambda: self.witness.shows(then), f"{then} after {step.ask}")
        self.journals = step.after(self.journals)

    async def lives(self, steps: Sequence[Step], ends_with: str) -> None:
        """One input after the other, and nothing happens to the bot."""
        for step, then in zip(steps, [*(step.ask for step in steps[1:]), ends_with], strict=True):
            await self._lives(step, then)

    async def goes_on(self, step: Step, then: str) -> None:
        """After somebody else's kill: her input was taken once, and she sees what comes next."""
        await self.telegram.until(lambda: self.witness.shows(then), f"{then} after {step.ask}")
        self.journals = step.after(self.journals)
        assert await self.ledger.journals(self.phone.id, self.script) == self.journals

    async def _dies(self, process: Process, step: Step) -> None:
        """The bot is killed by this very input; what it had committed is there, and nothing else."""
        self.witness.told.clear()
        self._arm()
        await self.does(step)
        assert (await process.ends()).code == -signal.SIGKILL
        self._disarm()
        before, self.journals = self.journals, step.after(self.journals)
        committed = self.place != BEFORE_COMMIT
        found = await self.ledger.journals(self.phone.id, self.script)
        assert found == (self.journals if committed else before), (self.place, step)
        if step is SUBMIT:
            assert len(await self.ledger.numbers()) == int(committed)

    def _arm(self) -> None:
        """From now on; after a send, from the very reply on: the one before may just be on its way back to the bot."""
        if self.place == AFTER_SEND:
            self.witness.at_next_act = self.trigger.touch
        else:
            self.trigger.touch()

    def _disarm(self) -> None:
        self.witness.at_next_act = None
        self.trigger.unlink()

    async def _recovers(self, step: Step, then: str) -> None:
        """After the restart she sees what comes next, and is asked nothing that she had answered."""
        await self.telegram.until(
            lambda: self.telegram.all_confirmed() and self.witness.shows(then), f"{then} after {step.ask}"
        )
        await self._hears_out()
        told = self.witness.told[:-1]
        open_then = {then} if self.place != BEFORE_COMMIT else {then, step.ask}
        assert set(self.witness.asked()) <= open_then, (self.place, step, told)
        assert sum(self.witness.is_about(message, then) for message in told) <= MOST_TELLINGS, (self.place, step, told)
        assert await self.ledger.journals(self.phone.id, self.script) == self.journals

    async def _hears_out(self) -> None:
        """Replies of a chat go out in order: once a sticker sent now is answered, nothing older is on its way."""
        await self.phone.acts_alone("sticker")
        await self.telegram.until(lambda: self.witness.newest()["text"].startswith(STICKER), "an answer to the sticker")


STICKER = read_catalogue("id").sentences[phrases.unreadable(Medium.STICKER).msgid]
# The reply to the killed input, said before the kill, as a debt at the start, or to the update that came again.
MOST_TELLINGS = 2
