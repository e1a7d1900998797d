"""Requirements of a class: rules as data, since they vary by funding source and by year."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True, slots=True)
class Requirements:
    """Ages are in completed years on the first day of the class; None means no bound."""

    residents_only: bool = True
    minimum_age: int = 18
    maximum_age: int | None = None

    def to_json(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Requirements":
        return cls(**json.loads(text))


def age_on(birth_date: date, day: date) -> int:
    """Completed years."""
    return relativedelta(day, birth_date).years
