"""The flow from wave to wave: a column a wave, cut by what people do; rivers between the columns say who changed."""

from scheduler.canvas import Sheet, width_of
from scheduler.pictures.page import (
    INDIGO,
    INK,
    LEFT,
    LINE_HEIGHT,
    MUTED,
    RIGHT,
    ROOM,
    SMALL,
    closed,
    empty,
    opened,
)
from scheduler.pictures.values import Column, Flow, Passage, State

# Told apart by lightness first: dark blue, brown, sand, grey, almost paper.
COLOURS = {
    State.WORKING: INDIGO,
    State.OJT: "#a8571a",
    State.UNEMPLOYED: "#e0a94a",
    State.OUTSIDE: "#8f9aa6",
    State.UNKNOWN: "#dcd7cc",
}
ON_DARK = {State.WORKING, State.OJT}
ORDER = tuple(State)
HEIGHT, BREADTH, GAP = 760, 104, 10
HEAD, COUNT, LEAST_FOR_COUNT = 27, 30, 30
# Where each state of a column begins and ends on the sheet.
Spans = dict[State, tuple[float, float]]


def draw(chart: Flow) -> bytes:
    sheet = opened(chart.frame)
    if not any(column.total for column in chart.columns):
        empty(sheet, chart.frame)
        return closed(sheet, chart.frame)
    _names(sheet, chart)
    sheet.down(COUNT + 30)
    head, top = sheet.y, sheet.y + 18
    lefts = _lefts(len(chart.columns))
    spans = [_spans(column, top) for column in chart.columns]
    for column, left, span in zip(chart.columns, lefts, spans, strict=True):
        _head(sheet, column.label, left, head)
        _column(sheet, column, left, span)
    for n, passages in enumerate(chart.passages):
        _rivers(sheet, chart.columns[n : n + 2], passages, (lefts[n] + BREADTH, lefts[n + 1]), spans[n : n + 2])
    sheet.y = top + HEIGHT
    return closed(sheet, chart.frame)


def _names(sheet: Sheet, chart: Flow) -> None:
    """The colours with their words, as many on a line as fit."""
    shown = {state for column in chart.columns for state, count in column.counts if count}
    x = float(LEFT)
    sheet.down(SMALL * LINE_HEIGHT)
    for state, name in chart.names:
        if state not in shown:
            continue
        width = 46 + width_of(name, SMALL) + 34
        if x > LEFT and x + width - 34 > RIGHT:
            x = float(LEFT)
            sheet.down(SMALL * LINE_HEIGHT + 8)
        sheet.box(x, x + 34, sheet.y - SMALL * 0.86, sheet.y + 4, COLOURS[state])
        sheet.text(x + 46, sheet.y, name, SMALL, MUTED)
        x += width


def _head(sheet: Sheet, label: str, left: float, y: float) -> None:
    """Over the middle of its column, as far as the margins allow."""
    half = width_of(label, HEAD, bold=True) / 2
    middle = min(max(left + BREADTH / 2, LEFT + half), RIGHT - half)
    sheet.text(middle, y, label, HEAD, INK, bold=True, at="center")


def _lefts(number: int) -> list[float]:
    """Evenly over the width; a single column stands in the middle."""
    if number == 1:
        return [LEFT + (ROOM - BREADTH) / 2]
    step = (ROOM - BREADTH) / (number - 1)
    return [LEFT + n * step for n in range(number)]


def _spans(column: Column, top: float) -> Spans:
    counts = dict(column.counts)
    present = [state for state in ORDER if counts.get(state)]
    scale = (HEIGHT - GAP * (len(present) - 1)) / max(column.total, 1)
    spans: Spans = {}
    y = top
    for state in present:
        spans[state] = (y, y + counts[state] * scale)
        y = spans[state][1] + GAP
    return spans


def _column(sheet: Sheet, column: Column, left: float, spans: Spans) -> None:
    for state, count in column.counts:
        if not count:
            continue
        upper, lower = spans[state]
        sheet.box(left, left + BREADTH, upper, lower, COLOURS[state])
        if lower - upper >= LEAST_FOR_COUNT:
            colour = "#ffffff" if state in ON_DARK else INK
            middle = (upper + lower) / 2 + COUNT * 0.36
            sheet.text(left + BREADTH / 2, middle, str(count), COUNT, colour, bold=True, at="center", rim=False)


def _rivers(
    sheet: Sheet,
    columns: tuple[Column, ...],
    passages: tuple[Passage, ...],
    between: tuple[float, float],
    spans: list[Spans],
) -> None:
    """Those who leave a state, in the order of where they go; those who come, in the order of where they were."""
    totals = [dict(column.counts) for column in columns]
    left = {state: upper for state, (upper, _lower) in spans[0].items()}
    right = {state: upper for state, (upper, _lower) in spans[1].items()}
    for before, after, count in sorted(passages, key=lambda p: (ORDER.index(p[0]), ORDER.index(p[1]))):
        if not count or before not in left or after not in right:
            continue
        out = count / totals[0][before] * (spans[0][before][1] - spans[0][before][0])
        into = count / totals[1][after] * (spans[1][after][1] - spans[1][after][0])
        sides = (between[0], left[before], left[before] + out), (between[1], right[after], right[after] + into)
        sheet.band(*sides, COLOURS[before])
        left[before] += out
        right[after] += into
