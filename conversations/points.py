"""Points on the map, in degrees: typed, or copied from a map."""

import re

from conversations import readers
from conversations.script import Misread
from locales.text import _

_DEGREES = r"-?\d{1,3}[.,]\d{2,}"
# Typed "-6.88, 109.67"; copied from a map's address: "@-6.88,109.67", "q=-6.88,109.67", "!3d-6.88!4d109.67".
_POINT = re.compile(rf"(?:^|@|=|!3d)({_DEGREES})(?:!4d|%2c|\s*[,;]\s*|\s+)({_DEGREES})(?=$|[,&!/?])", re.IGNORECASE)


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
