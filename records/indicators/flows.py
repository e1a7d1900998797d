"""Flows: from what the graduates did at one wave to what they do at another."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from records.indicators import cells
from records.indicators.cells import Cells
from records.indicators.cut import Cut

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Flow:
    """How many went from which status at one wave to which at the other: labour statuses, or SILENT."""

    before: int
    after: int
    moves: Mapping[tuple[str, str], int]

    @property
    def graduates(self) -> int:
        return sum(self.moves.values())


def flow(session: Session, cut: Cut, before: int, after: int) -> Flow:
    """Who is silent at a wave is a status of its own: a change is known only of those who answered twice."""
    return counted(cells.read(session, cut, after, also=(before,), apart=()), before)


def counted(found: Cells, before: int) -> Flow:
    """The flow of cells that are at hand, from one of their waves to that of the figure."""
    lay, moves = found.layout, Counter[tuple[str, str]]()
    for cell in found.by_place.values():
        for told, count in (cell.reached + cell.missed).items():
            first, last = lay.status(told, before), lay.status(told, lay.wave)
            moves[first or SILENT, last or SILENT] += count
    return Flow(before, lay.wave, dict(moves))
