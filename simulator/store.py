"""The store: the world as one JSON file, written a little after a change and when the world closes."""

import asyncio
import json
import os
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.chat import Chat
from simulator.clock import Settable
from simulator.entity import Json
from simulator.person import Person

if TYPE_CHECKING:
    from simulator.world import World

DELAY = 2.0
# Saving may take this share of the time at most, however large the world grows.
SHARE = 20


class Store:
    """`state.json` in a folder; the bytes of files lie beside it."""

    def __init__(self, world: "World", home: Path) -> None:
        self._world = world
        self._home = home
        self._path = home / "state.json"
        self._delay = DELAY
        self._timer: asyncio.TimerHandle | None = None

    def touch(self) -> None:
        """Save before long; many changes are one saving."""
        if self._timer is not None:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            # Changed while no loop runs, as when a program sets the scene: closing saves it.
            return
        self._timer = loop.call_later(self._delay, self.save)

    def save(self) -> None:
        """Write the file anew and put it in the old one's place in one step."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        began = time.perf_counter()
        self._home.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(self._state(), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        self._delay = max(DELAY, SHARE * (time.perf_counter() - began))

    def load(self) -> None:
        """Take back what was saved, if anything was."""
        if not self._path.exists():
            return
        state: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
        world = self._world
        world.files.load(state["files"])
        world.people = {saved["id"]: Person(**saved) for saved in state["people"]}
        for saved in state["chats"]:
            chat = Chat(saved["id"], world.people.get(saved["id"]), saved["title"])
            chat.load(saved, world.files.by_id)
            world.chats[chat.id] = chat
        world.profile.load(state["profile"])
        world.updates.load(state["updates"])
        world.queries.load(state["queries"])
        world.webhook.load(state["webhook"])
        if isinstance(world.clock, Settable):
            # The world goes on from the hour at which it stopped; real time never lies before it.
            world.clock.set(max(datetime.fromisoformat(state["now"]), world.clock.now()))

    def _state(self) -> Json:
        world = self._world
        return {
            "now": world.clock.now().isoformat(),
            "people": [person.to_state() for person in world.people.values()],
            "chats": [chat.to_state() for chat in world.chats.values()],
            "files": world.files.to_state(),
            "profile": world.profile.to_state(),
            "updates": world.updates.to_state(),
            "queries": world.queries.to_state(),
            "webhook": world.webhook.to_state(),
        }
