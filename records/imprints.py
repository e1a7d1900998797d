"""Imprints: all that figures count of a monitoring record as one number, which the database makes and an index holds.

The lower six bits are of every wave: three for the labour status (0: none), three for since when she works (Q3; 0: not
told). The seven above tell more of the wave that a figure is about: whether the main activity is work (1 bit); the kind
of employment (2 bits; 0 not told, 1 self-employed, 2 employee, 3 any other); whether the training is relevant, and
whether the wage reaches the minimum (2 bits each; 0 not told, 1 no, 2 yes).
"""

from collections.abc import Iterable

from records.labour import MAIN_ACTIVITY_IS_WORK, LabourStatus
from records.questionnaire import Since

# Both in the order of their numbers, from 1 on: what is stored depends on it.
STATUSES = tuple(LabourStatus)
SINCE = tuple(Since)
WAVE_BITS, DETAIL_BITS = 6, 7
UNTOLD, NO, YES = 0, 1, 2
SELF_EMPLOYED, EMPLOYEE = 1, 2


def of_record() -> str:
    """The imprint of a row of `monitoring_records`, as an expression of SQL that both databases understand."""
    work = ", ".join(f"'{one.value}'" for one in sorted(MAIN_ACTIVITY_IS_WORK))
    parts = (
        _numbered("status", (one.value for one in STATUSES), 1),
        _numbered("since", (one.value for one in SINCE), 8),
        f"CASE WHEN activity IN ({work}) THEN 64 ELSE 0 END",
        "CASE WHEN employment IS NULL THEN 0 WHEN employment <= 3 THEN 128 WHEN employment = 4 THEN 256 ELSE 384 END",
        "CASE WHEN relevance IS NULL THEN 0 WHEN relevance >= 3 THEN 1024 ELSE 512 END",
        "CASE WHEN umk_reached IS NULL THEN 0 WHEN umk_reached THEN 4096 ELSE 2048 END",
    )
    return " + ".join(parts)


def _numbered(column: str, values: Iterable[str], times: int) -> str:
    whens = " ".join(f"WHEN '{value}' THEN {number * times}" for number, value in enumerate(values, 1))
    return f"CASE {column} {whens} ELSE 0 END"
