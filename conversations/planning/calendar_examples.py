"""Example days for the changes of the sending calendar: each lies ahead of today, and could be typed as it stands."""

from datetime import date, timedelta

from conversations.planning.calendar_fields import AHEAD_DAYS, BEFORE_EID
from locales.text import Text, _
from records.calendar import Calendar
from records.calendar_changes import ChangeKind

SOON = timedelta(days=14)


def prompt(kind: ChangeKind, today: date, calendar: Calendar) -> Text:
    """The question for the first day of a change."""
    day = example(kind, today, calendar)
    match kind:
        case ChangeKind.CLOSED:
            return _("From which day on is it closed? For example: {day}", day=day)
        case ChangeKind.OPEN:
            return _("Which closed day is worked all the same? For example: {day}", day=day)
        case ChangeKind.RAMADAN:
            return _("Which is the <b>first day</b> of Ramadan? For example: {day}", day=day)
        case ChangeKind.EID:
            return _(
                "On which day is <b>Idul Fitri</b> (1 Syawal)? For example: {day}\nNothing is sent from {before} days "
                "before until {after} days after it; Ramadan is set apart from it.",
                day=day,
                before=calendar.eid_days_before,
                after=calendar.eid_days_after,
            )
        case ChangeKind.HOURS:
            return _("From which day on shall these hours hold? For example: {day}", day=day)


def example(kind: ChangeKind, today: date, calendar: Calendar) -> date:
    """A day that makes sense for this kind of change."""
    match kind:
        case ChangeKind.CLOSED:
            return _first_day(calendar, today + SOON, closed=False)
        case ChangeKind.OPEN:
            return _first_day(calendar, today, closed=True)
        case ChangeKind.RAMADAN:
            return _next_eid(calendar, today + BEFORE_EID) - BEFORE_EID
        case ChangeKind.EID:
            return _next_eid(calendar, today)
        case ChangeKind.HOURS:
            return (today.replace(day=1) + timedelta(days=31)).replace(day=1)


def _first_day(calendar: Calendar, since: date, *, closed: bool) -> date:
    """The first that is closed, or open; where there is none, the first of all."""
    ahead = (since + timedelta(days=days) for days in range(AHEAD_DAYS - SOON.days))
    return next((day for day in ahead if calendar.is_closed(day) is closed), since)


def _next_eid(calendar: Calendar, since: date) -> date:
    """The next that is expected; where nothing is known of one, that day itself."""
    known = (eid for year in range(since.year, since.year + 3) for eid in calendar.eids_of(year))
    return min((eid for eid in known if eid >= since), default=since)
