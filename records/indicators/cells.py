"""Cells: the graduates of a cut, by cohort, programme, sex and kecamatan, read in one pass."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from records import imprints
from records.indicators import graduates, imprint
from records.indicators.cut import UNKNOWN, By, Cut
from records.indicators.imprint import Details, Layout
from records.indicators.tally import NAMES, Tally
from records.labour import LabourStatus
from records.monitoring import BEFORE


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell lies. `sex` and `kecamatan` are UNKNOWN where they are not known, `cohort_id` and `year` 0 where
    they were not asked for.
    """

    cohort_id: int
    year: int
    programme_id: int
    sex: str
    kecamatan: str

    def key(self, by: By) -> str:
        """The key of the row it belongs to; a wave is no part of it."""
        return {
            By.COHORT: str(self.cohort_id),
            By.PROGRAMME: str(self.programme_id),
            By.YEAR: str(self.year),
            By.SEX: self.sex,
            By.KECAMATAN: self.kecamatan,
        }.get(by, "")


@dataclass(slots=True)
class Cell:
    """How many enrolments of a place bear which imprint: the bits that are counted, apart for those whom the question
    reached and missed, and the bits that tell when work began.
    """

    reached: Counter[int] = field(default_factory=Counter)
    missed: Counter[int] = field(default_factory=Counter)
    lived: Counter[int] = field(default_factory=Counter)
    examined: int = 0
    competent: int = 0


@dataclass(frozen=True, slots=True)
class Cells:
    """All cells of a cut, and how their imprints are laid out."""

    layout: Layout
    by_place: dict[Place, Cell]


APART = frozenset({By.COHORT, By.YEAR, By.KECAMATAN})


def read(session: Session, cut: Cut, wave: int, also: Iterable[int] = (), apart: Collection[By] = APART) -> Cells:
    """The cells of a cut at a wave; `also` names further waves whose statuses matter. Programmes and sexes are kept
    apart, as weights need it; of the rest what `apart` names: the fewer cells, the sooner they are counted.
    """
    lay = imprint.layout(wave, graduates.told_waves(session), also)
    cells: defaultdict[tuple[Any, ...], Cell] = defaultdict(Cell)
    counted, lived = lay.counted, lay.lived
    for *where, reached, told, count in graduates.counted(session, cut, lay, apart):
        cell, told = cells[tuple(where)], told or 0
        (cell.reached if reached else cell.missed)[told & counted] += count
        cell.lived[told & lived] += count
    for *where, examined, competent in graduates.examined(session, cut, apart):
        cell = cells[tuple(where)]
        cell.examined, cell.competent = examined, competent
    return Cells(lay, {_place(*where): cell for where, cell in cells.items()})


def _place(cohort_id: int, year: int, programme_id: int, sex: str | None, kecamatan: str | None) -> Place:
    return Place(cohort_id, year, programme_id, sex or UNKNOWN, kecamatan or UNKNOWN)


def tallies(found: Cells) -> dict[Place, Tally]:
    """What each cell counts. Cells have imprints in common: each is looked at once."""
    known: dict[tuple[int, bool], tuple[str, ...]] = {}
    return {place: _tally(found.layout, cell, known) for place, cell in found.by_place.items()}


def _tally(lay: Layout, cell: Cell, known: dict[tuple[int, bool], tuple[str, ...]]) -> Tally:
    counted = dict.fromkeys(NAMES, 0)
    counted["examined"], counted["competent"] = cell.examined, cell.competent
    for borne, reached in ((cell.reached, True), (cell.missed, False)):
        for told, count in borne.items():
            names = known.get((told, reached))
            if names is None:
                names = known[told, reached] = _counts(lay, told, reached)
            for name in names:
                counted[name] += count
    return Tally(**counted)


def _counts(lay: Layout, told: int, reached: bool) -> tuple[str, ...]:
    """In which numbers of a tally an enrolment of this imprint counts."""
    status, details = lay.status(told, lay.wave), lay.details(told)
    names = ["graduates"]
    if reached or status is not None:
        names.append("reached")
    if status is not None:
        names += ["answered", status.value]
        names += ["main_activity_work"] * details.main_is_work
    if status is LabourStatus.WORKING:
        names += _of_working(lay, told, details)
    sixth, twelfth = (lay.status(told, wave) for wave in imprint.RETENTION)
    if sixth is LabourStatus.WORKING and twelfth is not None:
        names += ["retention_asked", *(["retained"] * (twelfth is LabourStatus.WORKING))]
    return tuple(names)


def _of_working(lay: Layout, told: int, details: Details) -> list[str]:
    earlier = lay.status(told, BEFORE)
    counted = (
        ("before_known", earlier is not None),
        ("worked_before", earlier is LabourStatus.WORKING),
        ("self_employed", details.employment == imprints.SELF_EMPLOYED),
        ("relevance_told", details.relevance != imprints.UNTOLD),
        ("relevant", details.relevance == imprints.YES),
        ("wage_told", details.employment == imprints.EMPLOYEE and details.wage != imprints.UNTOLD),
        ("wage_reached", details.employment == imprints.EMPLOYEE and details.wage == imprints.YES),
    )
    return [name for name, counts in counted if counts]
