"""Ties: how people belong to classes. Cohort, class, trade, year and status speak of one and the same tie.

An application whose applicant became a participant is spoken for by the enrolment.
"""

from sqlalchemy import ColumnElement, Select, and_, or_, select, union_all
from sqlalchemy.orm.attributes import QueryableAttribute

from records.applications import Application, ApplicationStatus
from records.audiences.aspect import Aspect, people
from records.audiences.audience import Group, Trait
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import GONE, Enrolment, EnrolmentStatus

TIED = (Trait.COHORT, Trait.CLASS, Trait.PROGRAMME, Trait.YEAR, Trait.STATUS)
TRAINED = frozenset(EnrolmentStatus)
APPLIED = frozenset(ApplicationStatus) - {ApplicationStatus.PARTICIPANT}


def of(group: Group) -> Aspect | None:
    """None where the group says nothing of it. Without a status it means those in training and those who finished it:
    neither whoever left or was dismissed, nor whoever merely applied.
    """
    if not any(group.of(trait) for trait in TIED):
        return None
    ways = [(Enrolment.person_id, _trained(group)), (Application.person_id, _applied(group))]
    ties = [select(person).where(held) for person, held in ways if held is not None]
    if not ties:
        return Aspect(people(_nobody()), lambda person, _chat: person.in_(_nobody()))
    return Aspect(
        people(ties[0] if len(ties) == 1 else select(union_all(*ties).subquery().c[0])),
        lambda person, _chat: or_(
            *(select(column).where(held, column == person).exists() for column, held in ways if held is not None)
        ),
    )


def _nobody() -> Select[int]:
    return select(Enrolment.person_id).where(Enrolment.id < 0)


def _trained(group: Group) -> ColumnElement[bool] | None:
    """What must hold of an enrolment; None where no status of one is meant."""
    asked = sorted(group.of(Trait.STATUS) & TRAINED)
    if group.of(Trait.STATUS) and not asked:
        return None
    status = Enrolment.status.in_(asked) if asked else Enrolment.status.not_in(GONE)
    return and_(status, *_of_class(group, Enrolment.class_id))


def _applied(group: Group) -> ColumnElement[bool] | None:
    """What must hold of an application, by its first choice; None where no status of one is meant."""
    asked = sorted(group.of(Trait.STATUS) & APPLIED)
    if not asked:
        return None
    return and_(Application.status.in_(asked), *_of_class(group, Application.class_id))


def _of_class(group: Group, class_id: QueryableAttribute[int]) -> list[ColumnElement[bool]]:
    """The classes are few, and are found before anybody who is in them."""
    asked = (
        (Trait.CLASS, TrainingClass.id),
        (Trait.COHORT, TrainingClass.cohort_id),
        (Trait.PROGRAMME, TrainingClass.programme_id),
    )
    held: list[ColumnElement[bool]] = [column.in_(_ids(group, trait)) for trait, column in asked if group.of(trait)]
    if years := group.of(Trait.YEAR):
        of_year = select(Cohort.id).where(Cohort.year.in_([int(year) for year in years]))
        held.append(TrainingClass.cohort_id.in_(of_year))
    return [class_id.in_(select(TrainingClass.id).where(*held))] if held else []


def _ids(group: Group, trait: Trait) -> list[int]:
    return sorted(int(value) for value in group.of(trait))
