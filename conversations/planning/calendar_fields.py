"""What is typed when the sending calendar is changed: days that can be, and hours of the day."""

import re
from datetime import date, timedelta

from conversations import dates, hours, readers
from conversations.script import Misread
from locales.text import _
from records.calendar import Calendar
from records.calendar_changes import ChangeKind, Part

AHEAD_DAYS = 400
# Ramadan and Eid are known years ahead, within a day or two.
FAR_AHEAD_DAYS = 800
LONGEST_CLOSING, LONGEST_OPENING = 92, 31
RAMADAN_LENGTHS = (29, 30)
BEFORE_EID = timedelta(days=RAMADAN_LENGTHS[0])
# So far may what staff type be from what astronomy expects.
TOLERANCE_DAYS = 5
EARLIEST, LATEST = "06:00", "21:00"
_AND = re.compile(r"\s*(?:,|;|&|\bdan\b|\band\b)\s*")


def first_day(typed: str, kind: ChangeKind, today: date, calendar: Calendar) -> str | Misread:
    """The first day of a change; kept as ISO."""
    if kind in (ChangeKind.RAMADAN, ChangeKind.EID):
        found = dates.between(typed, today - timedelta(days=30), today + timedelta(days=FAR_AHEAD_DAYS))
        return found if isinstance(found, Misread) else _plausible(dates.of(found), kind, calendar)
    found = dates.between(typed, today, today + timedelta(days=AHEAD_DAYS))
    if isinstance(found, str) and kind is ChangeKind.OPEN and not calendar.is_closed(dates.of(found)):
        return Misread(_("That day is open already: {day}.", day=dates.of(found)))
    return found


def _plausible(day: date, kind: ChangeKind, calendar: Calendar) -> str | Misread:
    """Eid near the day that is expected, the first of Ramadan a month before Eid."""
    known = (eid for year in (day.year, day.year + 1) for eid in calendar.eids_of(year))
    month = BEFORE_EID if kind is ChangeKind.RAMADAN else timedelta()
    nearest = min((eid - month for eid in known), key=lambda eid: abs(eid - day), default=day)
    if abs(nearest - day) <= timedelta(days=TOLERANCE_DAYS):
        return day.isoformat()
    return Misread(_("That is far from what is expected: about {day}. Please look at the date again.", day=nearest))


def last_day(typed: str, kind: ChangeKind, first: date) -> str | Misread:
    """The last day of a change; kept as ISO."""
    if kind is ChangeKind.RAMADAN:
        shortest, longest = (first + timedelta(days=length - 1) for length in RAMADAN_LENGTHS)
        return dates.between(typed, shortest, longest)
    days = LONGEST_OPENING if kind is ChangeKind.OPEN else LONGEST_CLOSING
    return dates.between(typed, first, first + timedelta(days=days - 1))


def spans(typed: str, part: Part) -> str | Misread:
    """One span of hours or, of a usual day, several; kept as 08:00-11:30,13:00-17:15."""
    found = [hours.hours(each) for each in _AND.split(readers.clean(typed).casefold()) if each]
    kept = [each for each in found if isinstance(each, str)]
    if not found or len(kept) < len(found):
        return Misread(_("Please write from when until when, for example 08.00-11.30 and 13.00-17.15."))
    if len(kept) > 1 and part in (Part.FRIDAY, Part.NOTICES):
        return Misread(_("Please write one span only, for example 11.00-13.30."))
    ends = [at for span in kept for at in span.split("-")]
    if ends != sorted(set(ends)) or len(kept) > 4:
        return Misread(_("The spans must follow each other without overlapping."))
    if ends[0] < EARLIEST or ends[-1] > LATEST:
        return Misread(_("Nobody is written to at night: please stay between 06.00 and 21.00."))
    return ",".join(kept)
