"""Requests for help: the list, and one as an officer takes it up."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.helping import request
from conversations.officer import officer_with
from conversations.reply import Button, Reply, column, grid
from conversations.screen import Outcome, Screen, begins, number
from locales.text import Text, _, lines
from records import help_requests
from records.help_requests import Listed
from records.permissions import Permission

SHOWN = 8


def entry(context: Context) -> Text:
    return _("🤝 Requests for help: {count}", count=request.waiting(context))


def listed(context: Context, _argument: str) -> Outcome:
    """The oldest first."""
    waiting = help_requests.waiting(context.session, SHOWN)
    if not waiting:
        return Reply(_("No request for help waits. All are closed."), rows=column(STAFF_MENU))
    head = _("<b>Requests for help: {count}</b>", count=request.waiting(context))
    said = [_line(context, n, one) for n, one in enumerate(waiting, 1)]
    buttons = [Button(_("Open {n}", n=n), f"m:helpone:{one.id}") for n, one in enumerate(waiting, 1)]
    return Reply(lines(head, *said, separator="\n\n"), rows=(*grid(buttons, 4), (STAFF_MENU,)), protected=True)


def _line(context: Context, n: int, one: Listed) -> Text:
    said = _(
        "<b>{n}.</b> {name}, {programme}: {need}, since {day}",
        n=n,
        name=one.name,
        programme=one.programme,
        need=request.need_of(one),
        day=one.asked_at.astimezone(context.house.calendar.zone).date(),
    )
    return lines(said, request.taken(context, one))


def opened(context: Context, argument: str) -> Outcome:
    """Whoever opens it takes it up, so that no two officers call."""
    chosen, officer = number(argument), officer_with(context, Permission.FOLLOW)
    if chosen is None or officer is None:
        return None
    help_requests.claim(context.session, chosen, officer.id, context.now)
    found = help_requests.by_id(context.session, chosen)
    return None if found is None else request.page(context, found)


SCREENS = (
    Screen("helps", listed, Permission.FOLLOW),
    Screen("helpone", opened, Permission.FOLLOW),
    Screen("helpdone", begins("help_done"), Permission.FOLLOW),
)
