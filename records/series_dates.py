"""When an announcement that repeats falls due, and until when it is not too late for it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from records import series as series_records
from records import series_anchors
from records.audiences import Audience, Trait
from records.calendar import Calendar
from records.series import Anchor, Rhythm, Series

# What is about the very day is of use for so long.
SAME_DAY = timedelta(hours=3)
# Where the day itself is closed (Eid), the last open one of so many before is taken.
LOOK_BACK_DAYS = 20


@dataclass(frozen=True, slots=True)
class Due:
    """One occurrence: at `at`, and not from `until` on. It speaks of `day`; `audience` are those it concerns."""

    key: str
    at: datetime
    until: datetime
    day: date
    audience: Audience


def due(
    session: Session, series: Series, audience: Audience, calendar: Calendar, since: datetime, until: datetime
) -> list[Due]:
    """What falls due from `since` until `until`, both included, the earliest first; nothing from before it began."""
    since = max(since, series.since)
    first, last = (moment.astimezone(calendar.zone).date() for moment in (since, until))
    found = _weekly if series.rhythm == Rhythm.WEEKLY.value else _relative
    every = found(session, series, audience, calendar, first, last)
    return sorted((one for one in every if since <= one.at <= until), key=lambda one: (one.at, one.key))


def coming(
    session: Session, series: Series, audience: Audience, calendar: Calendar, after: datetime, until: datetime
) -> list[Due]:
    """What falls due after an instant and was not dealt with (what is to be left out is), the earliest first."""
    known = series_records.known(session, series.id)
    found = due(session, series, audience, calendar, after, until)
    return [one for one in found if one.at > after and one.key not in known]


def _weekly(
    session: Session, series: Series, audience: Audience, calendar: Calendar, first: date, last: date
) -> list[Due]:
    last = last if series.until is None else min(last, series.until)
    if series.with_lessons:
        audience = series_anchors.by_class(session, audience)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    made = (_on(session, series, audience, calendar, day) for day in days if day.weekday() in series.days)
    return [one for one in made if one is not None]


def _on(session: Session, series: Series, audience: Audience, calendar: Calendar, day: date) -> Due | None:
    """The occurrence of a day of the week; none where nothing is sent on it, or there is no lesson to speak of."""
    at = _opens(series, calendar, day)
    about = day + timedelta(days=series.days_before)
    if at is None:
        return None
    if series.with_lessons:
        classes = series_anchors.with_lessons(session, about)
        audience = series_anchors.narrowed(audience, Trait.CLASS, *classes)
        if not classes or not audience.groups:
            return None
    return Due(f"day:{day}", at, _ends(at, about, calendar), about, audience)


def _relative(
    session: Session, series: Series, audience: Audience, calendar: Calendar, first: date, last: date
) -> list[Due]:
    ahead = timedelta(days=series.days_before)
    anchor = Anchor(series.anchor or "")
    anchors = series_anchors.between(
        session, anchor, first + ahead, last + ahead + timedelta(days=LOOK_BACK_DAYS), calendar.zone
    )
    if anchor is not Anchor.SESSION:
        audience = series_anchors.by_class(session, audience)
    found = []
    for one in anchors:
        at = _before(series, calendar, one.day - ahead)
        part = series_anchors.narrowed(audience, one.trait, one.value, status=series_anchors.STATUSES.get(anchor))
        part = part.leaving_out(*one.but)
        if at is not None and part.groups and (series.until is None or one.day - ahead <= series.until):
            found.append(Due(one.key, at, _ends(at, one.day, calendar), one.day, part))
    return found


def _before(series: Series, calendar: Calendar, wanted: date) -> datetime | None:
    """At its hour of the last open day, not after the one that is wanted."""
    for n in range(LOOK_BACK_DAYS + 1):
        if (at := _opens(series, calendar, wanted - timedelta(days=n))) is not None:
            return at
    return None


def _opens(series: Series, calendar: Calendar, day: date) -> datetime | None:
    """The first instant of a day, not before its hour, at which something may be sent."""
    at = calendar.next_allowed(datetime.combine(day, series.at, calendar.zone))
    return at if at.astimezone(calendar.zone).date() == day else None


def _ends(at: datetime, about: date, calendar: Calendar) -> datetime:
    """A reminder is of use on the day on which it was to come; of the very same day, for a few hours."""
    day = at.astimezone(calendar.zone).date()
    if day == about:
        return at + SAME_DAY
    return datetime.combine(day + timedelta(days=1), time(), calendar.zone)
