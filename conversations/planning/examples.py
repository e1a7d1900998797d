"""Examples of the scripts that plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from conversations.planning import calendar_change, wage
from records.profile import Profile

TODAY = date(2026, 10, 6)
Plain = dict[str, tuple[tuple[Any, ...], Mapping[str, tuple[str, ...]]]]


def of_planning(profile: Profile) -> Plain:
    """By the script's name: facts, and what might be typed."""
    calendar = profile.calendar.calendar(ZoneInfo("Asia/Jakarta"))
    return {
        "calendar_change": (
            (calendar_change.Facts(TODAY, calendar),),
            {
                "first": ("7 Desember 2026", "24 Desember 2026", "8 Februari 2027", "10 Maret 2027"),
                "last": ("9 Desember 2026", "26 Desember 2026", "9 Maret 2027"),
                "hours": ("08.00-12.00",),
                "reason": ("The road is flooded.",),
            },
        ),
        "minimum_wage": (
            (wage.Facts(TODAY, {2025: 2_545_138, **profile.umk}),),
            {"year": ("2027",), "amount": ("2.900.000", "9.000.000")},
        ),
    }
