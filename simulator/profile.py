"""The bot's profile: its names and descriptions by language, its commands by scope and language, its menu button."""

from dataclasses import dataclass, field

from simulator.entity import Json
from simulator.person import Person

Command = dict[str, str]


@dataclass(slots=True)
class Profile:
    """Texts are kept by language; the empty language is for all that have none of their own."""

    id: int
    username: str = "canting_simulasi_bot"
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    commands: dict[str, list[Command]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)

    def text(self, name: str, language: str = "") -> str:
        """`name`, `description` or `short_description` in a language, or what all see."""
        kept = self.texts.get(name, {})
        return kept.get(language) or kept.get("", "Canting" if name == "name" else "")

    def set_text(self, name: str, language: str, text: str) -> None:
        """Set one; an empty text removes that language's own."""
        kept = self.texts.setdefault(name, {})
        if text:
            kept[language] = text
        else:
            kept.pop(language, None)

    def commands_for(self, person: Person) -> list[Command]:
        """The commands a person sees in the menu: the nearest scope that has any, in their language first."""
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for language in (person.language_code, ""):
                if found := self.commands.get(f"{scope}/{language}"):
                    return found
        return []

    def to_user(self) -> Json:
        """As the Bot API shows the bot as a user."""
        return {"id": self.id, "is_bot": True, "first_name": self.text("name"), "username": self.username}

    def membership(self, old: str, new: str) -> Json:
        """The bot's standing in a chat before and now: `member` or `kicked`."""
        user = self.to_user()
        before, now = (
            {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
            for status in (old, new)
        )
        return {"old_chat_member": before, "new_chat_member": now}

    def to_page(self) -> Json:
        """As the page shows it."""
        return {
            "name": self.text("name"),
            "username": self.username,
            "description": self.text("description", "id"),
            "short_description": self.text("short_description", "id"),
        }

    def to_state(self) -> Json:
        """As it is saved."""
        return {"texts": self.texts, "commands": self.commands, "menu_buttons": self.menu_buttons}

    def load(self, state: Json) -> None:
        """Take back what was saved."""
        self.texts, self.commands = state["texts"], state["commands"]
        self.menu_buttons = state["menu_buttons"]
