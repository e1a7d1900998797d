"""What the pictures of the reports show, as plain values with every word in one language.

`png` draws any of them; it is for the process for slow work, which alone loads the drawings.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Frame:
    """What every picture has around it: a finding or a question, what it is about, and the source with N, T, R, E and
    the date. `guide` says in a sentence how to read it, `empty` stands in place of a drawing that has nothing to show.
    """

    title: str
    subtitle: str
    source: str
    guide: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One wave: of N graduates T were reached, R answered, E work. `label` names it, `told` is its number at the right,
    `detail` the counts below; `due` False: it has not been asked yet.
    """

    label: str
    told: str
    detail: str
    graduates: int
    reached: int
    answered: int
    working: int
    due: bool = True


@dataclass(frozen=True, slots=True)
class Response:
    """Response by wave. `keys` explain the bars: graduates, reached, answered, working."""

    frame: Frame
    keys: tuple[str, str, str, str]
    waves: tuple[Asked, ...]


class State(StrEnum):
    """What somebody does at a wave, as the flow draws it, from above downwards."""

    WORKING = "working"
    OJT = "ojt"
    UNEMPLOYED = "unemployed"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One wave of the flow: how many were in which state. Every column counts the same people."""

    label: str
    counts: tuple[tuple[State, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _state, count in self.counts)


# So many were in the first state at one wave and in the second at the next.
Passage = tuple[State, State, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """From wave to wave; `passages` has an entry for each gap between two columns."""

    frame: Frame
    names: tuple[tuple[State, str], ...]
    columns: tuple[Column, ...]
    passages: tuple[tuple[Passage, ...], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """Time to the first job: `steps` are (months, share who had one by then), rising; `median` in months, None where
    half has not been reached, `median_told` says which. `ticks` are the months below the axis, the last one its end;
    `axis` what they are, `note` on how many people it rests.
    """

    frame: Frame
    steps: tuple[tuple[float, float], ...]
    median: float | None
    median_told: str
    ticks: tuple[int, ...]
    axis: str
    percent: str
    note: str


@dataclass(frozen=True, slots=True)
class Share:
    """A line of the public card: a programme's percentage."""

    name: str
    share: float
    told: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the public may see. `headline` is the percentage, or that there is none; `share`, `lower` and `upper` are
    None then. `steps` are N, T, R and E, each as its number and its words. `withheld` says why programmes are missing.
    """

    frame: Frame
    centre: str
    headline: str
    sentence: str
    share: float | None
    lower: float | None
    upper: float | None
    bounds: str
    steps: tuple[tuple[str, str], ...]
    shares_title: str
    shares: tuple[Share, ...]
    withheld: str


Picture = Response | Flow | Curve | Card


def png(picture: Picture) -> bytes:
    """The picture as a PNG, 1080 pixels wide. For the process for slow work."""
    from scheduler.pictures import drawing  # here, and not above: it loads matplotlib, which the bot itself never does

    return drawing.draw(picture)
