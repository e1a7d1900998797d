"""Days and moments as people type them: "Senin, 3 November 2026 pukul 08.00", "3/11/26 8.00", "3 Nov".

A day is kept as ISO, a moment as ISO with its minute, in the centre's own time.
"""

import re
from datetime import date, datetime, time, timedelta

from conversations.readers import clean, month_number
from conversations.script import Misread
from locales.text import Text, _

_WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b[\s,.]*")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_USUAL = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,10})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?")
_KEPT = re.compile(r"(\d{4}-\d{2}-\d{2})t(\d{2}):(\d{2})")
_ZONE = re.compile(r"\s*\b(?:wib|wita|wit)\.?$")
_HOUR = re.compile(r"[\s,]+(?:(?:pukul|jam|pkl)\.?\s*)?(\d{1,2})[.:](\d{2})$|[\s,]+(?:pukul|jam|pkl)\.?\s*(\d{1,2})$")
_YEARS_BACK, _YEARS_AHEAD = 1, 5
_DAYS_AHEAD = 400

NO_DAY = _("Please write a date, for example 3 November 2026 or 3-11-2026.")
NO_SUCH_DAY = _("There is no such day in the calendar. Please look at the date again.")
NO_MOMENT = _("Please write a date and a time, for example 3 November 2026 pukul 08.00.")
FAR_YEAR = _("That year looks wrong. Please write the date with its year, for example 3 November 2026.")
# A day without a time: from its first minute on, or to its last.
DAY_BEGINS, DAY_ENDS = time(0, 0), time(23, 59)


def day(typed: str, today: date) -> str | Misread:
    """A day not long ago or in the next years; without a year the next such day."""
    found = _near(_day(clean(typed).lower(), today), today)
    return found if isinstance(found, Misread) else found.isoformat()


def between(typed: str, earliest: date, latest: date) -> str | Misread:
    """A day between two bounds, both included; without a year the next such day that is not before the first bound."""
    found = _day(clean(typed).lower(), earliest)
    if isinstance(found, Misread):
        if found.text is not NO_DAY:
            return found
        return Misread(_("Please write the day as day-month-year, for example {example}.", example=written(earliest)))
    if not earliest <= found <= latest:
        return Misread(_("Please choose a day from {first} to {last}.", first=earliest, last=latest))
    return found.isoformat()


def ahead(typed: str, today: date) -> str | Misread:
    """A day from today on, about a year ahead at most."""
    return between(typed, today, today + timedelta(days=_DAYS_AHEAD))


def moment(typed: str, today: date, without_time: time) -> str | Misread:
    """A day with its time; where only the day is written, `without_time` counts."""
    words = _ZONE.sub("", clean(typed).lower())
    kept, hour = _KEPT.fullmatch(words), _HOUR.search(words)
    if kept is not None:
        words, at = kept[1], _time(kept[2], kept[3])
    elif hour is not None:
        words, at = words[: hour.start()], _time(hour[1] or hour[3], hour[2] or "0")
    else:
        at = without_time
    if at is None:
        return Misread(NO_MOMENT)
    found = _near(_day(words, today), today)
    if isinstance(found, Misread):
        return Misread(NO_MOMENT) if found.text is NO_DAY else found
    return datetime.combine(found, at).isoformat(timespec="minutes")


def _time(hour: str, minute: str) -> time | None:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None


def _day(typed: str, today: date) -> date | Misread:
    words = _WEEKDAY.sub("", typed).strip()
    iso, usual = _ISO_DAY.fullmatch(words), _USUAL.fullmatch(words)
    if iso is not None:
        year, month, number = int(iso[1]), int(iso[2]), int(iso[3])
    elif usual is not None:
        number, month = int(usual[1]), int(usual[2]) if usual[2].isdigit() else month_number(usual[2])
        year = _year(usual[3], month, number, today)
    else:
        return Misread(NO_DAY)
    if not 1 <= month <= 12:
        return Misread(NO_DAY)
    try:
        return date(year, month, number)
    except ValueError:
        return Misread(NO_SUCH_DAY)


def _near(found: date | Misread, today: date) -> date | Misread:
    if isinstance(found, Misread):
        return found
    near = today.year - _YEARS_BACK <= found.year <= today.year + _YEARS_AHEAD
    return found if near else Misread(FAR_YEAR)


def _year(typed: str | None, month: int, number: int, today: date) -> int:
    """As written (two digits are of this century); else the year in which such a day comes next."""
    if typed is not None:
        return int(typed) if len(typed) == 4 else 2000 + int(typed)
    return today.year if (month, number) >= (today.month, today.day) else today.year + 1


def of(kept: str) -> date:
    """A day as it is kept."""
    return date.fromisoformat(kept)


def shown_day(kept: str) -> Text:
    return _("{day}", day=of(kept))


def written(day_: date) -> str:
    """As people type it: 17-8-2026."""
    return f"{day_.day}-{day_.month}-{day_.year}"


def days(first: date, last: date) -> Text:
    return _("{day}", day=first) if first == last else _("{first} to {last}", first=first, last=last)
