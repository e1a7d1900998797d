"""Posters: one A4 page a class, to be read from two metres. For the process for slow work.

From above: the centre and the word that it is free on a coloured band, the trade as large as it fits, when and where,
who may come, and at the foot the QR with the code that can be typed.
"""

from typing import Any, Literal

from conversations import qr
from conversations.offering.poster import Poster
from scheduler.paper import FONT, fonts, to_png

Format = Literal["pdf", "png"]

PAGE_W, PAGE_H, MARGIN = 210.0, 297.0, 18.0
WIDTH = PAGE_W - 2 * MARGIN
# Indigo and sogan, the two colours of the coast's batik.
INDIGO, SOGAN, INK, GREY, CREAM, WHITE = (
    (27, 44, 94),
    (176, 112, 38),
    (30, 33, 41),
    (92, 98, 110),
    (250, 244, 232),
    (255, 255, 255),
)
BAND_H, FOOT_H, QR_MM = 46.0, 90.0, 64.0
MM_PER_POINT = 0.3528
TITLE_POINTS = (64, 58, 52, 46, 40, 36, 32, 28)
TITLE_LINES = 3
SCALES = (1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.7, 0.62)
PNG_WIDTH = 1654  # 200 dots an inch
Colour = tuple[int, int, int]


def poster(content: Poster, form: Format) -> bytes:
    """The page as PDF or PNG."""
    pdf = _pdf(content)
    return pdf if form == "pdf" else to_png(pdf, width=PNG_WIDTH)


def _pdf(content: Poster) -> bytes:
    page = _Page(content)
    page.band()
    page.middle()
    page.invitation()
    return page.to_bytes()


