"""The report of two pages for the head of the department: everything that is printed, as plain values and words."""

from dataclasses import dataclass
from datetime import datetime

from scheduler.pictures.values import Column, State


@dataclass(frozen=True, slots=True)
class Definition:
    """A way to count who works: what it is called, its percentage in words, and what it counts."""

    name: str
    told: str
    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table: a title, heads, rows of words; the first column is to the left, the others to the right."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """`headline` is the sentence to quote, or why there is none; `steps` are N, T, R and E with their words, `share`,
    `lower` and `upper` the placement (None where none may be told) and its bounds, `certain` the words below them.
    """

    centre: str
    title: str
    subtitle: str
    number: str
    headline: str
    steps: tuple[tuple[int, str], ...]
    share: float | None
    lower: float | None
    upper: float | None
    certain: str
    definitions_title: str
    definitions: tuple[Definition, ...]
    before: str
    states_title: str
    states: tuple[tuple[State, str], ...]
    columns: tuple[Column, ...]
    no_states: str
    trades: Grid
    response: Grid
    waiting_title: str
    waiting: str
    officers_title: str
    officers: tuple[str, ...]
    method_title: str
    method: tuple[str, ...]
    foot: str
    made_at: datetime


def pdf(leaflet: Leaflet) -> bytes:
    """Two pages of A4. For the process for slow work."""
    from scheduler.paper import Paper
    from scheduler.reports import leaflet_first, leaflet_second

    paper = Paper(leaflet.title, leaflet.foot, made_at=leaflet.made_at)
    paper.pdf.set_auto_page_break(False)
    leaflet_first.draw(paper, leaflet)
    paper.pdf.add_page()
    leaflet_second.draw(paper, leaflet)
    return paper.to_pdf()
