"""Sums of a selection: how many applicants get what."""

from dataclasses import dataclass

from conversations.context import Context
from records import placements
from records.ranking import Outcome


@dataclass(frozen=True, slots=True)
class Sums:
    """How many get what, over all classes; of a reserve of two classes one is counted."""

    selected: int
    reserve: int
    absent: int
    others: int

    @property
    def total(self) -> int:
        return self.selected + self.reserve + self.absent + self.others


def sums(context: Context, selection_id: int) -> Sums:
    """Counted by applicant: her best outcome."""
    best: dict[int, Outcome] = {}
    order = [Outcome.SELECTED, Outcome.RESERVE, Outcome.ABSENT]
    for row in placements.of_selection(context.session, selection_id):
        outcome = Outcome(row.outcome)
        known = best.get(row.application_id)
        if known is None or (outcome in order and (known not in order or order.index(outcome) < order.index(known))):
            best[row.application_id] = outcome
    counted = [sum(outcome is each for outcome in best.values()) for each in order]
    return Sums(counted[0], counted[1], counted[2], len(best) - sum(counted))
