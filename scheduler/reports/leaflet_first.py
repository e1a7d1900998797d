"""The first page: the sentence, the numbers behind it, both definitions, and what the graduates do month by month."""

from scheduler.paper import GREY, INK, Paper
from scheduler.pictures.values import Column, State
from scheduler.reports.leaflet import Leaflet
from scheduler.reports.printing import Printer, rgb

INDIGO, MIDDLE, LIGHT, FAINT = rgb("#1f4e79"), rgb("#6f9bc4"), rgb("#cfdeed"), rgb("#e3dfd6")
WHITE = (255, 255, 255)
STEPS = (FAINT, LIGHT, MIDDLE, INDIGO)
STATES = {
    State.WORKING: INDIGO,
    State.OJT: rgb("#a8571a"),
    State.UNEMPLOYED: rgb("#e0a94a"),
    State.OUTSIDE: rgb("#8f9aa6"),
    State.UNKNOWN: rgb("#dcd7cc"),
}
ON_DARK = (State.WORKING, State.OJT)
STEP_MM, NUMBER_MM, TRACK_MM, MONTH_MM = 10.4, 18.0, 5.0, 22.0
# The months share what is left of the page.
STATE_MM, STATES_MM = 10.0, 50.0
LEAST_FOR_COUNT_MM = 6.0


def draw(paper: Paper, leaflet: Leaflet) -> None:
    printer = Printer(paper)
    _heading(printer, leaflet)
    _steps(printer, leaflet)
    _certain(printer, leaflet)
    _definitions(printer, leaflet)
    _states(printer, leaflet)


def _heading(printer: Printer, leaflet: Leaflet) -> None:
    printer.words(leaflet.centre, 9, colour=GREY)
    printer.words(leaflet.title, 20, bold=True)
    printer.words(leaflet.subtitle, 11)
    printer.words(leaflet.number, 9, colour=GREY)
    printer.down(4)
    printer.rule()
    printer.down(6)
    printer.words(leaflet.headline, 15, bold=True, colour=INDIGO if leaflet.share is not None else INK)
    printer.down(7)


def _steps(printer: Printer, leaflet: Leaflet) -> None:
    """N, T, R and E under each other, each as long as its part of N."""
    most = max((count for count, _words in leaflet.steps), default=0) or 1
    room = printer.width - NUMBER_MM
    for (count, words), colour in zip(leaflet.steps, STEPS, strict=True):
        length = room * count / most
        number = f"{count:,}".replace(",", ".")
        printer.at(printer.left, printer.y + 2.1, number, 14, NUMBER_MM - 3, bold=True, align="R")
        printer.box(printer.left + NUMBER_MM, printer.y, max(length, 0.4), STEP_MM - 1.6, colour)
        _step_words(printer, words, length, dark=colour == INDIGO)
        printer.down(STEP_MM)
    printer.down(4)


def _step_words(printer: Printer, words: str, length: float, *, dark: bool) -> None:
    """In the bar where they fit, else behind it."""
    fits = length > printer.width_of(words, 10) + 6
    x = printer.left + NUMBER_MM + (3 if fits else length + 2)
    printer.at(x, printer.y + 2.7, words, 10, 120, colour=WHITE if dark and fits else INK)


def _certain(printer: Printer, leaflet: Leaflet) -> None:
    """Between which shares of all graduates the truth lies."""
    if leaflet.lower is not None and leaflet.upper is not None:
        x, room = printer.left + NUMBER_MM, printer.width - NUMBER_MM
        y = printer.y + TRACK_MM / 2
        printer.box(x, y - 0.6, room, 1.2, FAINT)
        length = max(room * (leaflet.upper - leaflet.lower), 0.8)
        printer.box(x + room * leaflet.lower, y - TRACK_MM / 2, length, TRACK_MM, LIGHT)
        if leaflet.share is not None:
            printer.box(x + room * leaflet.share - 0.9, y - TRACK_MM / 2 - 1, 1.8, TRACK_MM + 2, INDIGO)
        printer.down(TRACK_MM + 3)
    printer.words(leaflet.certain, 10, left=NUMBER_MM)
    printer.down(8)


def _definitions(printer: Printer, leaflet: Leaflet) -> None:
    """Side by side, so that nobody quotes one for the other."""
    printer.words(leaflet.definitions_title, 12, bold=True)
    printer.down(1.5)
    top, lowest = printer.y, printer.y
    width = (printer.width - 8) / len(leaflet.definitions)
    for n, definition in enumerate(leaflet.definitions):
        left = n * (width + 8)
        printer.move(top)
        printer.words(definition.name, 10, colour=GREY, left=left, room=width)
        printer.words(definition.told, 22, bold=True, left=left, room=width)
        printer.words(definition.words, 9.5, left=left, room=width)
        lowest = max(lowest, printer.y)
    printer.move(lowest + 2)
    printer.words(leaflet.before, 10)
    printer.down(8)


def _states(printer: Printer, leaflet: Leaflet) -> None:
    printer.words(leaflet.states_title, 12, bold=True)
    printer.down(1.5)
    if not leaflet.columns:
        printer.words(leaflet.no_states, 9.5, colour=GREY)
        return
    height = min(STATE_MM, STATES_MM / len(leaflet.columns))
    for column in leaflet.columns:
        _month(printer, column, height)
    printer.down(1)
    _names(printer, leaflet)


def _month(printer: Printer, column: Column, height: float) -> None:
    printer.at(printer.left, printer.y + height / 2 - 2.4, column.label, 10, MONTH_MM - 2)
    x, room = printer.left + MONTH_MM, printer.width - MONTH_MM
    for state, count in column.counts:
        width = room * count / max(column.total, 1)
        printer.box(x, printer.y, width, height - 1.6, STATES[state])
        if width >= LEAST_FOR_COUNT_MM:
            colour = WHITE if state in ON_DARK else INK
            printer.at(x, printer.y + height / 2 - 2.5, str(count), 10, width, bold=True, colour=colour, align="C")
        x += width
    printer.down(height)


def _names(printer: Printer, leaflet: Leaflet) -> None:
    """What the colours mean, in a row as long as there is room."""
    shown = {state for column in leaflet.columns for state, count in column.counts if count}
    x = printer.left + MONTH_MM
    for state, name in leaflet.states:
        if state not in shown:
            continue
        width = 5.5 + printer.width_of(name, 8.5) + 5
        if x + width > printer.left + printer.width + 5:
            x = printer.left + MONTH_MM
            printer.down(5)
        printer.box(x, printer.y, 4, 3, STATES[state])
        printer.at(x + 5.5, printer.y, name, 8.5, width)
        x += width
    printer.down(6)
