"""The screens by name. To add one: write it beside the others, and name it here."""

from types import ModuleType

from conversations import home
from conversations.screen import Screen
from conversations.screens import (
    asking,
    catalogue,
    certifying,
    closing,
    desk,
    examining,
    inbox,
    incubating,
    instead,
    mine,
    my_training,
    offering,
    papers,
    people,
    place,
    posters,
    presence,
    quickcheck,
    relinking,
    reregistering,
    results,
    review,
    rules,
    selection,
    staff_menu,
    training,
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
    mine,
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
    training,
    presence,
    closing,
    certifying,
    my_training,
    offering,
    examining,
    incubating,
)

SCREENS: dict[str, Screen] = {screen.name: screen for module in MODULES for screen in module.SCREENS}
