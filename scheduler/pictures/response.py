"""Response by wave: bars within bars. The faint one is all graduates; in it lie those reached, those who answered, and
those of them who work.
"""

from scheduler.canvas import Sheet
from scheduler.pictures.page import (
    FAINT,
    INDIGO,
    INK,
    LEFT,
    LIGHT,
    LINE_HEIGHT,
    MIDDLE,
    MUTED,
    NAME,
    RIGHT,
    ROOM,
    SMALL,
    closed,
    empty,
    opened,
    paragraph,
)
from scheduler.pictures.values import Asked, Response

COLOURS = (FAINT, LIGHT, MIDDLE, INDIGO)
BAR, KEY = 46, 30


def draw(chart: Response) -> bytes:
    sheet = opened(chart.frame)
    if not chart.waves:
        empty(sheet, chart.frame)
        return closed(sheet, chart.frame)
    _keys(sheet, chart.keys)
    for wave in chart.waves:
        _wave(sheet, wave)
    return closed(sheet, chart.frame)


def _keys(sheet: Sheet, words: tuple[str, ...]) -> None:
    for colour, key in zip(COLOURS, words, strict=True):
        first = sheet.y + SMALL * LINE_HEIGHT
        paragraph(sheet, key, SMALL, MUTED, left=LEFT + 56, room=ROOM - 56)
        sheet.box(LEFT, LEFT + KEY + 6, first - SMALL * 0.86, first + 4, colour)
        sheet.down(5)
    sheet.down(6)


def _wave(sheet: Sheet, wave: Asked) -> None:
    sheet.down(32 + NAME)
    sheet.text(LEFT, sheet.y, wave.label, NAME, INK if wave.due else MUTED, bold=True)
    sheet.text(RIGHT, sheet.y, wave.told, NAME, INDIGO if wave.due else MUTED, bold=wave.due, at="right")
    sheet.down(14)
    counts = (wave.graduates, wave.reached, wave.answered, wave.working) if wave.due else (wave.graduates,)
    for colour, count in zip(COLOURS, counts, strict=False):
        if count:
            width = ROOM * count / max(wave.graduates, 1)
            sheet.box(LEFT, LEFT + width, sheet.y, sheet.y + BAR, colour)
    sheet.down(BAR)
    if wave.detail:
        paragraph(sheet, wave.detail, SMALL, MUTED)
