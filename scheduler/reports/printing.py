"""The printer: words and boxes at their place on a page of a paper, in millimetres from its upper left corner."""

from scheduler.paper import FONT, INK, RULE, Align, Paper

Colour = tuple[int, int, int]
LEADING = 0.46
# So much smaller may words get before letters are left out.
SMALLER = 0.8


def rgb(code: str) -> Colour:
    """`#1f4e79` as three numbers."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


class Printer:
    """`y` is where the next thing goes; `left` and `width` are between the margins."""

    def __init__(self, paper: Paper) -> None:
        self._pdf = paper.pdf
        self._pdf.c_margin = 0
        self.left = float(paper.pdf.l_margin)
        self.width = paper.width

    @property
    def y(self) -> float:
        return float(self._pdf.get_y())

    def move(self, y: float) -> None:
        self._pdf.set_y(y)

    def down(self, millimetres: float) -> None:
        self._pdf.set_y(self.y + millimetres)

    def words(
        self,
        words: str,
        points: float,
        *,
        bold: bool = False,
        colour: Colour = INK,
        left: float = 0.0,
        room: float | None = None,
    ) -> None:
        """A paragraph, `left` of the margin; the page moves on below it."""
        self._style(points, bold, colour)
        self._pdf.set_x(self.left + left)
        width = self.width - left if room is None else room
        self._pdf.multi_cell(width, points * LEADING, words, align="L", new_x="LMARGIN", new_y="NEXT")

    def lines(self, words: str, points: float) -> int:
        """How many lines a paragraph takes."""
        self._style(points, False, INK)
        found = self._pdf.multi_cell(self.width, points * LEADING, words, dry_run=True, output="LINES")
        return len(found)

    def at(
        self,
        x: float,
        y: float,
        words: str,
        points: float,
        width: float,
        *,
        bold: bool = False,
        colour: Colour = INK,
        align: Align = "L",
    ) -> None:
        """One line whose upper edge is y; the page stays where it was."""
        before = self.y
        self._style(points, bold, colour)
        self._pdf.set_xy(x, y)
        self._pdf.cell(width, points * 0.36, words, align=align)
        self._pdf.set_y(before)

    def fitted(
        self, x: float, y: float, words: str, points: float, width: float, *, bold: bool = False, align: Align = "L"
    ) -> None:
        """The same in a room that is too small for some: smaller letters first, then fewer."""
        size = points
        while size > points * SMALLER and self.width_of(words, size, bold=bold) > width:
            size -= 0.25
        while len(words) > 1 and self.width_of(words, size, bold=bold) > width:
            words = f"{words[:-2].rstrip()}…"
        self.at(x, y + (points - size) * 0.18, words, size, width, bold=bold, align=align)

    def width_of(self, words: str, points: float, *, bold: bool = False) -> float:
        self._style(points, bold, INK)
        return float(self._pdf.get_string_width(words))

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._pdf.set_fill_color(*colour)
        self._pdf.rect(x, y, width, height, style="F")

    def rule(self) -> None:
        self._pdf.set_draw_color(*RULE)
        self._pdf.set_line_width(0.15)
        self._pdf.line(self.left, self.y, self.left + self.width, self.y)

    def _style(self, points: float, bold: bool, colour: Colour) -> None:
        self._pdf.set_font(FONT, "B" if bold else "", points)
        self._pdf.set_text_color(*colour)
