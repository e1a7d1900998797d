"""Invitation cards: eight to an A4 page, each with a QR that connects one graduate's Telegram with her record, once.

For the process for slow work.
"""

from dataclasses import dataclass
from typing import Any

from conversations import qr
from scheduler.paper import FONT, fonts

PAGE_W, PAGE_H, MARGIN = 210.0, 297.0, 10.0
ACROSS, DOWN = 2, 4
CARD_W, CARD_H = (PAGE_W - 2 * MARGIN) / ACROSS, (PAGE_H - 2 * MARGIN) / DOWN
PADDING, QR_MM, FOOT_MM = 5.0, 38.0, 9.0
INDIGO, INK, GREY, RULE = (27, 44, 94), (30, 33, 41), (92, 98, 110), (200, 204, 210)
MM_PER_POINT = 0.3528


@dataclass(frozen=True, slots=True)
class Invitation:
    """One graduate, and the link and the code that are hers."""

    name: str
    link: str
    code: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the cards, in one language."""

    centre: str
    training: str
    invites: str
    typed: str
    once: str


def cards(words: Words, invitations: list[Invitation]) -> bytes:
    """The pages as PDF; dotted lines say where to cut."""
    from fpdf import FPDF

    pdf: Any = FPDF("portrait", "mm", "A4")
    pdf.set_auto_page_break(False)
    pdf.set_title(words.training)
    pdf.add_font(FONT, "", fonts() / "DejaVuSans.ttf")
    pdf.add_font(FONT, "B", fonts() / "DejaVuSans-Bold.ttf")
    for at, invitation in enumerate(invitations):
        place = at % (ACROSS * DOWN)
        if place == 0:
            pdf.add_page()
        x, y = MARGIN + place % ACROSS * CARD_W, MARGIN + place // ACROSS * CARD_H
        _card(pdf, x, y, words, invitation)
    return bytes(pdf.output())


def _card(pdf: Any, x: float, y: float, words: Words, one: Invitation) -> None:
    pdf.set_draw_color(*RULE)
    pdf.set_dash_pattern(dash=1.2, gap=1.2)
    pdf.rect(x, y, CARD_W, CARD_H)
    pdf.set_dash_pattern()
    pdf.image(qr.picture(one.link, scale=6), x=x + CARD_W - PADDING - QR_MM, y=y + PADDING, w=QR_MM, h=QR_MM)
    room = CARD_W - 3 * PADDING - QR_MM
    below = _block(pdf, x, y + PADDING, room, words.centre, 8, GREY, most=2)
    below = _block(pdf, x, below + 1.5, room, one.name, 13, INDIGO, most=4, bold=True)
    below = _block(pdf, x, below + 1, room, words.training, 8.5, INK, most=3)
    _block(pdf, x, below + 2, room, words.invites, 8.5, INK, most=5)
    foot = y + CARD_H - PADDING - FOOT_MM
    below = _block(pdf, x, foot, CARD_W - 2 * PADDING, f"{words.typed} {one.code}", 9, INK, most=2, bold=True)
    _block(pdf, x, below + 0.5, CARD_W - 2 * PADDING, words.once, 7.5, GREY, most=2)


def _block(
    pdf: Any,
    x: float,
    y: float,
    room: float,
    words: str,
    points: float,
    colour: tuple[int, int, int],
    *,
    most: int,
    bold: bool = False,
) -> float:
    """Words in at most so many lines, smaller where they would need more; where they end."""
    size = points
    while True:
        pdf.set_font(FONT, "B" if bold else "", size)
        lines = pdf.multi_cell(room, 1, words, dry_run=True, output="LINES")
        if len(lines) <= most or size <= points * 0.6:
            break
        size -= 0.5
    height = size * MM_PER_POINT * 1.25
    pdf.set_text_color(*colour)
    pdf.set_xy(x + PADDING, y)
    pdf.multi_cell(room, height, "\n".join(lines[:most]), align="L")
    return y + height * min(len(lines), most)
