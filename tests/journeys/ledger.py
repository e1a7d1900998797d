"""An independent ledger of a selection: who should get what, reckoned from the scores alone, with nothing of ours."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Row:
    """One applicant: whole scores, classes by name, and the order in which she applied."""

    number: str
    first: str
    second: str | None
    written: int
    interview: int

    @property
    def total(self) -> int:
        """In hundredths, rounded half up."""
        return int(Fraction(60 * self.written + 40 * self.interview) + Fraction(1, 2))

    @property
    def order(self) -> tuple[int, int, str]:
        return (-self.total, -self.written, self.number)


@dataclass
class Ledger:
    """By class: the numbers selected, and the reserves in their order."""

    selected: dict[str, list[str]] = field(default_factory=dict)
    reserves: dict[str, list[str]] = field(default_factory=dict)

    def outcome(self, number: str) -> str:
        return "selected" if any(number in numbers for numbers in self.selected.values()) else "reserve"

    def class_of(self, number: str) -> str:
        return next(name for name, numbers in self.selected.items() if number in numbers)


def reckoned(rows: Iterable[Row], seats: dict[str, int]) -> Ledger:
    """First choices by their order; then second choices for the seats that are left; the others wait in that order."""
    every = sorted(rows, key=lambda row: row.order)
    ledger = Ledger()
    for name, count in seats.items():
        ledger.selected[name] = [row.number for row in every if row.first == name][:count]
    taken = {number for numbers in ledger.selected.values() for number in numbers}
    for name, count in seats.items():
        left = count - len(ledger.selected[name])
        ledger.selected[name] += [row.number for row in every if row.second == name and row.number not in taken][:left]
    taken = {number for numbers in ledger.selected.values() for number in numbers}
    for name in seats:
        first = [row.number for row in every if row.first == name and row.number not in taken]
        ledger.reserves[name] = first + [row.number for row in every if row.second == name and row.number not in taken]
    return ledger
