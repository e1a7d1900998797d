"""The figures of all repeats as a table, and the ratios that are required."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.contestants import OURS
from tests.bench.measure import Figure

Runs = Mapping[str, Sequence[Figure]]


@dataclass(frozen=True, slots=True)
class Bound:
    """Our CPU per update over this partner's: what is required and what is aimed at."""

    partner: str
    required: float
    aim: float


BOUNDS = (Bound("aiogram", 1.0, 0.8), Bound("conversationhandler", 0.4, 0.3))


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the ends of a series."""

    middle: float
    low: float
    high: float

    def text(self, digits: int) -> str:
        return f"{self.middle:.{digits}f} ({self.low:.{digits}f}-{self.high:.{digits}f})"


def spread(values: Sequence[float]) -> Spread:
    return Spread(median(values), min(values), max(values))


def ratio(runs: Runs, partner: str) -> Spread:
    """Ours over the partner's, repeat by repeat: what slows the machine for a while slows both."""
    pairs = zip(runs[OURS], runs[partner], strict=True)
    return spread([own.cpu_ms / other.cpu_ms for own, other in pairs])


def table(runs: Runs) -> str:
    """A Markdown table: a line for each bot, median (lowest-highest) over the repeats."""
    columns: tuple[tuple[str, int, Callable[[Figure], float]], ...] = (
        ("CPU ms per update", 2, lambda figure: figure.cpu_ms),
        ("updates/s", 0, lambda figure: figure.updates_per_second),
        ("bot's core busy", 2, lambda figure: figure.busy),
        ("load server's core busy", 2, lambda figure: figure.server_busy),
        ("updates per walk", 1, lambda figure: figure.updates / figure.walks),
    )
    lines = [f"| bot | {' | '.join(title for title, _, _ in columns)} | repeats |", "|---" * (len(columns) + 2) + "|"]
    for name, figures in runs.items():
        cells = [spread([value(figure) for figure in figures]).text(digits) for _, digits, value in columns]
        lines.append(f"| {name} | {' | '.join(cells)} | {len(figures)} |")
    return "\n".join(lines)


def verdicts(runs: Runs) -> list[tuple[bool, str]]:
    """For each bound that was measured: whether it holds, and the sentence that says so."""
    verdicts = []
    for bound in BOUNDS:
        if OURS in runs and bound.partner in runs:
            measured = ratio(runs, bound.partner)
            kept = measured.middle <= bound.required
            verdicts.append((kept, _sentence(bound, measured, kept)))
    return verdicts


def _sentence(bound: Bound, measured: Spread, kept: bool) -> str:
    reached = "aim reached" if measured.middle <= bound.aim else "required bound kept" if kept else "TOO MUCH"
    return (
        f"CPU per update, ours / {bound.partner}: {measured.text(2)}; "
        f"required at most {bound.required}, aim {bound.aim}: {reached}"
    )
