"""Graduates: those of a cut as the database counts them, by where they belong and what their records tell."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Integer, Select, and_, case, func, literal_column, null, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.competency import Competency, CompetencyStatus
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup
from records.indicators import conditions, imprint
from records.indicators.cut import By, Cut
from records.indicators.imprint import Layout
from records.monitoring import MonitoringRecord
from records.people import Person

SAT = (CompetencyStatus.COMPETENT.value, CompetencyStatus.NOT_YET.value)
# Looking up one enrolment's records takes as long as passing by those of so many.
WORTH_A_LOOK = 2


def counted(session: Session, cut: Cut, lay: Layout, apart: Collection[By]) -> Iterator[Sequence[Any]]:
    """Cohort, year, programme, sex, kecamatan, whether the question reached her (1, 0), the imprint of her records
    (None without any), and how many there are of whom all this is so.

    SQLite would sort the rows before it counts them, which takes three times as long as counting them here; here they
    are the driver's own, since objects would take as long again.
    """
    chosen, connection = _told(cut, lay, apart, _span(session, cut)), session.connection()
    if connection.dialect.name != "sqlite":
        row = chosen.subquery()
        yield from connection.execute(select(*row.c, func.count()).group_by(*row.c))
    elif cursor := connection.execute(chosen).cursor:
        for one, count in Counter(cursor.fetchall()).items():
            yield *one, count


def examined(session: Session, cut: Cut, apart: Collection[By]) -> Iterable[Sequence[Any]]:
    """Where they belong, as above; how many sat the competency test, and how many of them passed it, at the first try
    or later.
    """
    return session.execute(_examined(cut, apart))


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
    return chosen.where(*conditions.of_cut(cut))


def _span(session: Session, cut: Cut) -> tuple[int, int] | None:
    """The first and the last enrolment of a cut, where those between are few that are not in it: ids follow the years.
    None where looking up each of the cut's takes less.
    """
    chosen = select(func.min(Enrolment.id), func.max(Enrolment.id), func.count()).select_from(Enrolment)
    if held := conditions.of_class(cut):
        chosen = chosen.join(TrainingClass, TrainingClass.id == Enrolment.class_id).where(*held)
    first, last, count = session.execute(chosen).one()
    return (first, last) if count and count * WORTH_A_LOOK > last - first else None


def _told(cut: Cut, lay: Layout, apart: Collection[By], span: tuple[int, int] | None) -> Select[*tuple[Any, ...]]:
    """A row for each graduate: where she belongs, whether the question reached her, and what her records tell."""
    reached = case((Followup.reached_at.is_not(None), 1), else_=0)
    asked = and_(Followup.enrolment_id == Enrolment.id, Followup.wave == lay.wave)
    if span is None:
        return _graduates(cut, apart).outerjoin(Followup, asked).add_columns(reached, imprint.each(lay))
    told = imprint.all_of(lay, *span)
    return (
        _graduates(cut, apart)
        .outerjoin(Followup, and_(asked, Followup.enrolment_id.between(*span)))
        .outerjoin(told, told.c.enrolment_id == Enrolment.id)
        .where(Enrolment.id.between(*span))
        .add_columns(reached, told.c.imprint)
    )


def _examined(cut: Cut, apart: Collection[By]) -> Select[*tuple[Any, ...]]:
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
