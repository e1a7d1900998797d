"""Within a cut: a question about enrolments, asked of the graduates of a cut less deaths only."""

from typing import TypeVarTuple

from sqlalchemy import Select
from sqlalchemy.sql.elements import ColumnElement

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment, EnrolmentStatus
from records.indicators import UNKNOWN, Cut
from records.people import Person
from records.programmes import Programme

Columns = TypeVarTuple("Columns")


def among(cut: Cut, chosen: Select[*Columns]) -> Select[*Columns]:
    """The same question, which must have joined the enrolments already; person, class, trade and cohort are joined
    here.
    """
    chosen = (
        chosen.join(Person, Person.id == Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .where(Enrolment.status == EnrolmentStatus.GRADUATED.value, Person.deceased_on.is_(None))
    )
    return chosen.where(*_holds(cut))


def _holds(cut: Cut) -> list[ColumnElement[bool]]:
    wanted = (
        (Cohort.id, cut.cohort_id),
        (Programme.id, cut.programme_id),
        (Cohort.year, cut.year),
        (Person.sex, cut.sex),
        (Person.kecamatan, cut.kecamatan),
    )
    return [column.is_(None) if value == UNKNOWN else column == value for column, value in wanted if value is not None]
