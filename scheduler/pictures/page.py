"""The page around a drawing: a title, a subtitle, how to read it, and the source at its foot."""

from scheduler.canvas import Sheet, wrap
from scheduler.pictures.values import Frame

WIDTH, MARGIN = 1080, 60
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
ROOM = RIGHT - LEFT
PAPER, INK, MUTED, FAINT, RULE = "#fdfbf7", "#1c2733", "#5d6873", "#e3dfd6", "#c9c3b6"
# One hue from dark to light, so that it reads the same to the colour-blind and in a photocopy; soga marks one thing.
INDIGO, MIDDLE, LIGHT, SOGA = "#1f4e79", "#6f9bc4", "#cfdeed", "#a8571a"
TITLE, SUBTITLE, TEXT, NAME, SMALL = 44, 28, 28, 31, 25
LINE_HEIGHT = 1.34


def opened(frame: Frame) -> Sheet:
    """A sheet with its heading; `y` is below it."""
    sheet = Sheet(WIDTH, PAPER)
    sheet.down(36)
    paragraph(sheet, frame.title, TITLE, INK, bold=True)
    sheet.down(6)
    paragraph(sheet, frame.subtitle, SUBTITLE, MUTED)
    if frame.guide:
        sheet.down(16)
        paragraph(sheet, frame.guide, TEXT, INK)
    sheet.down(26)
    return sheet


def closed(sheet: Sheet, frame: Frame) -> bytes:
    sheet.down(34)
    sheet.line(LEFT, sheet.y, RIGHT, sheet.y, FAINT, 2)
    sheet.down(8)
    paragraph(sheet, frame.source, SMALL, MUTED)
    sheet.down(40)
    return sheet.png()


def empty(sheet: Sheet, frame: Frame) -> None:
    """In place of the drawing."""
    sheet.down(60)
    paragraph(sheet, frame.empty, NAME, MUTED)
    sheet.down(60)


def paragraph(
    sheet: Sheet, words: str, size: float, colour: str, *, bold: bool = False, left: float = LEFT, room: float = ROOM
) -> None:
    """Lines at a left margin; the sheet moves on below them."""
    for line in wrap(words, size, room, bold=bold):
        sheet.down(size * LINE_HEIGHT)
        sheet.text(left, sheet.y, line, size, colour, bold=bold)
