"""Hours of a day as they are typed, kept and read. A value reads as itself."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from conversations import readers
from conversations.script import Misread
from locales.text import _

_HOUR = r"(\d{1,2})(?:[.:](\d{2}))?"
_HOURS = re.compile(rf"{_HOUR}\s*(?:-|–|s/?d|sampai|to)\s*{_HOUR}")
_ONE_HOUR = re.compile(r"(?:(?:jam|pukul|pkl)\.?\s*)?(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:wib)?")


def hours(typed: str) -> str | Misread:
    """From and until on one day; kept as 08:00-15:00."""
    found = _HOURS.fullmatch(readers.clean(typed).casefold())
    begins, ends = (None, None) if found is None else (_time(*found.groups()[:2]), _time(*found.groups()[2:]))
    if begins is None or ends is None or begins >= ends:
        return Misread(_("Please write from when until when, for example 08.00-15.00."))
    return f"{begins:%H:%M}-{ends:%H:%M}"


def hour(typed: str) -> str | Misread:
    """A time of day like 08.00, 8:30, 13 or pukul 8; kept as 08:00."""
    found = _ONE_HOUR.fullmatch(readers.clean(typed).casefold())
    at = None if found is None else _time(*found.groups())
    return Misread(_("Please write the time like 08.00 or 13.30.")) if at is None else f"{at:%H:%M}"


def _time(number: str, minutes: str | None) -> time | None:
    try:
        return time(int(number), int(minutes or 0))
    except ValueError:
        return None


def span(kept: str) -> tuple[time, time]:
    """What `hours` keeps, as two times."""
    begins, _dash, ends = kept.partition("-")
    return time.fromisoformat(begins), time.fromisoformat(ends)


def dotted(kept: str) -> str:
    """Hours as they are written here: 08.00."""
    return kept.replace(":", ".")


def at(day: str, hour_: str, zone: ZoneInfo) -> datetime:
    """The instant of a kept day and a kept hour."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour_), zone)
