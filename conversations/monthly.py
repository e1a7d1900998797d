"""The month's report: who gets it, on which morning, and the page that says what became of it."""

from datetime import date, datetime, timedelta

from conversations import digest
from conversations.context import Context
from records import permissions, reports, staff
from records.permissions import Permission
from records.staff import Officer

AHEAD_MONTHS = 3


def morning(context: Context, month: date) -> datetime | None:
    """When the office begins to work on its first open day of a month; None where it is closed all month."""
    days = (month + timedelta(days=n) for n in range(31))
    return next(
        (at for day in days if day.month == month.month and (at := digest.begins(context, day)) is not None), None
    )


def next_morning(context: Context) -> datetime | None:
    """The first of them after now."""
    month = context.today.replace(day=1)
    for _ahead in range(AHEAD_MONTHS):
        at = morning(context, month)
        if at is not None and at > context.now:
            return at
        month = (month + timedelta(days=32)).replace(day=1)
    return None


def readers(context: Context, since: datetime | None = None) -> list[Officer]:
    """The officers who may see figures and want the month's report; `since`: who were officers at that moment."""
    officers = [one for one in staff.active(context.session) if since is None or one.created_at <= since]
    if not officers:
        return []
    roles = permissions.roles_with(context.session, (Permission.FIGURES,))
    return [one for one in reports.wanting(context.session, officers) if one.role in roles]
