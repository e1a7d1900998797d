"""The applicant's facts: the class she applies for, and what the centre's profile says of places."""

from dataclasses import dataclass
from datetime import date

from records.profile import Profile
from records.requirements import Requirements


@dataclass(frozen=True, slots=True)
class Facts:
    """The class applied for, and what the centre's profile says of places."""

    programme: str
    cohort: str
    cohort_id: int
    starts_on: date
    requirements: Requirements
    profile: Profile
    today: date
