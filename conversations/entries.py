"""Entries: the buttons of a menu for officers, each for those whose role grants it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conversations.context import Context
from conversations.reply import Button, Rows
from locales.text import Text
from records import permissions
from records.permissions import Permission
from records.staff import Officer


@dataclass(frozen=True, slots=True)
class Entry:
    """A button of the menu: the screen it opens, who sees it. A `wide` one has a row of its own."""

    screen: str
    permission: Permission
    label: Callable[[Context], Text]
    wide: bool = True


def rows_of(context: Context, officer: Officer, entries: Sequence[Entry]) -> Rows:
    """What this officer may open; two that are not wide share a row."""
    granted = permissions.of_officer(context.session, officer)
    rows: list[tuple[Button, ...]] = []
    half_free = False
    for entry in entries:
        if entry.permission not in granted:
            continue
        button = Button(entry.label(context), f"m:{entry.screen}")
        if half_free and not entry.wide:
            rows[-1] = (*rows[-1], button)
            half_free = False
        else:
            rows.append((button,))
            half_free = not entry.wide
    return tuple(rows)
