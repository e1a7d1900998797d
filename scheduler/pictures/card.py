"""The public card: the percentage with what is certain of all graduates, the four numbers behind it, and the trades
that are large enough to be told.
"""

from scheduler.canvas import Sheet, width_of, wrap
from scheduler.pictures.page import (
    FAINT,
    INDIGO,
    INK,
    LEFT,
    LIGHT,
    LINE_HEIGHT,
    MUTED,
    NAME,
    RIGHT,
    ROOM,
    SMALL,
    TEXT,
    closed,
    opened,
    paragraph,
)
from scheduler.pictures.values import Card, Share

HUGE, LARGE, NUMBER = 124, 58, 54
TRACK, BAR = 26, 14


def draw(card: Card) -> bytes:
    sheet = opened(card.frame)
    size = HUGE if card.share is not None else LARGE
    sheet.down(-8)
    paragraph(sheet, card.headline, size, INDIGO if card.share is not None else INK, bold=True)
    sheet.down(10)
    paragraph(sheet, card.sentence, NAME, INK)
    sheet.down(30)
    _certain(sheet, card)
    sheet.down(24)
    _steps(sheet, card)
    _shares(sheet, card)
    paragraph(sheet, card.centre, SMALL, INK, bold=True)
    sheet.down(-18)
    return closed(sheet, card.frame)


def _certain(sheet: Sheet, card: Card) -> None:
    """From nobody to everybody: between which shares of all graduates the truth lies."""
    if card.lower is None or card.upper is None:
        return
    sheet.down(TRACK)
    sheet.box(LEFT, RIGHT, sheet.y - 5, sheet.y + 5, FAINT)
    sheet.bar(LEFT + ROOM * card.lower, LEFT + ROOM * card.upper, sheet.y, TRACK, LIGHT)
    if card.share is not None:
        sheet.dot(LEFT + ROOM * card.share, sheet.y, 20, INDIGO, "#ffffff")
    sheet.down(TRACK / 2 + 4)
    paragraph(sheet, card.bounds, TEXT, MUTED)


def _steps(sheet: Sheet, card: Card) -> None:
    """Four numbers side by side, each with its words below; none where they would point at somebody."""
    if not card.steps:
        return
    width = ROOM / len(card.steps)
    sheet.down(NUMBER + 10)
    top, lowest = sheet.y, sheet.y
    for n, (number, words) in enumerate(card.steps):
        sheet.text(LEFT + n * width, top, number, NUMBER, INK, bold=True)
        y = top + 8
        for line in wrap(words, SMALL, width - 24):
            y += SMALL * LINE_HEIGHT
            sheet.text(LEFT + n * width, y, line, SMALL, MUTED)
        lowest = max(lowest, y)
    sheet.y = lowest


def _shares(sheet: Sheet, card: Card) -> None:
    sheet.down(40)
    if card.shares:
        paragraph(sheet, card.shares_title, TEXT, INK, bold=True)
        for share in card.shares:
            _share(sheet, share)
        sheet.down(14)
    if card.withheld:
        paragraph(sheet, card.withheld, SMALL, MUTED)
    sheet.down(16)


def _share(sheet: Sheet, share: Share) -> None:
    sheet.down(14)
    end = RIGHT - width_of(share.told, NAME, bold=True) - 20
    for line in wrap(share.name, TEXT, end - LEFT):
        sheet.down(TEXT * LINE_HEIGHT)
        sheet.text(LEFT, sheet.y, line, TEXT, INK)
    sheet.text(RIGHT, sheet.y, share.told, NAME, INDIGO, bold=True, at="right")
    sheet.down(BAR + 6)
    sheet.line(LEFT, sheet.y, RIGHT, sheet.y, FAINT, 4)
    sheet.bar(LEFT, LEFT + ROOM * share.share, sheet.y, BAR, INDIGO)
