"""The screens by name. To add one: write it beside the others, and name it here."""

from types import ModuleType

from conversations import home
from conversations.screen import Screen
from conversations.screens import (
    asking,
    catalogue,
    desk,
    inbox,
    instead,
    papers,
    people,
    place,
    posters,
    quickcheck,
    relinking,
    reregistering,
    results,
    review,
    rules,
    selection,
    staff_menu,
    wishing,
)

MODULES: tuple[ModuleType, ...] = (
    home,
    asking,
    catalogue,
    instead,
    staff_menu,
    desk,
    review,
    inbox,
    relinking,
    results,
    quickcheck,
    wishing,
    rules,
    posters,
    papers,
    people,
    selection,
    reregistering,
    place,
)

SCREENS: dict[str, Screen] = {screen.name: screen for module in MODULES for screen in module.SCREENS}
