"""The canvas: a sheet of paper measured in pixels, its y running downwards. Only slow work loads this."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Ellipse, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.textpath import text_to_path

# At 72 dots an inch a point is a pixel, so that sizes of letters are pixels too.
DPI = 72
FAMILY = "DejaVu Sans"


class Sheet:
    """Marks are kept until `png`, when the height is known. `y` is where the next thing goes."""

    def __init__(self, width: int, paper: str) -> None:
        self.y = 0.0
        self._width = width
        self._paper = paper
        self._marks: list[Callable[[Axes], object]] = []

    def down(self, by: float) -> None:
        self.y += by

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        at: str = "left",
        rim: bool = True,
    ) -> None:
        """Words whose baseline is y; `at` says which end of them x is. A rim of paper keeps them clear of lines; words
        on a coloured ground have none.
        """
        font = _font(size, bold)
        effects = [withStroke(linewidth=9, foreground=self._paper)] if rim else []
        self._marks.append(
            lambda axes: axes.text(
                x, y, words, fontproperties=font, color=colour, ha=at, parse_math=False, path_effects=effects, zorder=5
            )
        )

    def line(self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float) -> None:
        """A line under everything else."""
        self._marks.append(lambda axes: axes.plot((x0, x1), (y0, y1), color=colour, lw=width, zorder=1))

    def tick(self, x: float, y0: float, y1: float, colour: str, width: float) -> None:
        """An upright line over the bars and under the dots."""
        self._marks.append(lambda axes: axes.plot((x, x), (y0, y1), color=colour, lw=width, zorder=3))

    def bar(self, x0: float, x1: float, y: float, thickness: float, colour: str) -> None:
        """A bar with round ends, centred on the height y."""
        half = thickness / 2
        shape = FancyBboxPatch(
            (x0, y - half),
            max(x1 - x0, thickness),
            thickness,
            boxstyle=f"round,pad=0,rounding_size={half}",
            facecolor=colour,
            edgecolor="none",
            zorder=2,
        )
        self._marks.append(lambda axes: axes.add_patch(shape))

    def dot(self, x: float, y: float, radius: float, colour: str, rim: str) -> None:
        shape = Ellipse((x, y), 2 * radius, 2 * radius, facecolor=colour, edgecolor=rim, linewidth=4, zorder=4)
        self._marks.append(lambda axes: axes.add_patch(shape))

    def box(self, x0: float, x1: float, y0: float, y1: float, colour: str) -> None:
        """A rectangle, over the lines and bands."""
        shape = Rectangle((x0, y0), x1 - x0, y1 - y0, facecolor=colour, edgecolor="none", zorder=2)
        self._marks.append(lambda axes: axes.add_patch(shape))

    def band(self, left: tuple[float, float, float], right: tuple[float, float, float], colour: str) -> None:
        """A river from one side to the other, each side as (x, upper y, lower y); half transparent."""
        (x0, top0, low0), (x1, top1, low1) = left, right
        middle = (x0 + x1) / 2
        points = [(x0, top0), (middle, top0), (middle, top1), (x1, top1)]
        points += [(x1, low1), (middle, low1), (middle, low0), (x0, low0), (x0, top0)]
        codes = [Path.MOVETO, *3 * [Path.CURVE4], Path.LINETO, *3 * [Path.CURVE4], Path.CLOSEPOLY]
        shape = PathPatch(Path(points, codes), facecolor=colour, edgecolor="none", alpha=0.45, zorder=1.5)
        self._marks.append(lambda axes: axes.add_patch(shape))

    def path(self, points: Sequence[tuple[float, float]], colour: str, width: float, *, dashed: bool = False) -> None:
        """A line through points, over the bars."""
        xs, ys = zip(*points, strict=True)
        style = (0, (3, 3)) if dashed else "solid"
        self._marks.append(
            lambda axes: axes.plot(xs, ys, color=colour, lw=width, ls=style, solid_joinstyle="round", zorder=3)
        )

    def png(self) -> bytes:
        figure = Figure(figsize=(self._width / DPI, round(self.y) / DPI), dpi=DPI, facecolor=self._paper)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        for mark in self._marks:
            mark(axes)
        axes.set_xlim(0, self._width)
        axes.set_ylim(round(self.y), 0)
        written = BytesIO()
        figure.savefig(written, format="png", dpi=DPI)
        return written.getvalue()


@lru_cache(maxsize=4096)
def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of words, in pixels. Wrapping asks for the same line again and again."""
    width, _, _ = text_to_path.get_text_width_height_descent(words, _font(size, bold), ismath=False)
    return float(width)


def wrap(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Lines that fit the room, about evenly long, so that no word is left alone; a line break in the words holds."""
    return [line for part in words.split("\n") for line in _balanced(part, size, room, bold)]


def _balanced(words: str, size: float, room: float, bold: bool) -> list[str]:
    lines = _filled(words, size, room, bold)
    narrower = room
    while len(lines) > 1 and narrower > room / 2:
        narrower -= room / 40
        tighter = _filled(words, size, narrower, bold)
        if len(tighter) > len(lines) or any(width_of(line, size, bold=bold) > narrower for line in tighter):
            break
        lines = tighter
    return lines


def _filled(words: str, size: float, room: float, bold: bool) -> list[str]:
    """Each line as full as it gets; a word longer than the room keeps a line of its own."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size, bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=FAMILY, weight="bold" if bold else "normal", size=size)
