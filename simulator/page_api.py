"""The page's API: the people, their chats and what they do."""

import asyncio
import time

from aiohttp import web

from simulator.acts import Acts
from simulator.answers import answer, answering, json_body, number
from simulator.chat import SHOWN, Chat, chat_json
from simulator.entity import Json
from simulator.errors import PageError
from simulator.page_acts import ACTS
from simulator.person import Person, read_person
from simulator.reactions import LINGER, Wait
from simulator.world import World

MAX_WAIT = 120.0
FOUND = 50


class PageApi:
    """The handlers of /sim/state and /sim/people."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What it answers to."""
        person = "/sim/people/{id}"
        return [
            web.get("/sim/state", answering(self.state)),
            web.get("/sim/people", answering(self.search)),
            web.post("/sim/people", answering(self.add)),
            web.get(person, answering(self.one)),
            web.get(f"{person}/chat", answering(self.chat)),
            web.get(f"{person}/wait", answering(self.wait)),
            web.post(f"{person}/{{act}}", answering(self.act)),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """What the page shows first."""
        world = self._world
        cast = [person for person in world.people.values() if person.cast]
        return answer(
            {
                "now": world.clock.now().isoformat(),
                "travels": world.clock_url is not None,
                "next_due": world.next_due,
                "bot": world.profile.to_page(),
                "people": [self._shown(person) for person in cast],
                "others": len(world.people) - len(cast),
            }
        )

    async def search(self, request: web.Request) -> web.Response:
        """People by a part of their name."""
        wanted = request.query.get("q", "").strip().casefold()
        limit = int(number(request, "limit", FOUND))
        found = []
        for person in self._world.people.values():
            if wanted in f"{person.name} {person.username}".casefold():
                found.append(self._shown(person))
                if len(found) >= limit:
                    break
        return answer(found)

    async def add(self, request: web.Request) -> web.Response:
        """One person or many."""
        value = await json_body(request)
        given = value if isinstance(value, list) else [value]
        people = [read_person(one, self._world.fresh_id()) for one in given]
        return answer([self._shown(self._world.add_person(person)) for person in people])

    async def one(self, request: web.Request) -> web.Response:
        """One person."""
        return answer(self._shown(self._person(request)))

    async def chat(self, request: web.Request) -> web.Response:
        """The chat of a person, who has read it now."""
        person = self._person(request)
        chat = self._world.chats[person.id]
        chat.unread = 0
        return self._chat(request, chat, person)

    async def wait(self, request: web.Request) -> web.Response:
        """The chat, once its seq is above `after`, or after `timeout` seconds."""
        person = self._person(request)
        chat = self._world.chats[person.id]
        after = int(number(request, "after", chat.seq))
        deadline = time.monotonic() + min(number(request, "timeout", 25), MAX_WAIT)
        while chat.seq <= after and not self._world.closing.is_set() and (left := deadline - time.monotonic()) > 0:
            watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            chat.watchers.append(watcher)
            await asyncio.wait([watcher], timeout=left)
            if not watcher.done():
                chat.watchers.remove(watcher)
        return self._chat(request, chat, person)

    async def act(self, request: web.Request) -> web.Response:
        """One act of a person; with `wait`, the answer comes when the bot has reacted."""
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise PageError(404, "there is no such act")
        person = self._person(request)
        chat = self._world.chats[person.id]
        wait = await act(Acts(self._world, chat, person), request)
        self._world.changed()
        seconds = min(number(request, "wait", 0), MAX_WAIT)
        if wait is None or not wait.update_id or seconds <= 0:
            return self._chat(request, chat, person)
        return self._chat(request, chat, person, reacted=await self._reacted(wait, seconds))

    async def _reacted(self, wait: Wait, seconds: float) -> bool:
        """Wait for the bot's reaction, and for the calls that were under way beside it."""
        deadline = time.monotonic() + seconds
        self._world.reactions.expect(wait)
        try:
            await asyncio.wait_for(wait.done.wait(), seconds)
            await self._world.calls.settle(deadline - time.monotonic())
            if wait.query_id and not wait.shown.is_set():
                await _linger(wait)
                await self._world.calls.settle(deadline - time.monotonic())
        except TimeoutError:
            return False
        finally:
            self._world.reactions.close(wait)
        return True

    def _person(self, request: web.Request) -> Person:
        text = request.match_info["id"]
        person = self._world.people.get(int(text)) if text.isdigit() else None
        if person is None:
            raise PageError(404, "there is no such person")
        return person

    def _shown(self, person: Person) -> Json:
        chat = self._world.chats[person.id]
        last = chat.last()
        return person.to_state() | {
            "unread": chat.unread,
            "last": last.glimpse() if last else None,
            "seq": chat.seq,
        }

    def _chat(self, request: web.Request, chat: Chat, person: Person, *, reacted: bool | None = None) -> web.Response:
        parts: Json = {
            "seq": chat.seq,
            "person": self._shown(person),
            "reply_keyboard": chat.reply_keyboard.to_json() if chat.reply_keyboard else None,
            "commands": self._world.profile.commands_for(person),
            "typing": chat.typing_until > self._world.clock.monotonic(),
            "toast": chat.toast,
            "pinned": chat.pinned[-1] if chat.pinned else None,
        }
        if reacted is not None:
            parts["reacted"] = reacted
        count = int(number(request, "last", SHOWN))
        body = chat_json(parts, chat.page_messages(count)).encode("utf-8", "replace")
        return web.Response(body=body, content_type="application/json")


async def _linger(wait: Wait) -> None:
    try:
        await asyncio.wait_for(wait.shown.wait(), LINGER)
    except TimeoutError:
        return
