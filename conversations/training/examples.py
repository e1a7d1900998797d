"""Examples of the scripts of a training, from its timetable to its certificates."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from conversations.training import (
    absence,
    bnsp_numbers,
    examination,
    incubator_change,
    lesson_change,
    marks,
    numbers,
    ojt,
    permit,
    timetable,
)
from locales.text import verbatim
from records.enrolments import EnrolmentStatus
from records.trainees import Trainee

BEGINS, ENDS, TODAY = date(2026, 11, 2), date(2026, 12, 11), date(2026, 11, 9)
# By script: the facts in which every branch can be reached, and by ask what somebody might type there.
Plain = dict[str, tuple[tuple[Any, ...], Mapping[str, tuple[str, ...]]]]


def examples(name: str = "Siti Aminah", programme: str = "Sewing", words: str = "The road is under water.") -> Plain:
    """With names as long as a caller wants them."""
    two = (name, name)
    trainee = Trainee(
        id=1,
        person_id=1,
        name=name,
        status=EnrolmentStatus.PARTICIPANT,
        ended_on=None,
        score=None,
        class_id=1,
        class_code="las-1",
        programme=programme,
        cohort="Cohort IV",
        starts_on=BEGINS,
        ends_on=ENDS,
        lesson_hours=140,
        place="Workshop",
    )
    return {
        "timetable": (
            (timetable.Facts(1, programme, "Cohort IV", "Workshop", BEGINS, ENDS, lambda day: day.day == 25),),
            {
                "weekdays": ("Monday-Friday",),
                "hours": ("08.00-15.00",),
                "place": (words[:110],),
                "topic": (words[:110],),
            },
        ),
        "lesson": (
            (lesson_change.Facts(1, 1, programme, TODAY, "08:00-15:00", TODAY, frozenset({"2026-11-12"})),),
            {
                "day": ("10-11-2026", "12-11-2026"),
                "hours": ("08.00-12.00",),
                "words": (words[:110],),
                "reason": (words,),
            },
        ),
        "absence": (
            (absence.Facts(1, name, programme, TODAY, BEGINS, ENDS),),
            {"first": ("10-11-2026",), "until": ("12-11-2026",), "reason": (words,)},
        ),
        "permit": ((permit.Facts(1, name, programme, verbatim("9-11-2026"), verbatim(words)),), {"word": (words,)}),
        "resignation": ((trainee,), {"reason": (words,)}),
        "dropping": ((trainee,), {"reason": (words,)}),
        "failing": ((trainee,), {"reason": (words,)}),
        "marks": ((marks.Facts(1, programme, (1, 2), two, (None, 8750)),), {"lines": ("1 87,5", "1 870")}),
        "numbers": (
            (numbers.Facts(1, programme, (1, 2), two, (None, "421.5/001/2026"), lambda _number: False),),
            {"lines": ("1 421.5/017/2026", "2 421.5/018/2026")},
        ),
        "examination": (
            (examination.Facts(1, programme, "Workshop", (1, 2), TODAY),),
            {"day": ("20-11-2026",), "hour": ("08.00",), "place": (words[:110],), "lsp": (words[:110],)},
        ),
        "bnsp_numbers": (
            (bnsp_numbers.Facts(1, programme, (1, 2), two, TODAY, lambda _number: False),),
            {"lines": ("1 62090 1234 5 0000017 2026 2-11-2026", "1 62090")},
        ),
        "ojt": (
            (ojt.Facts(1, 1, 1, name, TODAY),),
            {"company": (words[:110],), "first": ("9-11-2026",), "last": ("9-2-2027", "1-1-2026")},
        ),
        "incubator_change": (
            tuple(incubator_change.Facts(1, name, programme, is_in) for is_in in (True, False)),
            {"reason": (words[:190],)},
        ),
        "survey": ((trainee,), {}),
    }
