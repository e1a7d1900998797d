"""The public list of a selection, made to be pinned to the notice board: registration numbers, no names.

For each class those selected, by number, and the reserves in their order. For the process for slow work.
"""

from dataclasses import dataclass
from datetime import datetime

from scheduler.paper import Column, Paper, to_png

BLOCKS = 2
POINTS, LINE_MM = 11.0, 7.0


@dataclass(frozen=True, slots=True)
class Section:
    """One class: its lines are (registration number, result)."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class PublicList:
    """Every word of the paper, in the language it is posted in."""

    centre: str
    title: str
    subtitle: str
    decree: str
    columns: tuple[str, str]
    sections: tuple[Section, ...]
    none: str
    notes: tuple[str, ...]
    foot: str
    made_at: datetime


def as_pdf(listed: PublicList) -> bytes:
    paper = Paper(listed.title, listed.foot, made_at=listed.made_at)
    paper.text(listed.centre, "C", bold=True)
    paper.sized(listed.title, 22, "C", bold=True)
    paper.heading(listed.subtitle, "C")
    paper.text(listed.decree, "C")
    paper.gap(3)
    for section in listed.sections:
        paper.heading(section.heading)
        if section.lines:
            paper.table(_columns(listed), _rows(section), line_mm=LINE_MM, points=POINTS)
        else:
            paper.text(listed.none)
        paper.small(section.summary)
        paper.gap(3)
    for words in listed.notes:
        paper.text(words)
    return paper.to_pdf()


def as_png(listed: PublicList) -> bytes:
    """The first page, for a list that is one page long: a class with its reserves is."""
    return to_png(as_pdf(listed))


def _columns(listed: PublicList) -> list[Column]:
    number, result = listed.columns
    return [Column(number, 1.2), Column(result, 1.4)] * BLOCKS


def _rows(section: Section) -> list[list[str]]:
    """Side by side, read downwards: the first block holds the first half."""
    height = -(-len(section.lines) // BLOCKS)
    blocks = [section.lines[at * height : (at + 1) * height] for at in range(BLOCKS)]
    return [[cell for block in blocks for cell in (block[at] if at < len(block) else ("", ""))] for at in range(height)]
