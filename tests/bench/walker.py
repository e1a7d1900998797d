"""A walker: hears what the bot says to one person and decides that person's next input by a list of rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.people import Person


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` is None where it belongs to a reply keyboard, whose buttons send their label."""

    label: str
    data: str | None = None
    asks_contact: bool = False

    def fits(self, pattern: str) -> bool:
        return bool(re.search(pattern, self.label) or (self.data is not None and re.search(pattern, self.data)))


@dataclass(frozen=True, slots=True)
class Heard:
    """What the bot said: the visible text and the buttons that can be pressed."""

    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """An input: a text message."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """An input: a tap on an inline button."""

    data: str


@dataclass(frozen=True, slots=True)
class Contact:
    """An input: the person's own contact."""

    phone: str


@dataclass(frozen=True, slots=True)
class Done:
    """The walk is at its end."""


Input = Text | Press | Contact


@dataclass(frozen=True, slots=True)
class Say:
    """Action: type a text; words in braces are the person's attributes, as in `{nik}` or `{birthday:%d-%m-%Y}`."""

    template: str


@dataclass(frozen=True, slots=True)
class Tap:
    """Action: press the first button whose label or data fits the pattern; the rule holds only where there is one."""

    pattern: str = ""


@dataclass(frozen=True, slots=True)
class ShareContact:
    """Action: share the own contact; the rule holds only where a button asks for it."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Action: do nothing, a further message will come."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Action: the walk ends here."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the visible text fits the pattern `says` (and the action has its button), do this."""

    says: str
    action: Say | Tap | ShareContact | Wait | Finish


@dataclass(frozen=True, slots=True)
class Script:
    """How one kind of bot is walked: the first input, then the first rule that holds at each message.

    A message that no rule fits is passed over, as by `Wait`; a bot that says several messages in one turn must have
    exactly one among them that is answered.
    """

    opening: str
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class Walker:
    """One person on one walk of a script."""

    script: Script
    person: Person

    def opening(self) -> Input:
        return Text(self._fill(self.script.opening))

    def next(self, heard: Heard) -> Input | Done | None:
        """The next input, `Done` at the end, None where nothing is to be done yet."""
        for rule in self.script.rules:
            if re.search(rule.says, heard.text):
                outcome = self._act(rule.action, heard)
                if outcome is not None or isinstance(rule.action, Wait):
                    return outcome
        return None

    def _act(self, action: Say | Tap | ShareContact | Wait | Finish, heard: Heard) -> Input | Done | None:
        match action:
            case Say(template):
                return Text(self._fill(template))
            case Tap(pattern):
                return next((self._press(button) for button in heard.buttons if button.fits(pattern)), None)
            case ShareContact():
                return Contact(self.person.phone) if any(button.asks_contact for button in heard.buttons) else None
            case Wait():
                return None
            case Finish():
                return Done()

    def _press(self, button: Button) -> Input:
        if button.asks_contact:
            return Contact(self.person.phone)
        return Text(button.label) if button.data is None else Press(button.data)

    def _fill(self, template: str) -> str:
        person = self.person
        return template.format(
            name=person.name, nik=person.nik, phone=person.phone, birthday=person.birthday, address=person.address
        )
