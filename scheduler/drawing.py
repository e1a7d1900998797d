"""The drawing of a placement chart, made for the screen of a phone. Only the process for slow work loads this.

Every programme is a line from 0 to 100 percent. The dot is placement among those who answered; the bar behind it runs
from "nobody who was silent works" to "everybody who was silent works". One hue, told apart by lightness, so that it
reads the same to the colour-blind and in a photocopy.
"""

from scheduler.canvas import Sheet, width_of, wrap
from scheduler.charts import Chart, Row, Words

WIDTH, MARGIN = 1080, 60
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
ROOM = RIGHT - LEFT
PAPER, INK, MUTED, FAINT = "#fdfbf7", "#1c2733", "#5d6873", "#e3dfd6"
INDIGO, RANGE, SOGA = "#1f4e79", "#b3cbe3", "#a8571a"
TITLE, SUBTITLE, HEADLINE, WITHHELD, BOUNDS, NAME, PERCENT, SMALL = 44, 28, 76, 50, 29, 31, 36, 25
LINE_HEIGHT = 1.34
# Below its name a programme has its track, then room to the next one.
TRACK_BELOW, ROW_PITCH, DENSE_PITCH, DENSE_FROM = 28, 96, 84, 13
BAR, DOT = 16, 15
SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)


def draw(chart: Chart) -> bytes:
    """The chart as a PNG, as high as its rows need."""
    sheet = Sheet(WIDTH, PAPER)
    _heading(sheet, chart.words, chart.total is not None)
    _key(sheet, chart)
    _scale(sheet, chart.words)
    top = sheet.y
    pitch = ROW_PITCH if len(chart.rows) < DENSE_FROM else DENSE_PITCH
    for row in chart.rows:
        _row(sheet, row, chart, pitch)
    _grid(sheet, top)
    _footer(sheet, chart.words)
    return sheet.png()


def _at(share: float) -> float:
    return LEFT + share * ROOM


def _lines(sheet: Sheet, words: str, size: float, colour: str, bold: bool = False, room: float = ROOM) -> None:
    """A paragraph at the left margin; the sheet moves on below it."""
    for line in wrap(words, size, room, bold=bold):
        sheet.down(size * LINE_HEIGHT)
        sheet.text(LEFT, sheet.y, line, size, colour, bold=bold)


def _heading(sheet: Sheet, words: Words, told: bool) -> None:
    sheet.down(40)
    _lines(sheet, words.title, TITLE, INK, bold=True)
    sheet.down(4)
    _lines(sheet, words.subtitle, SUBTITLE, MUTED)
    sheet.down(26)
    size = HEADLINE if told else WITHHELD
    _lines(sheet, words.headline, size, INDIGO if told else INK, bold=True)
    sheet.down(8)
    _lines(sheet, words.bounds, BOUNDS, INK)


def _key(sheet: Sheet, chart: Chart) -> None:
    """What the dot, the bar and the tick mean."""
    sheet.down(34)
    sheet.line(LEFT, sheet.y, RIGHT, sheet.y, FAINT, 2)
    sheet.down(12)
    for sign, words in (("dot", chart.words.mark), ("bar", chart.words.range), ("tick", chart.words.line)):
        if sign == "tick" and chart.total is None:
            continue
        first = sheet.y + SMALL * LINE_HEIGHT
        for line in wrap(words, SMALL, ROOM - 76):
            sheet.down(SMALL * LINE_HEIGHT)
            sheet.text(LEFT + 76, sheet.y, line, SMALL, MUTED)
        _sign(sheet, sign, first - SMALL * 0.36)
        sheet.down(6)


def _sign(sheet: Sheet, sign: str, y: float) -> None:
    match sign:
        case "dot":
            sheet.dot(LEFT + 28, y, DOT - 3, INDIGO, PAPER)
        case "bar":
            sheet.bar(LEFT, LEFT + 56, y, BAR - 2, RANGE)
        case _:
            sheet.tick(LEFT + 28, y - 15, y + 15, SOGA, 4)


def _scale(sheet: Sheet, words: Words) -> None:
    sheet.down(SMALL * LINE_HEIGHT + 14)
    for share in SCALE:
        at = "left" if share == 0 else "right" if share == 1 else "center"
        number = words.percent.format(number=round(share * 100))
        sheet.text(_at(share), sheet.y, number, SMALL - 3, MUTED, at=at)
    sheet.down(16)


def _row(sheet: Sheet, row: Row, chart: Chart, pitch: float) -> None:
    """The name, how many answered, the percentage; below them the track, or why there is none."""
    answered = chart.words.row.format(answered=row.answered, graduates=row.graduates)
    sheet.down(pitch - TRACK_BELOW - NAME * LINE_HEIGHT)
    if row.share is None:
        _name(sheet, row.name, ROOM, known=False)
        sheet.down(SMALL * LINE_HEIGHT)
        sheet.text(LEFT, sheet.y, f"{chart.words.too_few} · {answered}", SMALL, MUTED)
        return
    percent = chart.words.percent.format(number=round(row.share * 100))
    end = RIGHT - width_of(percent, PERCENT, bold=True) - 22
    _name(sheet, row.name, end - width_of(answered, SMALL) - 24 - LEFT, known=True)
    sheet.text(end, sheet.y, answered, SMALL, MUTED, at="right")
    sheet.text(RIGHT, sheet.y, percent, PERCENT, INDIGO, bold=True, at="right")
    _track(sheet, row, chart.total)


def _name(sheet: Sheet, name: str, room: float, *, known: bool) -> None:
    for line in wrap(name, NAME, room, bold=known):
        sheet.down(NAME * LINE_HEIGHT)
        sheet.text(LEFT, sheet.y, line, NAME, INK if known else MUTED, bold=known)


def _track(sheet: Sheet, row: Row, total: float | None) -> None:
    """From 0 to 100 percent: the bar of what is certain, the cohort's own share, the dot."""
    sheet.down(TRACK_BELOW)
    sheet.line(LEFT, sheet.y, RIGHT, sheet.y, FAINT, 4)
    if row.share is None or row.lower is None or row.upper is None:
        return
    sheet.bar(_at(row.lower), _at(row.upper), sheet.y, BAR, RANGE)
    if total is not None:
        sheet.tick(_at(total), sheet.y - 21, sheet.y + 21, SOGA, 4)
    sheet.dot(_at(row.share), sheet.y, DOT, INDIGO, PAPER)


def _grid(sheet: Sheet, top: float) -> None:
    """Quarters, faint."""
    bottom = sheet.y + 26
    for share in SCALE:
        sheet.line(_at(share), top, _at(share), bottom, FAINT, 1.5)


def _footer(sheet: Sheet, words: Words) -> None:
    sheet.down(46)
    _lines(sheet, words.footer, SMALL, MUTED)
    sheet.down(48)
