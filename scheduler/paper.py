"""Papers: A4 pages as PDF, and a page of them as a picture. For the process for slow work.

Whoever needs a paper describes it from above downwards: headings, paragraphs, tables, pictures. What is long wraps,
tables repeat their head on every page, and a foot numbers the pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

MARGIN_MM = 18
FONT = "DejaVu"
SIZES = {"title": 20.0, "heading": 14.0, "text": 10.5, "small": 8.5}
INK, GREY, SHADE, RULE = (33, 37, 41), (108, 117, 125), (238, 240, 243), (173, 181, 189)
LINE_MM = 4.6
Align = Literal["L", "C", "R"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, how wide it is beside the others, and where its words stand."""

    head: str
    width: float = 1.0
    align: Align = "L"


@lru_cache(maxsize=1)
def fonts() -> Path:
    """DejaVu, whose letters cover every name in Latin script; it comes with matplotlib, which need not be loaded."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("matplotlib, whose fonts are used, is not installed")
    return Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


class Paper:
    """One document. `foot` stands at the left of every page's foot, the page's number at the right; `made_at` is the
    date the file says it was made, so that the same paper is the same bytes.
    """

    def __init__(self, title: str, foot: str = "", *, landscape: bool = False, made_at: datetime | None = None) -> None:
        self.pdf: Any = _document(foot, "landscape" if landscape else "portrait")
        self.pdf.set_title(title)
        if made_at is not None:
            self.pdf.set_creation_date(made_at)
        self.pdf.add_page()

    @property
    def width(self) -> float:
        """What lies between the margins, in millimetres."""
        return float(self.pdf.epw)

    def title(self, words: str, align: Align = "L") -> None:
        self._words(words, "title", bold=True, align=align, after=2)

    def heading(self, words: str, align: Align = "L") -> None:
        self._words(words, "heading", bold=True, align=align, after=1.5)

    def text(self, words: str, align: Align = "L", *, bold: bool = False) -> None:
        self._words(words, "text", bold=bold, align=align, after=1.5)

    def small(self, words: str, align: Align = "L") -> None:
        self._words(words, "small", colour=GREY, align=align, after=1)

    def sized(self, words: str, points: float, align: Align = "L", *, bold: bool = False) -> None:
        """Words in a size of their own, for a poster."""
        self._style(points, bold, INK)
        self.pdf.multi_cell(0, points * 0.45, words, align=align, new_x="LMARGIN", new_y="NEXT")

    def gap(self, millimetres: float = 4) -> None:
        self.pdf.ln(millimetres)

    def picture(self, image: bytes, width: float, align: Align = "C") -> None:
        """A PNG or JPEG so many millimetres wide."""
        self.pdf.image(BytesIO(image), x={"L": "LEFT", "C": "CENTER", "R": "RIGHT"}[align], w=width)

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, line_mm: float = 6.0, points: float = 9.0
    ) -> None:
        """Rows of words under their heads. A row is at least `line_mm` high: signatures need more than names."""
        from fpdf.fonts import FontFace

        self._style(points, False, INK)
        self.pdf.set_draw_color(*RULE)
        self.pdf.set_line_width(0.2)
        head = FontFace(emphasis="BOLD", fill_color=SHADE)
        with self.pdf.table(
            col_widths=tuple(column.width for column in columns),
            text_align=tuple({"L": "LEFT", "C": "CENTER", "R": "RIGHT"}[column.align] for column in columns),
            headings_style=head,
            line_height=LINE_MM,
            padding=(max(0.6, (line_mm - LINE_MM) / 2), 1.4),
            first_row_as_headings=True,
        ) as made:
            for row in ([column.head for column in columns], *rows):
                made.row([str(cell) for cell in row])
        self.gap(3)

    def to_pdf(self) -> bytes:
        return bytes(self.pdf.output())

    def _words(
        self,
        words: str,
        size: str,
        *,
        bold: bool = False,
        colour: tuple[int, int, int] = INK,
        align: Align = "L",
        after: float = 0,
    ) -> None:
        self._style(SIZES[size], bold, colour)
        self.pdf.multi_cell(0, SIZES[size] * 0.5, words, align=align, new_x="LMARGIN", new_y="NEXT")
        self.pdf.ln(after)

    def _style(self, points: float, bold: bool, colour: tuple[int, int, int]) -> None:
        self.pdf.set_font(FONT, "B" if bold else "", points)
        self.pdf.set_text_color(*colour)


def _document(foot: str, orientation: str) -> Any:
    from fpdf import FPDF

    class Document(FPDF):
        def footer(self) -> None:
            self.set_y(-14)
            self.set_font(FONT, "", 8)
            self.set_text_color(*GREY)
            page = f"{self.page_no()}/{{nb}}"
            self.cell(self.epw - 20, 6, foot, align="L")
            self.cell(20, 6, page, align="R")

    document = Document(orientation, "mm", "A4")
    document.set_margins(MARGIN_MM, MARGIN_MM, MARGIN_MM)
    document.set_auto_page_break(True, MARGIN_MM + 2)
    document.add_font(FONT, "", fonts() / "DejaVuSans.ttf")
    document.add_font(FONT, "B", fonts() / "DejaVuSans-Bold.ttf")
    return document


def to_png(pdf: bytes, page: int = 0, width: int = 1240) -> bytes:
    """One page (from 0) as a PNG, so many pixels wide."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        image = sheet.render(scale=width / sheet.get_width()).to_pil()
    finally:
        document.close()
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
