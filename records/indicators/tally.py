"""Tallies: how many of a group are what. Each is a number of enrolments: a person in two classes counts in each."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both counted; without a whole there is no share."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Tally:
    """N graduates less deaths, T reached, R answered Q1, E working; the rest are parts of these.

    Of the answered: working, ojt, unemployed, outside, and undetermined (whoever left before saying whether she works).
    Of the working: `before_known` told at wave 0 what they did before the training, `worked_before` worked then;
    `self_employed` have the BPS status 1 to 3; `relevance_told` and `wage_told` answered Q4 and, being employees
    (BPS 4), Q5. `retention_asked` worked at month 6 and answered at 12 as well, `retained` worked then too.
    `examined` sat the competency test.
    """

    graduates: int = 0
    reached: int = 0
    answered: int = 0
    working: int = 0
    undetermined: int = 0
    ojt: int = 0
    unemployed: int = 0
    outside: int = 0
    main_activity_work: int = 0
    before_known: int = 0
    worked_before: int = 0
    self_employed: int = 0
    relevance_told: int = 0
    relevant: int = 0
    wage_told: int = 0
    wage_reached: int = 0
    retention_asked: int = 0
    retained: int = 0
    examined: int = 0
    competent: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in NAMES))


NAMES = tuple(field.name for field in fields(Tally))
