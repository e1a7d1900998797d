"""Screens: pages without a journal, reached by buttons `m:<name>:<argument>`.

A screen answers with a Reply, or begins a talk.
"""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.context import Context
from conversations.reply import Reply
from records.permissions import Permission

MARK = "m"


@dataclass(frozen=True, slots=True)
class Begin:
    """A screen's wish to open a talk about something."""

    script: str
    about: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeLanguage:
    """A screen's wish to speak another language in this chat, with what to say then."""

    language: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Resume:
    """A screen's wish to show the open question."""


Outcome = Reply | tuple[Reply, ...] | Begin | ChangeLanguage | Resume | None


@dataclass(frozen=True, slots=True)
class Screen:
    """`show` takes the argument behind the name; None means there is no such page for this person now.

    `permission`: only officers whose role grants it see the page; to everyone else it does not exist.
    """

    name: str
    show: Callable[[Context, str], Outcome]
    permission: Permission | None = None


def number(argument: str) -> int | None:
    """A forged argument is no number, and no number is no page. At most 18 digits: what a database can hold."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= 18 else None


def begins(script: str) -> Callable[[Context, str], Outcome]:
    """A page that opens a talk about what the argument names; the script says whether there is such a thing."""

    def show(_context: Context, argument: str) -> Outcome:
        about = number(argument)
        return None if about is None else Begin(script, about)

    return show
