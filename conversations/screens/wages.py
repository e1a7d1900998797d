"""The minimum wages on the alumni's desk."""

from conversations.context import Context
from conversations.planning.wage_page import wage_page
from conversations.screen import Begin, Outcome, Screen
from records.permissions import Permission


def _wages(context: Context, _argument: str) -> Outcome:
    return wage_page(context)


def _new(_context: Context, _argument: str) -> Outcome:
    return Begin("minimum_wage")


SCREENS = (
    Screen("wages", _wages, Permission.FOLLOW),
    Screen("wagenew", _new, Permission.FOLLOW),
)
