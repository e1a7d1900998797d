"""Careers: what really becomes of a graduate, month by month, and what she would say of it. Invented, by dice."""

from dataclasses import dataclass
from random import Random

# What somebody does, in the words of the field: paid work with a regular employer or by the day, a business with
# nobody, with helpers or with paid staff, the family's business; work beside something else; and what is no work.
WORKING = ("regular", "daily", "alone", "helpers", "employer", "family")
SIDELINE = ("school_hour", "household_hour", "resting")
IDLE = ("seeking", "preparing", "household", "school", "other")
MONTHS = 14
UNTIL = ((1, "0-1"), (3, "2-3"), (6, "4-6"), (12, "7-12"))


@dataclass(frozen=True, slots=True)
class Career:
    """`months[m]` is what she does m months after the training; `since` how the questionnaire words when that began."""

    months: tuple[str, ...]
    since: str

    def at(self, wave: int) -> str:
        return self.months[wave]

    def works_at(self, wave: int) -> bool:
        """At least an hour in seven days, or resting from a job that she has."""
        return self.at(wave) in (*WORKING, *SIDELINE)


def career(dice: Random) -> Career:
    """She has worked since before, finds work in some month, or never does; few lose it again."""
    begins = dice.choices((0, 1, 2, 3, 4, 5, 6, 8, 10, 99), (16, 14, 8, 8, 6, 5, 4, 5, 4, 30))[0]
    job = dice.choices((*WORKING, *SIDELINE), (26, 14, 22, 8, 4, 8, 6, 6, 6))[0]
    before = "ojt" if begins > 1 and dice.random() < 0.15 else dice.choices(IDLE, (40, 15, 20, 15, 10))[0]
    after_ojt = dice.choices(IDLE[:2], (70, 30))[0]
    loses = begins + dice.randint(2, 8) if dice.random() < 0.12 else 99
    months = []
    for month in range(MONTHS):
        if month < begins:
            months.append(after_ojt if before == "ojt" and month > 2 else before)
        else:
            months.append("seeking" if month >= loses else job)
    return Career(tuple(months), _since(dice, begins))


def _since(dice: Random, begins: int) -> str:
    """As the buttons say it."""
    if begins == 0:
        return dice.choice(("before", "during"))
    return next(
        (label for most, label in ((1, "0-1"), (3, "2-3"), (6, "4-6"), (12, "7-12")) if begins <= most), "never"
    )
