"""The longest that staff can type of programmes, cohorts and classes, for pages that must hold it."""

from datetime import date
from zoneinfo import ZoneInfo

from conversations.examples import Example
from conversations.offering import cancelling
from conversations.offering.field import Desk
from records.cancelling import Room

STARTS, ENDS = date(2026, 11, 30), date(2026, 12, 31)
NAME = "Angkatan & <b> " * 5
DESK = Desk(1, date(2026, 10, 6), ZoneInfo("Asia/Jakarta"), centre="-6.889800, 109.674600")
DAYS = {"starts": STARTS.isoformat(), "ends": ENDS.isoformat()}
REGISTERED = {"opens": "2026-10-01T08:00", "closes": "2026-10-12T16:00"}
COHORT_WORDS = {
    "name": (NAME,),
    "year": ("2026",),
    "opens": ("30 September 2026 pukul 08.00",),
    "closes": ("30-11-2026",),
    "starts": ("30 November 2026",),
    "ends": ("31 Desember 2026",),
}
CLASS_WORDS = {
    **COHORT_WORDS,
    "seats": ("500",),
    "cap": ("20000",),
    "hours": ("2000",),
    "place": ("Gedung & " * 13,),
    "map": ("-6.8898, 109.6746",),
    "instructor": ("Raden Ayu " * 12,),
    "facilities": ("mesin & " * 37,),
}
CLASS = {"seats": "500", "hours": "2000", "place": "Gedung & " * 13, "funding": "DBHCHT", "code": "k" * 24, **DAYS}
PROGRAMMES = tuple((str(number), f"Kejuruan & {number} " * 4) for number in range(30))
VALUES = {"value": ("mesin & " * 10, "Gedung & " * 13, "500", "2026", "31-12-2026", "-6.8898, 109.6746", "k" * 24)}
LONG_OFFERING = {
    "programme_new": Example((DESK,), {"name": ("Kejuruan & " * 7,), "teaches": ("belajar & " * 60,)}),
    "programme_edit": Example((DESK.about(1, NAME, present={"name": NAME, "teaches": "belajar & " * 60}),), VALUES),
    "cohort_new": Example((DESK,), COHORT_WORDS),
    "cohort_copy": Example(
        (DESK.about(1, NAME, present=DAYS, listed=tuple((name, STARTS, ENDS) for _id, name in PROGRAMMES[:20])),),
        COHORT_WORDS,
    ),
    "cohort_edit": Example((DESK.about(1, NAME, present={**DAYS, **REGISTERED}),), VALUES),
    "class_new": Example(
        (
            DESK.about(
                1,
                NAME,
                present={"cohort_starts": STARTS.isoformat(), "cohort_ends": ENDS.isoformat()},
                programmes=PROGRAMMES,
            ),
        ),
        CLASS_WORDS,
    ),
    "class_cancel": Example(
        (cancelling.Facts(1, NAME, NAME, 999, 99, tuple((Room(9, 9, 99, None), name) for _id, name in PROGRAMMES)),),
        {"reason": ("alasan & " * 22,)},
    ),
    "class_edit": Example((DESK.about(1, NAME, present=CLASS),), VALUES),
}
