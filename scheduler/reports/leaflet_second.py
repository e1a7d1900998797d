"""The second page: the trades with their bounds, the response, the time to work, the officers' work, the method."""

from scheduler.paper import GREY, Paper
from scheduler.reports.leaflet import Grid, Leaflet
from scheduler.reports.printing import Printer

TRADES_HIGHEST, TRADES_LOWEST, ROW_MM = 7.2, 3.0, 6.0
FIRST, HEAD_POINTS = 0.38, 8.0
# What the page holds, and what the parts below the trades need.
BOTTOM_MM, LINE_MM = 278.0, 4.6


def draw(paper: Paper, leaflet: Leaflet) -> None:
    printer = Printer(paper)
    below = _height_below(printer, leaflet)
    rows = max(len(leaflet.trades.rows), 1) + 1
    row = min(TRADES_HIGHEST, max(TRADES_LOWEST, (BOTTOM_MM - printer.y - below - 16) / rows))
    _grid(printer, leaflet.trades, row)
    _grid(printer, leaflet.response, ROW_MM)
    _part(printer, leaflet.waiting_title, (leaflet.waiting,))
    _part(printer, leaflet.officers_title, leaflet.officers)
    _part(printer, leaflet.method_title, leaflet.method)


def _height_below(printer: Printer, leaflet: Leaflet) -> float:
    """Of everything under the trades."""
    response = (len(leaflet.response.rows) + 1) * ROW_MM + 14
    said = ((leaflet.waiting,), leaflet.officers, leaflet.method)
    return response + sum(12 + sum(printer.lines(words, 9.5) for words in part) * LINE_MM for part in said)


def _part(printer: Printer, title: str, said: tuple[str, ...]) -> None:
    printer.words(title, 12, bold=True)
    printer.down(0.5)
    for words in said:
        printer.words(words, 9.5)
    printer.down(4)


def _grid(printer: Printer, grid: Grid, row_mm: float) -> None:
    """Rows of one line each: what is too long for its column gets smaller, then an ellipsis."""
    printer.words(grid.title, 12, bold=True)
    printer.down(1)
    points = min(9.5, row_mm * 1.75)
    first = printer.width * FIRST
    width = (printer.width - first) / (len(grid.heads) - 1)
    for n, row in enumerate((grid.heads, *grid.rows)):
        y = printer.y + (row_mm - points * 0.36) / 2
        if n == 0:
            printer.box(printer.left, printer.y, printer.width, row_mm, (238, 240, 243))
        for place, words in enumerate(row):
            room = (first if place == 0 else width) - 2
            x = printer.left + 1 + (0 if place == 0 else first + (place - 1) * width)
            size = min(points, HEAD_POINTS) if n == 0 else points
            printer.fitted(x, y, words, size, room, bold=n == 0, align="L" if place == 0 else "R")
        printer.down(row_mm)
        printer.rule()
    printer.down(1)
    if grid.note:
        printer.words(grid.note, 8, colour=GREY)
    printer.down(3)
