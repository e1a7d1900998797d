"""The road's diagrams: which status may follow which, as Mermaid state diagrams, drawn from records/road.py.

`python -m conversations.diagram` writes docs/road.md.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from records import road
from records.applications import ApplicationStatus
from records.bnsp import BnspStatus
from records.competency import CompetencyStatus
from records.enrolments import EnrolmentStatus
from records.incubator import IncubatorStatus

PAGE = Path(__file__).parents[1] / "docs" / "road.md"
Road = Mapping[StrEnum, tuple[StrEnum, ...]]

_HEAD = """# The road from applicant to certificate

Each status, by its code in the records, and which may follow it. These diagrams are not drawn by hand: they are written
from `records/road.py` by `make diagrams`, and a test fails while they are not up to date. A status changes only by
`road.move`, which lets one of two who decide at once do so, and every step is kept with its time, by whom and why.

Where an arrow leads to the black dot a road may end. A refusal is an end that an objection can lead back from.
"""
# Title, first status, road: in the order in which somebody walks them.
ROADS: tuple[tuple[str, StrEnum, Road], ...] = (
    ("Application", ApplicationStatus.SUBMITTED, road.APPLICATION),
    ("Training", EnrolmentStatus.PARTICIPANT, road.ENROLMENT),
    ("Competency test", CompetencyStatus.REGISTERED, road.COMPETENCY),
    ("BNSP certificate", BnspStatus.IN_PROCESS, road.BNSP),
    ("Incubator", IncubatorStatus.PROPOSED, road.INCUBATOR),
)


def document() -> str:
    """The page with the diagram of every road."""
    return "\n".join(
        [_HEAD, *(f"## {title}\n\n```mermaid\n{mermaid(first, a_road)}\n```\n" for title, first, a_road in ROADS)]
    )


def mermaid(first: StrEnum, a_road: Road) -> str:
    """A road as a state diagram: every arrow, and where it may end."""
    arrows = [
        f"{status.value} --> {following.value}" for status, next_ones in a_road.items() for following in next_ones
    ]
    ends = [f"{status.value} --> [*]" for status in a_road if status in road.ENDS[type(first)]]
    return "\n    ".join(["stateDiagram-v2", f"[*] --> {first.value}", *arrows, *ends])
