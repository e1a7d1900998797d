"""The sending calendar on the alumni's desk: to see the next weeks, to decide a change, to take one back."""

from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.planning.calendar_pages import LAST_WEEK, calendar_page, change_page, changes_page
from conversations.rescheduling import follow
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _
from records import calendar_changes
from records.calendar_changes import CalendarChange
from records.permissions import Permission


def _calendar(context: Context, argument: str) -> Outcome:
    week = number(argument or "0")
    return None if week is None or week > LAST_WEEK else calendar_page(context, week)


def _new(_context: Context, _argument: str) -> Outcome:
    return Begin("calendar_change")


def _changes(context: Context, _argument: str) -> Outcome:
    return changes_page(context)


def _named(context: Context, argument: str) -> CalendarChange | None:
    change_id = number(argument)
    return None if change_id is None else calendar_changes.by_id(context.session, change_id)


def _change(context: Context, argument: str) -> Outcome:
    change = _named(context, argument)
    return None if change is None else change_page(context, change)


def _apply(context: Context, argument: str) -> Outcome:
    change = _named(context, argument)
    if change is None or not calendar_changes.confirm(context.session, change.id, context.now):
        return None if change is None else change_page(context, change)
    return _done(context, change, "calendar.changed", _("✅ It holds from now on."))


def _drop(context: Context, argument: str) -> Outcome:
    """Takes a change back, or drops a proposal."""
    change, officer = _named(context, argument), officer_with(context, Permission.FOLLOW)
    if change is None or officer is None:
        return None
    held = change.stands
    if not calendar_changes.withdraw(context.session, change.id, officer.id, context.now):
        return change_page(context, change)
    if not held:
        note(context, officer, "calendar.dropped", f"calendar:{change.id}")
        follow(context.session, context.house, context.now)
        return calendar_page(context).with_note(_("Dropped: nothing has changed."))
    return _done(context, change, "calendar.restored", _("↩️ It is taken back."))


def _done(context: Context, change: CalendarChange, action: str, said: Text) -> Outcome:
    moved = follow(context.session, context.house, context.now)
    officer = officer_with(context, Permission.FOLLOW)
    if officer is not None:
        note(context, officer, action, f"calendar:{change.id}")
    counted = _("{said} Messages that moved: {count}.", said=said, count=moved)
    return calendar_page(context).with_note(counted)


SCREENS = (
    Screen("calendar", _calendar, Permission.FOLLOW),
    Screen("calnew", _new, Permission.FOLLOW),
    Screen("calchanges", _changes, Permission.FOLLOW),
    Screen("calchange", _change, Permission.FOLLOW),
    Screen("calapply", _apply, Permission.FOLLOW),
    Screen("caldrop", _drop, Permission.FOLLOW),
)
