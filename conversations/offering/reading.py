"""Readers of what staff type about classes: numbers, points on the map, codes."""

import re

from conversations import readers
from conversations.script import Misread
from locales.text import _

_NUMBER = re.compile(r"(\d{1,5})(?:\s+[a-z]+)?")
_DEGREES = r"-?\d{1,3}[.,]\d{2,}"
# Typed "-6.88, 109.67"; copied from a map's address: "@-6.88,109.67", "q=-6.88,109.67", "!3d-6.88!4d109.67".
_POINT = re.compile(rf"(?:^|@|=|!3d)({_DEGREES})(?:!4d|%2c|[,;]\s*|\s+)({_DEGREES})(?=$|[,&!/?])", re.IGNORECASE)
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_CODE = 24


def count(typed: str, least: int, most: int) -> str | Misread:
    """A whole number; a word behind it ("16 kursi") is welcome."""
    found = _NUMBER.fullmatch(readers.clean(typed).lower())
    if found is None or not least <= int(found[1]) <= most:
        return Misread(_("Please write a number from {least} to {most}.", least=least, most=most))
    return str(int(found[1]))


def point(typed: str) -> str | Misread:
    """Latitude and longitude in degrees, or the address of a place copied from a map."""
    found = _POINT.search(readers.clean(typed))
    if found is None:
        return Misread(
            _(
                "Please write latitude and longitude, for example -6.8898, 109.6746, or paste the link of the place "
                "from Google Maps."
            )
        )
    latitude, longitude = (float(degrees.replace(",", ".")) for degrees in found.groups())
    if abs(latitude) > 90 or abs(longitude) > 180:
        return Misread(_("There is no such point. Latitude comes first: in Indonesia it lies between -11 and 6."))
    return written(latitude, longitude)


def written(latitude: float, longitude: float) -> str:
    """A point as it is kept: to a tenth of a metre."""
    return f"{latitude:.6f}, {longitude:.6f}"


def degrees(kept: str) -> tuple[float, float]:
    latitude, _comma, longitude = kept.partition(", ")
    return float(latitude), float(longitude)


def code(typed: str) -> str | Misread:
    """Small letters, digits and hyphens, as they can stand in a link."""
    written = readers.clean(typed).lower()
    if _CODE.fullmatch(written) is None or not 3 <= len(written) <= LONGEST_CODE:
        return Misread(
            _("A code has 3 to {most} small letters, digits and hyphens, for example 2026-4-las.", most=LONGEST_CODE)
        )
    return written
