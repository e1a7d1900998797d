"""The plan of thirty days on the alumni's desk."""

from datetime import date, datetime, timedelta

from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.planning.forecast_pages import PLAN, WEEKS, day_page, names_page, week_page
from conversations.planning.forecast_words import DAYS
from conversations.reply import Background, Reply, column
from conversations.screen import Outcome, Screen, number
from locales.text import _
from records.permissions import Permission


def _plan(context: Context, argument: str) -> Outcome:
    week = number(argument or "0")
    return None if week is None or week >= WEEKS else week_page(context, week)


def _day_of(context: Context, argument: str) -> date | None:
    """A day of the plan."""
    if number(argument) is None or len(argument) != 8:
        return None
    try:
        day = datetime.strptime(argument, "%Y%m%d").date()  # noqa: DTZ007  a day of the calendar has no zone
    except ValueError:
        return None
    return day if context.today <= day < context.today + timedelta(days=DAYS) else None


def _day(context: Context, argument: str) -> Outcome:
    day = _day_of(context, argument)
    return None if day is None else day_page(context, day)


def _names(context: Context, argument: str) -> Outcome:
    day, officer = _day_of(context, argument), officer_with(context, Permission.FOLLOW)
    if day is None or officer is None:
        return None
    note(context, officer, "plan.named", f"plan:{day.isoformat()}")
    return names_page(context, day)


def _file(_context: Context, _argument: str) -> Outcome:
    text = _("The plan is being written as Excel; it comes in a moment.")
    return Reply(text, rows=column(PLAN), background=Background("plan"))


SCREENS = (
    Screen("plan", _plan, Permission.FOLLOW),
    Screen("planday", _day, Permission.FOLLOW),
    Screen("plannames", _names, Permission.FOLLOW),
    Screen("planfile", _file, Permission.FOLLOW),
)