class _Page:
    """The page while it is drawn, from above downwards; all lengths in millimetres."""

    def __init__(self, content: Poster) -> None:
        from fpdf import FPDF

        self.content = content
        self.pdf: Any = FPDF("portrait", "mm", "A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margins(MARGIN, 0, MARGIN)
        self.pdf.set_title(f"{content.title}, {content.cohort}")
        self.pdf.set_author(content.centre)
        self.pdf.add_font(FONT, "", fonts() / "DejaVuSans.ttf")
        self.pdf.add_font(FONT, "B", fonts() / "DejaVuSans-Bold.ttf")
        self.pdf.add_page()

    def to_bytes(self) -> bytes:
        return bytes(self.pdf.output())

    def band(self) -> None:
        """Who trains, and that it costs nothing."""
        self._box(0, 0, PAGE_W, BAND_H, INDIGO)
        self._box(0, BAND_H, PAGE_W, 2.2, SOGAN)
        self.pdf.set_y(11)
        self._fitted(self.content.centre, 16, CREAM, most=1)
        self.pdf.set_y(22)
        self._fitted(self.content.free, 38, WHITE, most=1)

    def middle(self) -> None:
        """The trade, when and where, and who may come; smaller as a whole where there is much to say, and without what
        is taught where that is too much.
        """
        top, bottom = BAND_H + 12, PAGE_H - FOOT_H - 5
        ways = [(teaches, scale) for teaches in (self.content.teaches, "") for scale in SCALES]
        fitting = (way for way in ways if self._middle(top, *way, dry=True) <= bottom)
        self._middle(top, *next(fitting, ways[-1]), dry=False)

    def _middle(self, top: float, teaches: str, scale: float, *, dry: bool) -> float:
        """Draws, or only measures; where it ends."""
        content = self.content
        y = top + self._title(top, scale, dry)
        y = self._block(y + 1, content.cohort, 20 * scale, SOGAN, dry, bold=True)
        if teaches:
            y = self._block(y + 2, teaches, 14 * scale, GREY, dry)
        y += 6 * scale
        for label, value in content.facts:
            y = self._fact(y, label, value, scale, dry)
        y = self._block(y + 4 * scale, content.rules_head, 18 * scale, INDIGO, dry, bold=True)
        for rule in content.rules:
            y = self._block(y + 1, f"•  {rule}", 16 * scale, INK, dry)
        return self._block(y + 5 * scale, content.gifts, 15 * scale, SOGAN, dry, bold=True)

    def _title(self, top: float, scale: float, dry: bool) -> float:
        """As large as it fits into a few lines without cutting a word; its height."""
        for points in TITLE_POINTS:
            size = points * scale
            self._font(size, bold=True)
            if max(map(self.pdf.get_string_width, self.content.title.split() or [""])) > WIDTH:
                continue
            if self._lines(self.content.title) <= TITLE_LINES:
                break
        return self._block(top, self.content.title, size, INDIGO, dry, bold=True, leading=1.15) - top

    def _fact(self, y: float, label: str, value: str, scale: float, dry: bool) -> float:
        """A label at the left, its value beside it."""
        indent, size = 52 * scale, 17 * scale
        below = self._block(y, value, size, INK, dry, bold=True, left=indent)
        self._block(y + 0.6, label, 14 * scale, GREY, dry)
        return below + 2 * scale

    def invitation(self) -> None:
        """The QR, and beside it the code for those whose phone does nothing with it."""
        top = PAGE_H - FOOT_H
        self._box(0, top, PAGE_W, FOOT_H, CREAM)
        self._box(0, top, PAGE_W, 1.4, SOGAN)
        self._box(MARGIN - 2, top + 8, QR_MM + 4, QR_MM + 4, WHITE)
        self.pdf.image(qr.picture(self.content.link), x=MARGIN, y=top + 10, w=QR_MM, h=QR_MM)
        left = QR_MM + 12
        y = self._block(top + 12, self.content.scan, 26, INDIGO, False, bold=True, left=left)
        y = self._block(y + 3, self.content.typed, 14, INK, False, left=left)
        self._code(y + 4, left)
        self.pdf.set_y(PAGE_H - 11)
        self._fitted(self.content.foot, 10.5, GREY, most=1, bold=False)

    def _code(self, y: float, left: float) -> None:
        """The code on a plate of its own."""
        size = 34.0
        self._font(size, bold=True)
        while self.pdf.get_string_width(self.content.code) > WIDTH - left - 12:
            size -= 2
            self._font(size, bold=True)
        width, height = self.pdf.get_string_width(self.content.code) + 12, size * MM_PER_POINT * 1.5
        self._box(MARGIN + left, y, width, height, INDIGO)
        self.pdf.set_xy(MARGIN + left, y)
        self.pdf.set_text_color(*WHITE)
        self.pdf.cell(width, height, self.content.code, align="C")

    def _fitted(self, words: str, points: float, colour: Colour, *, most: int, bold: bool = True) -> None:
        """Centred, smaller where it would need more lines than that."""
        self._font(points, bold)
        while self._lines(words) > most and points > 8:
            points -= 0.5
            self._font(points, bold)
        self.pdf.set_text_color(*colour)
        self.pdf.set_x(MARGIN)
        self.pdf.multi_cell(WIDTH, points * MM_PER_POINT * 1.2, words, align="C")

    def _block(
        self,
        y: float,
        words: str,
        points: float,
        colour: Colour,
        dry: bool,
        *,
        bold: bool = False,
        left: float = 0,
        leading: float = 1.3,
    ) -> float:
        """Words from `y` on, wrapped; where they end."""
        self._font(points, bold)
        height = points * MM_PER_POINT * leading
        if not dry:
            self.pdf.set_text_color(*colour)
            self.pdf.set_xy(MARGIN + left, y)
            self.pdf.multi_cell(WIDTH - left, height, words, align="L")
        return y + height * self._lines(words, WIDTH - left)

    def _lines(self, words: str, width: float = WIDTH) -> int:
        return len(self.pdf.multi_cell(width, 1, words, dry_run=True, output="LINES"))

    def _font(self, points: float, bold: bool) -> None:
        self.pdf.set_font(FONT, "B" if bold else "", points)

    def _box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.pdf.set_fill_color(*colour)
        self.pdf.rect(x, y, width, height, style="F")
