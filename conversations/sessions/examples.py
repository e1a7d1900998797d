"""Examples of the scripts about tests and interviews: by name the facts, and by ask what one may type."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from conversations.sessions import postpone, rollcall, schedule, scoring
from records.sittings import Spot

NOW, WIB = datetime(2026, 10, 6, 3, 0, tzinfo=UTC), ZoneInfo("Asia/Jakarta")
KINDS = (("tertulis", "Written test"), ("wawancara", "Interview"))
HALL = Spot("Hall", -6.8898, 109.6746)
PEOPLE = {"B4-0427": (1, "Siti Aminah"), "B4-0431": (2, "Budi Santoso"), "B4-0127": (3, "Ani")}
PLANNED = schedule.Facts(1, 1, "Sewing", "Cohort IV", KINDS, HALL, Spot("Workshop 2"), 1, NOW, WIB)
SCORED = scoring.Facts(1, "Sewing", PEOPLE, dict(KINDS), {1: {"tertulis": Decimal(70)}}, 1)
MOVED = postpone.Facts(1, "Written test", NOW, "Hall", 16, 1, NOW, WIB)

Words = dict[str, tuple[str, ...]]

SESSIONS: dict[str, tuple[tuple[Any, ...], Words]] = {
    "schedule": (
        (PLANNED,),
        {
            "day": ("12-10-2026",),
            "time": ("08.00",),
            "minutes": ("45",),
            "count": ("5",),
            "capacity": ("25",),
            "place": ("Village hall",),
            "point": ("-6.8898, 109.6746",),
        },
    ),
    "postpone": ((MOVED,), {"day": ("12-10-2026",), "time": ("08.00",), "place": ("Village hall",)}),
    "rollcall": ((rollcall.Facts(1, "Written test", PEOPLE, 1),), {"digits": ("0427 0431", "27")}),
    "score": ((SCORED,), {"who": ("0427",), "value": ("78,5",)}),
    "score_lines": ((SCORED,), {"lines": ("0427 78,5\n0431 80",)}),
    "score_sheet": ((SCORED,), {"file": ("here",)}),
}
