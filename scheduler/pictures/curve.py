"""Time to the first job: a stair that rises as people begin to work, the month marked at which half of them had."""

from scheduler.canvas import Sheet
from scheduler.pictures.page import (
    FAINT,
    INDIGO,
    INK,
    LEFT,
    MUTED,
    NAME,
    RIGHT,
    SMALL,
    SOGA,
    TEXT,
    closed,
    empty,
    opened,
    paragraph,
)
from scheduler.pictures.values import Curve

HEIGHT, AXIS_ROOM = 560, 92
X0, X1 = LEFT + AXIS_ROOM, RIGHT - 24
SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)


def draw(chart: Curve) -> bytes:
    sheet = opened(chart.frame)
    if not chart.steps:
        empty(sheet, chart.frame)
        return closed(sheet, chart.frame)
    paragraph(sheet, chart.median_told, NAME + 5, SOGA if chart.median is not None else INK, bold=True)
    sheet.down(34)
    top = sheet.y
    _grid(sheet, chart, top)
    _stair(sheet, chart, top)
    _median(sheet, chart, top)
    sheet.y = top + HEIGHT
    _months(sheet, chart)
    return closed(sheet, chart.frame)


def _x(chart: Curve, month: float) -> float:
    return X0 + (X1 - X0) * month / chart.ticks[-1]


def _y(top: float, share: float) -> float:
    return top + HEIGHT * (1 - share)


def _grid(sheet: Sheet, chart: Curve, top: float) -> None:
    for share in SCALE:
        y = _y(top, share)
        sheet.line(X0, y, X1, y, FAINT, 2)
        number = chart.percent.format(number=round(share * 100))
        sheet.text(X0 - 16, y + SMALL * 0.36, number, SMALL, MUTED, at="right")


def _stair(sheet: Sheet, chart: Curve, top: float) -> None:
    """Flat until somebody begins, then up; to the end of what was asked."""
    points: list[tuple[float, float]] = [(X0, _y(top, 0.0))]
    for month, share in chart.steps:
        x = _x(chart, month)
        points += [(x, points[-1][1]), (x, _y(top, share))]
    sheet.path([*points, (X1 + 20, points[-1][1])], INDIGO, 7)


def _median(sheet: Sheet, chart: Curve, top: float) -> None:
    if chart.median is None:
        return
    x, y = _x(chart, chart.median), _y(top, 0.5)
    sheet.path([(X0, y), (x, y), (x, _y(top, 0))], SOGA, 4, dashed=True)
    sheet.dot(x, y, 15, SOGA, "#ffffff")


def _months(sheet: Sheet, chart: Curve) -> None:
    """The axis, and below it on how many people the stair rests."""
    sheet.down(SMALL + 16)
    for month in chart.ticks:
        sheet.text(_x(chart, month), sheet.y, str(month), SMALL, INK, bold=True, at="center")
    sheet.down(4)
    paragraph(sheet, chart.axis, SMALL, MUTED, left=X0)
    sheet.down(18)
    paragraph(sheet, chart.note, TEXT, INK)
