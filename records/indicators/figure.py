"""The figure: placement with the denominators that make a percentage honest.

N graduates less deaths; T those the question reached; R those who answered what their main activity is; E those working
(BPS: at least one hour in the last seven days, or temporarily absent from work).
"""

from dataclasses import dataclass
from enum import StrEnum

HEADLINE_RESPONSE = 0.5
SMALL_CELL = 5


class Withheld(StrEnum):
    """Why no percentage is told."""

    NOBODY_GRADUATED = "nobody graduated"
    NOBODY_ANSWERED = "nobody answered"
    TOO_FEW_ANSWERED = "too few answered"


@dataclass(frozen=True, slots=True)
class Figure:
    """Placement of one group at one wave, in persons' enrolments.

    `undetermined` are those of the answered who told their main activity, which is not work, and left before saying
    whether they work all the same: like the silent, they may. Of the working, `before_known` told at re-registration
    whether they worked before the training, and `worked_before` did.
    """

    graduates: int
    reached: int
    answered: int
    working: int
    main_activity_work: int
    undetermined: int = 0
    worked_before: int = 0
    before_known: int = 0

    @property
    def share(self) -> float | None:
        """Placement among respondents, E/R."""
        return self.working / self.answered if self.answered else None

    @property
    def main_share(self) -> float | None:
        """Those whose main activity is work (Q1 1 to 3), over R."""
        return self.main_activity_work / self.answered if self.answered else None

    @property
    def lower(self) -> float | None:
        """Nobody of whom it is not known works: E/N."""
        return self.working / self.graduates if self.graduates else None

    @property
    def upper(self) -> float | None:
        """Everybody of whom it is not known works: (E + N - R)/N, of R those whose answers determine it."""
        if not self.graduates:
            return None
        return (self.working + self.undetermined + self.graduates - self.answered) / self.graduates

    @property
    def response(self) -> float | None:
        """Gross response, R/N."""
        return self.answered / self.graduates if self.graduates else None

    @property
    def net_response(self) -> float | None:
        """Net response, R/T."""
        return self.answered / self.reached if self.reached else None

    @property
    def silent(self) -> int:
        """How many did not answer."""
        return self.graduates - self.answered

    @property
    def withheld(self) -> Withheld | None:
        """Below half of the graduates answering, no percentage is told."""
        if not self.graduates:
            return Withheld.NOBODY_GRADUATED
        if not self.answered:
            return Withheld.NOBODY_ANSWERED
        return None if self.answered >= HEADLINE_RESPONSE * self.graduates else Withheld.TOO_FEW_ANSWERED

    @property
    def is_headline(self) -> bool:
        """Whether a percentage may be told."""
        return self.withheld is None
