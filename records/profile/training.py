"""Training and what comes of it: attendance, certificates, BNSP, the incubator."""

from typing import Literal

from pydantic import Field, field_validator

from records.profile.part import Part, PositiveInt


class TrainingRules(Part):
    """Attendance: the least share (percent) that passes, whether leave counts as attended, and at how many days absent
    staff are warned. `bring`: what participants bring on the first day. `survey_days`: how long a class may answer how
    satisfied it is.
    """

    minimum_attendance: int = Field(80, ge=0, le=100)
    excused_counts: bool = False
    warn_at_absences: PositiveInt = 2
    bring: tuple[str, ...] = ()
    survey_days: PositiveInt = 14


class CertificateRules(Part):
    """`number` is made of {serial}, {class_code}, {month} (roman) and {year}; `signer` is who signs the original."""

    number: str = "{serial:04d}/{class_code}/{month}/{year}"
    signer: str

    @field_validator("number")
    @classmethod
    def counts_up(cls, pattern: str) -> str:
        try:
            made = [pattern.format(serial=n, class_code="K", month="I", year=2026) for n in (1, 2)]
        except (KeyError, IndexError, ValueError) as wrong:
            raise ValueError("a number is made of {serial}, {class_code}, {month} and {year}") from wrong
        if made[0] == made[1]:
            raise ValueError("a number must hold {serial}")
        return pattern


class BnspRules(Part):
    """How many years a BNSP certificate is valid, and how many days before its end its owner is reminded."""

    years: PositiveInt = 3
    remind_days: tuple[PositiveInt, ...] = (90, 30)


class IncubatorRules(Part):
    """How many of each kejuruan go to the incubator, and by what they are ordered, the most important first."""

    places: PositiveInt = 3
    criteria: tuple[Literal["score", "competency", "attendance"], ...] = ("score", "competency", "attendance")
