"""Keyboards as values: inline ones under a message, and those in place of a person's own keyboard."""

from dataclasses import dataclass
from typing import Any

from simulator.entity import Json


@dataclass(frozen=True, slots=True)
class InlineButton:
    """A button under a message; `action` names the field that `value` is sent in."""

    text: str
    action: str
    value: str
    style: str = ""

    def to_json(self) -> Json:
        """As the Bot API shows it."""
        value: Any = self.value
        if self.action == "copy_text":
            value = {"text": value}
        elif self.action == "web_app":
            value = {"url": value}
        shown = {"text": self.text, self.action: value}
        return {**shown, "style": self.style} if self.style else shown

    def to_page(self) -> Json:
        """As the page shows it: copy_text is a plain string there."""
        shown = {"text": self.text, self.action: self.value}
        return {**shown, "style": self.style} if self.style else shown


@dataclass(frozen=True, slots=True)
class KeyButton:
    """A key of a reply keyboard."""

    text: str
    request_contact: bool = False
    request_location: bool = False
    style: str = ""

    def to_json(self) -> Json:
        """As the page shows it."""
        shown: Json = {"text": self.text}
        for name in ("request_contact", "request_location", "style"):
            if value := getattr(self, name):
                shown[name] = value
        return shown


@dataclass(frozen=True, slots=True)
class InlineKeyboard:
    """Rows of buttons under a message."""

    rows: tuple[tuple[InlineButton, ...], ...]

    def to_json(self) -> Json:
        """As the Bot API shows it."""
        return {"inline_keyboard": [[button.to_json() for button in row] for row in self.rows]}


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """Keys in place of the person's keyboard."""

    rows: tuple[tuple[KeyButton, ...], ...]
    one_time: bool = False
    placeholder: str = ""

    def to_json(self) -> Json:
        """As the page shows it."""
        return {
            "rows": [[key.to_json() for key in row] for row in self.rows],
            "one_time": self.one_time,
            "placeholder": self.placeholder,
        }


@dataclass(frozen=True, slots=True)
class RemoveKeyboard:
    """Gives the person's own keyboard back."""


@dataclass(frozen=True, slots=True)
class ForceReply:
    """Opens a reply to the message; here only its placeholder matters."""

    placeholder: str = ""


Markup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply
