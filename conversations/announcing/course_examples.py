"""Examples of the scripts that decide when, how urgently and whether an announcement goes out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from conversations.announcing.going import correcting
from conversations.announcing.timing import refusal, sending_time, urgency
from locales.text import verbatim
from records.profile import Profile
from records.reach import Reach

NOW = datetime(2026, 10, 6, 3, 0, tzinfo=UTC)
Plain = dict[str, tuple[tuple[Any, ...], Mapping[str, tuple[str, ...]]]]


def of_announcing(profile: Profile) -> Plain:
    """By the script's name: facts, and what might be typed."""
    calendar = profile.calendar.calendar(ZoneInfo("Asia/Jakarta"))
    return {
        "announcement_time": (
            (sending_time.Facts(1, NOW, calendar),),
            {"when": ("7 Oktober 2026 pukul 08.00", "5 Oktober 2026 pukul 08.00")},
        ),
        "announcement_urgent": (
            tuple(urgency.Facts(1, calendar.times(NOW.date()).notices, urgent) for urgent in (False, True)),
            {"why": ("The hall is under water.",)},
        ),
        "announcement_correction": (
            tuple(correcting.Facts(1, Reach(97, fixed, 31, 3)) for fixed in (0, 2)),
            {"words": ("The hall is dry again.",)},
        ),
        "announcement_refusal": (
            (refusal.Facts(1, verbatim("The hall is under water")),),
            {"why": ("The day is wrong.",)},
        ),
    }
