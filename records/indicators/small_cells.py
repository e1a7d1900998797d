"""Small cells: what is public must not tell of so few that one knows who they are.

A row is withheld where fewer than five answered, or fewer than five of them work, or fewer than five do not: each of
these numbers stands in it or can be computed from it (statistical disclosure control: Hundepool et al., 2012, primary
and complementary suppression). Then more rows are withheld, those with the fewest answers first, until what is withheld
is two rows or more, and could itself be told as one row: no single cell is the total less the others then.

It guards one table with its total. Whoever publishes tables that overlap (by sex and by kecamatan) publishes only sums
of cells of both; do not publish crossed ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from records.indicators.figure import SMALL_CELL, Figure
from records.indicators.tables import Table


@dataclass(frozen=True, slots=True)
class PublicRow:
    """A row; `figure` None: withheld."""

    key: str
    name: str
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Public:
    """A table as anybody may see it."""

    total: Figure | None
    rows: tuple[PublicRow, ...]


def published(table: Table) -> Public:
    """What of a table may be public."""
    figures = [row.indicators.figure for row in table.rows]
    total = table.total.figure
    hidden = withheld(figures) if tellable(total.answered, total.working) else set(range(len(figures)))
    rows = [
        PublicRow(row.key, row.name, None if place in hidden else row.indicators.figure)
        for place, row in enumerate(table.rows)
    ]
    return Public(total if tellable(total.answered, total.working) else None, tuple(rows))


def tellable(answered: int, working: int) -> bool:
    """Whether the numbers of a group are large enough."""
    return min(answered, working, answered - working) >= SMALL_CELL


def withheld(figures: Sequence[Figure]) -> set[int]:
    """The places of the rows that must not be told beside their total."""
    by_size = sorted(range(len(figures)), key=lambda place: (figures[place].answered, figures[place].graduates, place))
    hidden = {place for place in by_size if not tellable(figures[place].answered, figures[place].working)}
    for place in by_size:
        if not hidden or _is_safe([figures[one] for one in hidden]):
            break
        hidden.add(place)
    return hidden


def _is_safe(hidden: Sequence[Figure]) -> bool:
    answered, working = sum(one.answered for one in hidden), sum(one.working for one in hidden)
    return len(hidden) > 1 and tellable(answered, working)
