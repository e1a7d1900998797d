"""A message of a chat, and how the Bot API and the page show it."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from simulator.entity import Entity, FormattedText, Json
from simulator.files import StoredFile
from simulator.keyboards import InlineKeyboard
from simulator.markup import inline_keyboard
from simulator.rendering import to_page

# Kinds whose text is a caption.
CAPTIONED = frozenset({"photo", "document", "voice"})


@dataclass(slots=True)
class Message:
    """`at` and `edited_at` are Unix seconds; `details` is a contact, a place or a sticker's emoji as in the API.

    `keyed` is whether it came with a reply keyboard: Telegram lets nobody edit such a message.
    """

    id: int
    from_bot: bool
    at: int
    kind: str = "text"
    body: FormattedText = field(default_factory=FormattedText)
    keyboard: InlineKeyboard | None = None
    file: StoredFile | None = None
    details: Json = field(default_factory=dict)
    album: str = ""
    reply_to: int = 0
    edited_at: int = 0
    protect: bool = False
    keyed: bool = False
    deleted: bool = False
    above: bool = False
    page: str = ""

    def changed(self) -> None:
        """Forget what was rendered of it."""
        self.page = ""

    def to_api(self, sender: Json, chat: Json) -> Json:
        """As the Bot API shows it."""
        shown: Json = {"message_id": self.id, "from": sender, "chat": chat, "date": self.at}
        if self.edited_at:
            shown["edit_date"] = self.edited_at
        if self.album:
            shown["media_group_id"] = self.album
        if self.protect:
            shown["has_protected_content"] = True
        self._add_body(shown)
        self._add_content(shown)
        if self.keyboard:
            shown["reply_markup"] = self.keyboard.to_json()
        return shown

    def _add_body(self, shown: Json) -> None:
        if not self.body.text:
            return
        prefix = "caption" if self.kind in CAPTIONED else "text"
        shown[prefix] = self.body.text
        if self.body.entities:
            name = "caption_entities" if prefix == "caption" else "entities"
            shown[name] = [entity.to_api() for entity in self.body.entities]
        if prefix == "caption" and self.above:
            shown["show_caption_above_media"] = True

    def _add_content(self, shown: Json) -> None:
        if self.file is not None:
            shown[self.kind] = self.file.sizes() if self.kind == "photo" else {**self.file.to_api(), **self.details}
        elif self.kind != "text":
            shown[self.kind] = self.details
            if self.kind == "venue":
                shown["location"] = self.details["location"]

    def page_json(self) -> str:
        """As the page shows it, as JSON text; rendered once and again after a change."""
        if not self.page:
            self.page = json.dumps(self._to_page(), ensure_ascii=False)
        return self.page

    def glimpse(self) -> Json:
        """A line of it, for the list of chats."""
        text = self.body.text or self.details.get("emoji") or self.kind
        return {"text": text[:120], "at": self._iso(), "from_bot": self.from_bot}

    def _iso(self) -> str:
        return datetime.fromtimestamp(self.at, UTC).isoformat()

    def _to_page(self) -> Json:
        rows = self.keyboard.rows if self.keyboard else ()
        return {
            "id": self.id,
            "from": "bot" if self.from_bot else "person",
            "at": self._iso(),
            "edited": bool(self.edited_at),
            "text": self.body.text,
            "entities": [entity.to_api() for entity in self.body.entities],
            "html": to_page(self.body),
            "inline_keyboard": [[button.to_page() for button in row] for row in rows] or None,
            "kind": self.kind,
            "file": self.file.to_page() if self.file else None,
            "contact": self.details if self.kind == "contact" else None,
            "venue": self.details if self.kind in ("venue", "location") else None,
            "sticker": self.details.get("emoji") if self.kind == "sticker" else None,
            "album": self.album or None,
            "reply_to": self.reply_to or None,
            "protect": self.protect,
            "deleted": self.deleted,
        }

    def to_state(self) -> Json:
        """As it is saved; the file by its id."""
        state: Json = {"id": self.id, "from_bot": self.from_bot, "at": self.at, "kind": self.kind}
        state["text"] = self.body.text
        state["entities"] = [entity.to_state() for entity in self.body.entities]
        if self.keyboard:
            state["keyboard"] = self.keyboard.to_json()["inline_keyboard"]
        if self.file:
            state["file"] = self.file.id
        for name in ("details", "album", "reply_to", "edited_at", "protect", "keyed", "deleted", "above"):
            if value := getattr(self, name):
                state[name] = value
        return state


def message_from_state(state: Json, files: dict[str, StoredFile]) -> Message:
    """A message as it was saved."""
    known: dict[str, Any] = {name: value for name, value in state.items() if name not in _SPECIAL}
    entities = tuple(Entity(*entity) for entity in state["entities"])
    keyboard = inline_keyboard(state["keyboard"]) if state.get("keyboard") else None
    file = files.get(state.get("file", ""))
    return Message(body=FormattedText(state["text"], entities), keyboard=keyboard, file=file, **known)


_SPECIAL = frozenset({"text", "entities", "keyboard", "file"})
