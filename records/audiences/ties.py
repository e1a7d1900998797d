"""Ties: how people belong to classes. Cohort, class, trade, year and status speak of one and the same tie.

An application whose applicant became a participant is spoken for by the enrolment.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, false, or_, select, union_all
from sqlalchemy.orm.attributes import QueryableAttribute

from records.applications import Application, ApplicationStatus
from records.audiences.aspect import Aspect, Column, people
from records.audiences.audience import Group, Trait
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import GONE, Enrolment, EnrolmentStatus

TIED = (Trait.COHORT, Trait.CLASS, Trait.PROGRAMME, Trait.YEAR, Trait.STATUS)
TRAINED = frozenset(EnrolmentStatus)
APPLIED = frozenset(ApplicationStatus) - {ApplicationStatus.PARTICIPANT}
Held = list[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class _Way:
    """A table of ties, and which statuses there are meant."""

    person: QueryableAttribute[int]
    class_id: QueryableAttribute[int]
    status: ColumnElement[bool]

    def everybody(self, classes: Held) -> Select[Any]:
        """The classes are few, and are found before anybody who is in them."""
        found = select(self.person).where(self.status)
        return found.where(self.class_id.in_(select(TrainingClass.id).where(*classes))) if classes else found

    def holds(self, classes: Held, person: Column) -> ColumnElement[bool]:
        """Her own ties are few, and are found before their classes."""
        hers = select(self.person).where(self.status, self.person == person)
        joined = hers.join(TrainingClass, TrainingClass.id == self.class_id).where(*classes) if classes else hers
        return joined.exists()


def of(group: Group) -> Aspect | None:
    """None where the group says nothing of it. Without a status it means those in training and those who finished it:
    neither whoever left or was dismissed, nor whoever merely applied.
    """
    if not any(group.of(trait) for trait in TIED):
        return None
    held, ways = classes(group), _ways(group.of(Trait.STATUS))
    ties = [way.everybody(held) for way in ways]
    return Aspect(
        people(ties[0] if len(ties) == 1 else select(union_all(*ties).subquery().c[0])),
        lambda person, _chat: or_(*(way.holds(held, person) for way in ways)),
    )


def _ways(statuses: frozenset[str]) -> list[_Way]:
    trained, applied = sorted(statuses & TRAINED), sorted(statuses & APPLIED)
    enrolled = Enrolment.status.in_(trained) if statuses else Enrolment.status.not_in(GONE)
    ways = [
        _Way(Enrolment.person_id, Enrolment.class_id, enrolled) if trained or not statuses else None,
        # By her first choice.
        _Way(Application.person_id, Application.class_id, Application.status.in_(applied)) if applied else None,
    ]
    nobody = _Way(Enrolment.person_id, Enrolment.class_id, false())
    return [way for way in ways if way is not None] or [nobody]


def classes(group: Group) -> Held:
    """What must hold of the class; nothing where the group says nothing of it."""
    asked = (
        (Trait.CLASS, TrainingClass.id),
        (Trait.COHORT, TrainingClass.cohort_id),
        (Trait.PROGRAMME, TrainingClass.programme_id),
    )
    held: Held = [
        column.in_(sorted(int(value) for value in group.of(trait))) for trait, column in asked if group.of(trait)
    ]
    if years := group.of(Trait.YEAR):
        of_year = select(Cohort.id).where(Cohort.year.in_([int(year) for year in years]))
        held.append(TrainingClass.cohort_id.in_(of_year))
    return held
