"""Examples of the scripts by which staff make and change what is offered (see conversations/examples.py)."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from conversations.offering import cancelling
from conversations.offering.field import Desk
from records.cancelling import Room

TODAY = date(2026, 10, 6)
STARTS_ON = date(2026, 11, 2)


def of_offering() -> dict[str, tuple[Any, ...]]:
    """Facts and words by script."""
    desk = Desk(1, TODAY, ZoneInfo("Asia/Jakarta"), centre="-6.889800, 109.674600")
    cohort = {
        "name": ("Cohort IV",),
        "year": ("2026",),
        "opens": ("3 November 2026 pukul 08.00",),
        "closes": ("14-11-2026",),
        "starts": ("1 Desember 2026",),
        "ends": ("15 Januari 2027",),
    }
    a_class = {
        **cohort,
        "seats": ("16",),
        "cap": ("60",),
        "hours": ("140",),
        "place": ("The welding workshop",),
        "map": ("-6.8898, 109.6746",),
        "instructor": ("Pak Wiryo",),
        "facilities": ("16 machines",),
    }
    programme = {"name": ("Sewing",), "teaches": ("Patterns, seams and finishing.",)}
    days = {"starts": STARTS_ON.isoformat(), "ends": "2026-12-04"}
    registered = {"opens": "2026-10-01T08:00", "closes": "2026-10-12T16:00"}
    in_cohort = {"cohort_starts": days["starts"], "cohort_ends": days["ends"]}
    of_class = {"seats": "16", "hours": "140", "place": "The sewing room", "funding": "APBD", "code": "2026-4", **days}
    new_class = desk.about(1, "Cohort IV", present=in_cohort, programmes=(("1", "Sewing"),))
    copied = desk.about(1, "Cohort IV", present=days, listed=(("Sewing", STARTS_ON, STARTS_ON),))
    values = (
        "Sewing by hand",
        "2027",
        "24",
        "15 Desember 2026",
        "16 November 2026 pukul 08.00",
        "-6.8, 109.6",
        "las-1",
    )
    return {
        "programme_new": ((desk,), programme),
        "programme_edit": ((desk.about(1, "Sewing", present={"name": "Sewing"}),), {"value": values}),
        "cohort_new": ((desk,), cohort),
        "cohort_copy": ((copied,), cohort),
        "cohort_edit": ((desk.about(1, "Cohort IV", present={**days, **registered}),), {"value": values}),
        "class_new": ((new_class,), a_class),
        "class_cancel": (
            (
                cancelling.Facts(1, "Sewing", "Cohort IV", 12, 2, ((Room(2, 2, 1, None), "Welding"),)),
                cancelling.Facts(1, "Sewing", "Cohort IV", 12, 2, ((Room(2, 2, 3, 60), "Welding"),)),
                cancelling.Facts(1, "Sewing", "Cohort IV", 0, 0),
            ),
            {"reason": ("The roof is being mended.",)},
        ),
        "followup_months": (
            (desk.about(1, "Sewing", present={"months": "1, 3, 6, 12"}),),
            {"months": ("1, 6 dan 24",)},
        ),
        "last_day": ((desk.about(1, "Siti", present={"day": "2026-10-02"}),), {"day": ("1-10-2026",)}),
        "class_edit": ((desk.about(1, "Sewing", present=of_class),), {"value": values}),
    }
