"""Conditions: a cut as what must hold of Cohort, TrainingClass and Person."""

from sqlalchemy import ColumnElement

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.indicators.cut import UNKNOWN, Cut
from records.people import Person


def of_class(cut: Cut) -> list[ColumnElement[bool]]:
    """What must hold of the class and its cohort."""
    asked = (
        (Cohort.id, cut.cohort_id),
        (Cohort.year, cut.year),
        (TrainingClass.programme_id, cut.programme_id),
    )
    return [column == wanted for column, wanted in asked if wanted is not None]


def of_person(cut: Cut) -> list[ColumnElement[bool]]:
    """What must hold of the person."""
    asked = ((Person.sex, cut.sex), (Person.kecamatan, cut.kecamatan))
    return [
        column.is_(None) if wanted == UNKNOWN else column == wanted for column, wanted in asked if wanted is not None
    ]


def of_cut(cut: Cut) -> list[ColumnElement[bool]]:
    """All of it."""
    return [*of_class(cut), *of_person(cut)]
