"""Conditions: a cut as what must hold of TrainingClass and Person."""

from sqlalchemy import ColumnElement, select

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.indicators.cut import UNKNOWN, Cut
from records.people import Person


def of_class(cut: Cut) -> list[ColumnElement[bool]]:
    """What must hold of the class; its cohort is named by its id, so that the classes are few before anything is joined
    to them.
    """
    held: list[ColumnElement[bool]] = []
    if cut.cohort_id is not None:
        held.append(TrainingClass.cohort_id == cut.cohort_id)
    if cut.year is not None:
        held.append(TrainingClass.cohort_id.in_(select(Cohort.id).where(Cohort.year == cut.year)))
    if cut.programme_id is not None:
        held.append(TrainingClass.programme_id == cut.programme_id)
    return held


def of_person(cut: Cut) -> list[ColumnElement[bool]]:
    """What must hold of the person."""
    asked = ((Person.sex, cut.sex), (Person.kecamatan, cut.kecamatan))
    return [
        column.is_(None) if wanted == UNKNOWN else column == wanted for column, wanted in asked if wanted is not None
    ]


def of_cut(cut: Cut) -> list[ColumnElement[bool]]:
    """All of it."""
    return [*of_class(cut), *of_person(cut)]
