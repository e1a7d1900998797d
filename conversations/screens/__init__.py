"""The screens by name. To add one: write it beside the others, and name it here."""

from types import ModuleType

from conversations import home
from conversations.context import Context
from conversations.officer import officer_with
from conversations.screen import Outcome, Screen
from conversations.screens import (
    alumni,
    appointments,
    asking,
    bnsp,
    calendar,
    calling,
    catalogue,
    certifying,
    closing,
    desk,
    documents,
    earlier,
    examining,
    flagging,
    inbox,
    incubating,
    instead,
    job_bell,
    job_desk,
    jobs,
    leaves,
    mine,
    my_jobs,
    my_shop,
    my_training,
    objections,
    offering,
    ojts,
    papers,
    people,
    place,
    posters,
    presence,
    quickcheck,
    relinking,
    reports,
    reregistering,
    results,
    review,
    rules,
    satisfaction,
    scores,
    selection,
    shop_desk,
    shops,
    sitting,
    sittings,
    staff_menu,
    training,
    turnout,
    wishing,
)

MODULES: tuple[ModuleType, ...] = (
    home,
    asking,
    catalogue,
    instead,
    staff_menu,
    appointments,
    sittings,
    sitting,
    turnout,
    scores,
    desk,
    documents,
    review,
    objections,
    inbox,
    mine,
    relinking,
    results,
    reports,
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
    satisfaction,
    leaves,
    presence,
    closing,
    certifying,
    my_training,
    offering,
    examining,
    ojts,
    bnsp,
    incubating,
    alumni,
    earlier,
    jobs,
    my_jobs,
    job_bell,
    job_desk,
    shops,
    my_shop,
    shop_desk,
    flagging,
    calendar,
    calling,
)

SCREENS: dict[str, Screen] = {screen.name: screen for module in MODULES for screen in module.SCREENS}


def open_screen(context: Context, name: str, argument: str) -> Outcome:
    """A page by its button; one that this person may not see does not exist."""
    screen = SCREENS.get(name)
    if screen is None:
        return None
    if screen.permission is not None and officer_with(context, screen.permission) is None:
        return None
    return screen.show(context, argument)
