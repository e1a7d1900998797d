"""Cuts: whose figure is asked for. What is left open is not cut by."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

# Stands for what is not known of somebody: whoever lives outside the city has no kecamatan here.
UNKNOWN = "x"
_CODE = re.compile(
    r"(?P<wave>[0-9]{1,2})(-c(?P<cohort>[0-9]{1,9}))?(-p(?P<programme>[0-9]{1,9}))?(-y(?P<year>[0-9]{4}))?"
    r"(-s(?P<sex>[A-Zx]))?(-k(?P<kecamatan>[0-9.x]{1,12}))?",
    re.ASCII,
)


class By(StrEnum):
    """What the rows of a table differ in."""

    COHORT = "cohort"
    PROGRAMME = "programme"
    YEAR = "year"
    SEX = "sex"
    KECAMATAN = "kecamatan"
    WAVE = "wave"


@dataclass(frozen=True, slots=True)
class Cut:
    """All of what is given holds: a cohort, a programme, the year of the cohort, sex ("P", "L"), the code of a
    kecamatan; of the last two also UNKNOWN.
    """

    cohort_id: int | None = None
    programme_id: int | None = None
    year: int | None = None
    sex: str | None = None
    kecamatan: str | None = None

    def to(self, by: By, key: str) -> "Cut":
        """The same, cut down to one row of a table."""
        match by:
            case By.COHORT:
                return replace(self, cohort_id=int(key))
            case By.PROGRAMME:
                return replace(self, programme_id=int(key))
            case By.YEAR:
                return replace(self, year=int(key))
            case By.SEX:
                return replace(self, sex=key)
            case By.KECAMATAN:
                return replace(self, kecamatan=key)
            case By.WAVE:
                return self

    def without(self, by: By) -> "Cut":
        """The same, not cut by this any more."""
        match by:
            case By.COHORT:
                return replace(self, cohort_id=None)
            case By.PROGRAMME:
                return replace(self, programme_id=None)
            case By.YEAR:
                return replace(self, year=None)
            case By.SEX:
                return replace(self, sex=None)
            case By.KECAMATAN:
                return replace(self, kecamatan=None)
            case By.WAVE:
                return self

    def code(self, wave: int) -> str:
        """A cut and a wave as a button carries them: `6-c2-p5-y2026-sP-k33.75.01`."""
        parts = (
            ("c", self.cohort_id),
            ("p", self.programme_id),
            ("y", self.year),
            ("s", self.sex),
            ("k", self.kecamatan),
        )
        return f"{wave}" + "".join(f"-{letter}{value}" for letter, value in parts if value is not None)


def read(code: str) -> tuple[Cut, int] | None:
    """The cut and the wave that `Cut.code` wrote; None where it is something else."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    cohort, programme, year = (None if found[name] is None else int(found[name]) for name in _NUMBERS)
    return Cut(cohort, programme, year, found["sex"], found["kecamatan"]), int(found["wave"])


_NUMBERS = ("cohort", "programme", "year")
