"""Groups and channels: people put the bot into them and take it out. What is said there is not simulated, since the bot
does not hear it.
"""

from aiohttp import web

from simulator.answers import answer, answering, json_body
from simulator.chat import Chat
from simulator.entity import Json
from simulator.errors import PageError
from simulator.message import Message
from simulator.person import Person
from simulator.world import World

KINDS = ("group", "supergroup", "channel")
KICKED = {
    "group": "bot was kicked from the group chat",
    "supergroup": "bot was kicked from the supergroup chat",
    "channel": "bot is not a member of the channel chat",
}


class Groups:
    """The handlers of /sim/groups."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What it answers to."""
        return [
            web.post("/sim/groups", answering(self.add)),
            web.get("/sim/groups", answering(self.listing)),
            web.get("/sim/groups/{id}", answering(self.one)),
            web.post("/sim/groups/{id}/add", answering(self.add_again)),
            web.post("/sim/groups/{id}/kick", answering(self.kick)),
            web.post("/sim/groups/{id}/upgrade", answering(self.upgrade)),
        ]

    async def add(self, request: web.Request) -> web.Response:
        """A new one. Where `by` says who put the bot into it, the bot is told."""
        value = await json_body(request)
        kind = str(value.get("kind") or "group")
        if kind not in KINDS:
            raise PageError(400, f"kind must be one of {', '.join(KINDS)}")
        chat = self._world.add_group(str(value.get("title") or "Grup"), kind)
        if value.get("by") is not None:
            self._membership(chat, self._person(value), "left", _present(chat))
        return answer(_shown(chat))

    async def listing(self, _request: web.Request) -> web.Response:
        """All of them."""
        return answer([_shown(chat) for chat in self._world.chats.values() if chat.person is None])

    async def one(self, request: web.Request) -> web.Response:
        """One, with what the bot posted."""
        chat = self._chat(request)
        posted = [message.body.text for message in chat.messages.values() if message.from_bot and not message.deleted]
        return answer(_shown(chat) | {"posted": posted})

    async def add_again(self, request: web.Request) -> web.Response:
        """Somebody puts the bot back."""
        chat = self._chat(request)
        chat.closed = ""
        self._membership(chat, self._person(await json_body(request)), "left", _present(chat))
        return answer(_shown(chat))

    async def kick(self, request: web.Request) -> web.Response:
        """Somebody takes the bot out; `unseen`: Telegram tells it nothing, as while it was not listening."""
        chat, value = self._chat(request), await json_body(request)
        person = self._person(value)
        chat.closed = KICKED[chat.kind]
        if not value.get("unseen"):
            self._membership(chat, person, _present(chat), "kicked")
        return answer(_shown(chat))

    async def upgrade(self, request: web.Request) -> web.Response:
        """A group becomes a supergroup, with another id; `unseen` as above."""
        old, value = self._chat(request), await json_body(request)
        new = self._world.add_group(old.title, "supergroup")
        old.moved_to = new.id
        if not value.get("unseen"):
            message = Message(old.next_id, False, self._world.seconds(), "text")
            old.add(message)
            payload: Json = {
                "message_id": message.id,
                "date": message.at,
                "from": self._person(value).to_user(),
                "chat": old.to_api(),
                "migrate_to_chat_id": new.id,
            }
            self._world.updates.push("message", payload, old.id)
        return answer(_shown(new))

    def _membership(self, chat: Chat, person: Person, old: str, new: str) -> None:
        people: Json = {"chat": chat.to_api(), "from": person.to_user(), "date": self._world.seconds()}
        payload = people | self._world.profile.membership(old, new)
        if new == "administrator":
            payload["new_chat_member"] |= _rights()
        self._world.updates.push("my_chat_member", payload, chat.id)
        self._world.changed()

    def _chat(self, request: web.Request) -> Chat:
        text = request.match_info["id"]
        chat = self._world.chats.get(int(text)) if text.removeprefix("-").isdigit() else None
        if chat is None or chat.person is not None:
            raise PageError(404, "there is no such group")
        return chat

    def _person(self, value: Json) -> Person:
        person = self._world.people.get(value.get("by", 0))
        if person is None:
            raise PageError(400, "by must be a person's id")
        return person


def _present(chat: Chat) -> str:
    """Into a channel a bot comes as an admin only."""
    return "administrator" if chat.kind == "channel" else "member"


def _rights() -> Json:
    names = ("can_manage_chat", "can_change_info", "can_post_messages", "can_edit_messages", "can_delete_messages")
    others = ("can_be_edited", "is_anonymous", "can_manage_video_chats", "can_restrict_members", "can_promote_members")
    stories = ("can_post_stories", "can_edit_stories", "can_delete_stories", "can_invite_users")
    return dict.fromkeys(names, True) | dict.fromkeys((*others, *stories), False)


def _shown(chat: Chat) -> Json:
    return {"id": chat.id, "title": chat.title, "kind": chat.kind, "member": not chat.closed and not chat.moved_to}
