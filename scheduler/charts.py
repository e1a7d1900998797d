"""Charts: what is drawn, as plain values. The drawing itself (see drawing) happens in the process for slow work."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from records.figures import Bar, Report


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of a placement chart, in one language.

    `row` has the placeholders {answered} and {graduates}; `percent` has {number}. `headline` is what stands big: the
    cohort's percentage, or, below half answering, that there is none; `bounds` says beneath it what is certain, or why.
    `mark`, `range` and `line` explain the dot, the bar behind it and the tick at the cohort's own share.
    """

    title: str
    subtitle: str
    headline: str
    bounds: str
    row: str
    percent: str
    too_few: str
    mark: str
    range: str
    line: str
    footer: str


@dataclass(frozen=True, slots=True)
class Row:
    """One programme. The shares (0 to 1) are None where too few answered for a percentage."""

    name: str
    graduates: int
    answered: int
    share: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """`total` is the cohort's share, marked on every row; None where no headline may be told."""

    words: Words
    total: float | None
    rows: tuple[Row, ...] = ()


def placement(report: "Report", words: Words, smallest: int) -> Chart:
    """The chart of a report: the best placed first, those with fewer than `smallest` answers last, without a share."""
    rows = [_row(bar, smallest) for bar in report.by_programme]
    rows.sort(key=lambda row: (row.share is None, -(row.share or 0.0), row.name))
    return Chart(words, report.total.share if report.total.is_headline else None, tuple(rows))


def _row(bar: "Bar", smallest: int) -> Row:
    figure = bar.figure
    if figure.answered < smallest:
        return Row(bar.programme, figure.graduates, figure.answered, None, None, None)
    return Row(bar.programme, figure.graduates, figure.answered, figure.share, figure.lower, figure.upper)


def placement_png(chart: Chart) -> bytes:
    """The chart as a PNG, 1080 pixels wide. For the process for slow work."""
    from scheduler.drawing import draw  # here, and not above: it loads matplotlib, which the bot itself never does

    return draw(chart)
