"""A person of the simulated world: who may write to the bot, and whom the bot may write to."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from simulator.entity import Json
from simulator.errors import PageError, forbidden


@dataclass(slots=True)
class Person:
    """Names and marks as the page shows them; `group` and `note` are for the reader of the page alone."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "id"
    phone: str = ""
    group: str = ""
    note: str = ""
    cast: bool = True
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def check_reachable(self) -> None:
        """Raise what Telegram answers where the bot cannot write to this person."""
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")

    def to_user(self) -> Json:
        """As the Bot API shows a user."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user

    def to_chat(self) -> Json:
        """As the Bot API shows a private chat."""
        chat: Json = {"id": self.id, "first_name": self.first_name}
        for name in ("last_name", "username"):
            if value := getattr(self, name):
                chat[name] = value
        chat["type"] = "private"
        return chat

    def to_state(self) -> Json:
        """Every field."""
        return asdict(self)


# The type each field must have, for what comes from outside.
_TYPES = {field.name: (int if field.name == "id" else type(field.default)) for field in fields(Person)}
_TYPES["first_name"] = str


def read_person(value: Any, fresh_id: int) -> Person:
    """A person from the page or a saved state; an id is given where there is none."""
    if not isinstance(value, dict) or not str(value.get("first_name") or "").strip():
        raise PageError(400, "a person needs a first_name")
    given = {name: value[name] for name in _TYPES if value.get(name) is not None}
    for name, found in given.items():
        if type(found) is not _TYPES[name]:
            raise PageError(400, f"{name} must be a {_TYPES[name].__name__}")
    person = Person(**{"id": fresh_id, **given})
    if person.id <= 0:
        raise PageError(400, "id must be above zero")
    return person
