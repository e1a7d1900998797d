"""Moments as officers type them: a day ahead, a time of day, a whole number, a point on the map."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations import readers
from conversations.script import Misread
from locales.text import Text, _

FARTHEST_DAYS = 400
_TIME = re.compile(r"(?:jam|pukul)?\s*(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:wib)?", re.IGNORECASE)
_POINT = re.compile(r"(-?\d{1,2}[.,]\d{2,10})\s*[,; ]\s*(-?\d{1,3}[.,]\d{2,10})")


def day_ahead(typed: str, today: date) -> str | Misread:
    """A day from today on, like 12-10-2026 or 12 Oktober 2026; kept as ISO."""
    day = readers.day(typed)
    if day is None:
        return Misread(_("Please write the date as day-month-year, for example 12-10-2026."))
    if day < today:
        return Misread(_("That day has passed. Please write a day that lies ahead."))
    if day > today + timedelta(days=FARTHEST_DAYS):
        return Misread(_("That is more than a year ahead. Please look at the year again."))
    return day.isoformat()


def time_of_day(typed: str) -> str | Misread:
    """A time like 08.00, 8:30 or 13; kept as HH:MM."""
    found = _TIME.fullmatch(readers.clean(typed))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        return Misread(_("Please write the time like 08.00 or 13.30."))
    return f"{hour:02}:{minute:02}"


def at(day: str, clock: str, zone: ZoneInfo) -> datetime:
    """The instant of a kept day and a kept time."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), zone)


def whole(typed: str, least: int, most: int) -> str | Misread:
    """A whole number between two bounds."""
    digits = readers.clean(typed)
    if digits.isascii() and digits.isdigit() and len(digits) <= 6 and least <= int(digits) <= most:
        return str(int(digits))
    return Misread(_("Please write a number from {least} to {most}.", least=least, most=most))


def point(typed: str) -> str | Misread:
    """Latitude and longitude in degrees, as a map app copies them; kept as `latitude,longitude`."""
    found = _POINT.fullmatch(readers.clean(typed))
    latitude, longitude = (float(each.replace(",", ".")) for each in found.groups()) if found else (91.0, 0.0)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return Misread(
            _(
                "Please send the point as two numbers, for example -6.8898, 109.6746: hold a finger on the place in "
                "the map app, and copy them."
            )
        )
    return f"{latitude:.6f},{longitude:.6f}"


def shown_day(value: str) -> Text:
    return _("{day}", day=date.fromisoformat(value))
