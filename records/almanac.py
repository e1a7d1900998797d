"""The almanac: the calendar as it holds now, which is the profile's with what staff changed of it.

One for the process. It is read again at the start, by whoever changes the calendar, and at a tick, since another
process may have changed it; turns look at what it holds and ask the database nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from records import calendar_changes
from records.calendar import SAME_WITHIN, Calendar, Decided, Hours, Period, Times
from records.calendar_changes import CalendarChange, ChangeKind, Part

Version = tuple[int, int]


class Almanac:
    """`calendar` is what holds; reading twice gives the same."""

    def __init__(self, profile: Calendar) -> None:
        self.profile = profile
        self.calendar = profile
        self._version: Version = (0, 0)

    def is_behind(self, session: Session) -> bool:
        """Whether anything was decided since it was last read."""
        return calendar_changes.version(session) != self._version

    def read(self, session: Session) -> bool:
        """Reads the changes again where there are others; whether there were."""
        version = calendar_changes.version(session)
        if version == self._version:
            return False
        self.calendar, self._version = changed(self.profile, calendar_changes.standing(session)), version
        return True


def changed(profile: Calendar, changes: Sequence[CalendarChange]) -> Calendar:
    """The profile's calendar with changes, in the order in which they were decided: the later win over those before."""
    calendar = profile
    for change in changes:
        calendar = _with(calendar, change)
    return replace(calendar, later=_later(profile, changes))


def _with(calendar: Calendar, change: CalendarChange) -> Calendar:
    match ChangeKind(change.kind):
        case ChangeKind.CLOSED | ChangeKind.OPEN:
            decision = Decided(change.kind == ChangeKind.OPEN, change.reason)
            return replace(calendar, decided={**calendar.decided, **dict.fromkeys(_days(change), decision)})
        case ChangeKind.RAMADAN:
            others = (one for one in calendar.ramadan if abs(one.first - change.first) >= SAME_WITHIN)
            return replace(calendar, ramadan=(*others, Period(change.first, change.last)))
        case ChangeKind.EID:
            kept = (eid for eid in calendar.eids if abs(eid - change.first) >= SAME_WITHIN)
            return replace(calendar, eids=tuple(sorted((*kept, change.first))))
        case ChangeKind.HOURS:
            return calendar


def _days(change: CalendarChange) -> list[date]:
    return [change.first + timedelta(days=ahead) for ahead in range((change.last - change.first).days + 1)]


def _later(profile: Calendar, changes: Sequence[CalendarChange]) -> tuple[tuple[date, Times], ...]:
    """The hours by the day from which they hold: each change until the next of the same part."""
    times, steps = profile.times(date.min), dict[date, Times]()
    for change in sorted((one for one in changes if one.kind == ChangeKind.HOURS), key=lambda one: one.first):
        times = steps[change.first] = _replaced(times, Part(change.part or ""), spans_of(change.hours or ""))
    return tuple(steps.items())


def _replaced(times: Times, part: Part, spans: tuple[Hours, ...]) -> Times:
    match part:
        case Part.USUAL:
            return replace(times, hours=spans)
        case Part.FRIDAY:
            return replace(times, friday_pause=spans[0])
        case Part.RAMADAN:
            return replace(times, ramadan_hours=spans)
        case Part.NOTICES:
            return replace(times, notices=spans[0])


def spans_of(kept: str) -> tuple[Hours, ...]:
    """Hours as a change keeps them."""
    return tuple(Hours(*(time.fromisoformat(at) for at in span.split("-"))) for span in kept.split(","))
