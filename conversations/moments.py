"""Moments: days and hours as staff and participants type them. A value reads as itself."""

import re
from datetime import date, time

from conversations import readers
from conversations.script import Misread
from locales.text import Text, _

_DAY = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,10})(?:\s*[-/. ]\s*(\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_HOUR = r"(\d{1,2})(?:[.:](\d{2}))?"
_HOURS = re.compile(rf"{_HOUR}\s*(?:-|–|s/?d|sampai|to)\s*{_HOUR}")
_ONE_HOUR = re.compile(_HOUR)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan", "feb peb", "mar", "apr", "mei may", "jun",
            "jul", "agu agt aug", "sep", "okt oct", "nov nop", "des dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip


def day(typed: str, earliest: date, latest: date) -> str | Misread:
    """A day between two bounds, both included; without a year the next such day that is not before the first bound."""
    cleaned = readers.clean(typed).casefold()
    found = _day(cleaned, earliest)
    if found is None:
        return Misread(_("Please write the day as day-month-year, for example {example}.", example=written(earliest)))
    if not earliest <= found <= latest:
        return Misread(_("Please choose a day from {first} to {last}.", first=earliest, last=latest))
    return found.isoformat()


def _day(typed: str, earliest: date) -> date | None:
    iso, usual = _ISO.fullmatch(typed), _DAY.fullmatch(typed)
    if iso is not None:
        return _real(*map(int, iso.groups()))
    if usual is None:
        return None
    number, named, year = usual.groups()
    month = int(named) if named.isdigit() else _MONTHS.get(named[:3], 0)
    if year is not None:
        return _real(int(year), month, int(number))
    years = (_real(earliest.year + n, month, int(number)) for n in (0, 1))
    return next((found for found in years if found is not None and found >= earliest), None)


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def written(day_: date) -> str:
    """As people type it: 17-8-2026."""
    return f"{day_.day}-{day_.month}-{day_.year}"


def hours(typed: str) -> str | Misread:
    """From and until on one day; kept as 08:00-15:00."""
    found = _HOURS.fullmatch(readers.clean(typed).casefold())
    begins, ends = (None, None) if found is None else (_time(*found.groups()[:2]), _time(*found.groups()[2:]))
    if begins is None or ends is None or begins >= ends:
        return Misread(_("Please write from when until when, for example 08.00-15.00."))
    return f"{begins:%H:%M}-{ends:%H:%M}"


def hour(typed: str) -> str | Misread:
    """One hour of a day; kept as 08:00."""
    found = _ONE_HOUR.fullmatch(readers.clean(typed).casefold())
    at = None if found is None else _time(*found.groups())
    return Misread(_("Please write the hour, for example 08.00.")) if at is None else f"{at:%H:%M}"


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


WEEKDAYS: tuple[Text, ...] = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)


def weekday(day_: date) -> Text:
    return WEEKDAYS[day_.weekday()]


_SHORT = {
    name: number
    for number, names in enumerate(
        ("sen mon", "sel tue", "rab wed", "kam thu", "jum fri", "sab sat", "min sun ahad ming"), 0
    )
    for name in names.split()
}


def weekdays(typed: str) -> str | Misread:
    """Days of the week, by name, with a dash for a range; kept as their numbers: 0-4 is Monday to Friday, 0,2,4 three
    days.
    """
    cleaned = readers.clean(typed).casefold().replace("–", "-").replace("s/d", "-").replace("sampai", "-")
    if re.fullmatch(r"[0-6](,[0-6])*", cleaned):
        return ",".join(sorted(set(cleaned.split(","))))
    found: set[int] = set()
    for part in re.split(r"[,;&]| dan | and ", cleaned):
        numbers = [_SHORT.get(name.strip()[:3]) for name in part.split("-")]
        if not 1 <= len(numbers) <= 2 or any(number is None for number in numbers):
            return Misread(_("Please name the days, for example: Monday-Friday, or Monday, Wednesday, Friday."))
        first, last = (number for number in (numbers[0], numbers[-1]) if number is not None)
        found |= set(range(first, last + 1)) if first <= last else set()
    return ",".join(map(str, sorted(found))) or Misread(
        _("Please name the days, for example: Monday-Friday, or Monday, Wednesday, Friday.")
    )


def days(first: date, last: date) -> Text:
    return _("{day}", day=first) if first == last else _("{first} to {last}", first=first, last=last)
