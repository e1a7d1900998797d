"""When the graduates of a class are asked: its months, and the last day of one of them."""

from conversations.context import Context
from conversations.following import last_day, waves
from conversations.screen import Outcome, Screen, begins, number
from records.permissions import Permission


def months(context: Context, argument: str) -> Outcome:
    """The months of a class; with a month behind it (`class.month`), the change."""
    left, dot, right = argument.partition(".")
    class_id, wave = number(left), number(right)
    if class_id is None or (dot and wave is None):
        return None
    return waves.page(context, class_id) if wave is None else waves.toggle(context, class_id, wave)


def last_days(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else last_day.listed(context, chosen)


SCREENS = (
    Screen("waves", months, Permission.CLASSES),
    Screen("othermonths", begins("followup_months"), Permission.CLASSES),
    Screen("lastdays", last_days, Permission.CLASSES),
    Screen("lastday", begins("last_day"), Permission.CLASSES),
)
