"""Cells: the graduates of a cut, by cohort, programme, sex and kecamatan, read in one pass."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Integer, Select, and_, case, func, literal_column, null, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.competency import Competency, CompetencyStatus
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup
from records.indicators import conditions, imprint
from records.indicators.cut import UNKNOWN, By, Cut
from records.indicators.imprint import Details, Layout
from records.indicators.tally import NAMES, Tally
from records.monitoring import BEFORE, LabourStatus, MonitoringRecord
from records.people import Person

SAT = (CompetencyStatus.COMPETENT.value, CompetencyStatus.NOT_YET.value)


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

    The rows are counted here and not by the database: SQLite would sort them first, which takes three times as long.
    They are the driver's own: objects of each row would take as long once more.
    """
    lay = imprint.layout(wave, told_waves(session), also)
    cells: defaultdict[tuple[Any, ...], Cell] = defaultdict(Cell)
    counted, lived = lay.counted, lay.lived
    for row, count in Counter(_driven(session, _graduates_told(cut, lay, apart))).items():
        cell, reached, told = cells[row[:-2]], row[-2], row[-1] or 0
        (cell.reached if reached else cell.missed)[told & counted] += count
        cell.lived[told & lived] += count
    for *where, examined, competent in session.execute(_examined(cut, apart)):
        cell = cells[tuple(where)]
        cell.examined, cell.competent = examined, competent
    return Cells(lay, {_place(*where): cell for where, cell in cells.items()})


def _driven(session: Session, chosen: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    cursor = session.connection().execute(chosen).cursor
    return [] if cursor is None else [tuple(row) for row in cursor.fetchall()]


def told_waves(session: Session) -> list[int]:
    """Every wave that somebody told something of: a look into the index for each, and not at every record."""
    waves: list[int] = []
    while True:
        beyond = select(func.min(MonitoringRecord.wave)).where(
            MonitoringRecord.latest, MonitoringRecord.wave > (waves[-1] if waves else -1)
        )
        wave = session.scalar(beyond)
        if wave is None:
            return waves
        waves.append(wave)


def _place(cohort_id: int, year: int, programme_id: int, sex: str | None, kecamatan: str | None) -> Place:
    return Place(cohort_id, year, programme_id, sex or UNKNOWN, kecamatan or UNKNOWN)


def _graduates(cut: Cut, apart: Collection[By]) -> Select[int, int, int, str | None, str | None]:
    """The graduates of a cut, less deaths, with where they belong."""
    chosen = (
        select(
            TrainingClass.cohort_id if By.COHORT in apart else literal_column("0", Integer).label("no_cohort"),
            Cohort.year if By.YEAR in apart else literal_column("0", Integer).label("no_year"),
            TrainingClass.programme_id,
            Person.sex,
            Person.kecamatan if By.KECAMATAN in apart else null(),
        )
        .select_from(Enrolment)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.status == EnrolmentStatus.GRADUATED.value, Person.deceased_on.is_(None))
    )
    if By.YEAR in apart:
        chosen = chosen.join(Cohort, Cohort.id == TrainingClass.cohort_id)
    if held := conditions.of_class(cut):
        # Named before the join, so that only their enrolments are looked at.
        classes = select(TrainingClass.id).join(Cohort, Cohort.id == TrainingClass.cohort_id).where(*held)
        chosen = chosen.where(Enrolment.class_id.in_(classes))
    return chosen.where(*conditions.of_person(cut))


def _graduates_told(cut: Cut, lay: Layout, apart: Collection[By]) -> Select[*tuple[Any, ...]]:
    """A row for each graduate: where she belongs, whether the question reached her, and what her records tell."""
    reached = case((Followup.reached_at.is_not(None), 1), else_=0)
    asked = and_(Followup.enrolment_id == Enrolment.id, Followup.wave == lay.wave)
    return _graduates(cut, apart).outerjoin(Followup, asked).add_columns(reached, imprint.column(lay))


def _examined(cut: Cut, apart: Collection[By]) -> Select[*tuple[Any, ...]]:
    """Who sat the competency test, and who of them passed it, at the first try or later."""
    passed = func.max(case((Competency.status == CompetencyStatus.COMPETENT.value, 1), else_=0)).label("passed")
    sat = (
        select(Competency.enrolment_id, passed)
        .where(Competency.status.in_(SAT))
        .group_by(Competency.enrolment_id)
        .subquery()
    )
    where = {By.COHORT: TrainingClass.cohort_id, By.YEAR: Cohort.year, By.KECAMATAN: Person.kecamatan}
    return (
        _graduates(cut, apart)
        .join(sat, sat.c.enrolment_id == Enrolment.id)
        .add_columns(func.count(), func.sum(sat.c.passed))
        .group_by(TrainingClass.programme_id, Person.sex, *(column for by, column in where.items() if by in apart))
    )


def tallies(found: Cells) -> dict[Place, Tally]:
    """What each cell counts. Cells have imprints in common: each is looked at once."""
    known: dict[tuple[int, bool], tuple[str, ...]] = {}
    return {place: _tally(found.layout, cell, known) for place, cell in found.by_place.items()}


def _tally(lay: Layout, cell: Cell, known: dict[tuple[int, bool], tuple[str, ...]]) -> Tally:
    counted = dict.fromkeys(NAMES, 0)
    counted["examined"], counted["competent"] = cell.examined, cell.competent
    for imprints, reached in ((cell.reached, True), (cell.missed, False)):
        for told, count in imprints.items():
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
        ("self_employed", details.employment == imprint.SELF_EMPLOYED),
        ("relevance_told", details.relevance != imprint.UNTOLD),
        ("relevant", details.relevance == imprint.YES),
        ("wage_told", details.employment == imprint.EMPLOYEE and details.wage != imprint.UNTOLD),
        ("wage_reached", details.employment == imprint.EMPLOYEE and details.wage == imprint.YES),
    )
    return [name for name, counts in counted if counts]
