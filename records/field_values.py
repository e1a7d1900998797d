"""Values of the fields of an announcement: what each of many people is called, her class and her number.

Her class is one that the audience names, where it names any; a training before an application, the newest before the
rest. Everything is read in a few statements for hundreds of people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import QueryableAttribute

from records import plain
from records.applications import Application, ApplicationStatus
from records.audiences import Audience, Trait, recipients
from records.batches import batched
from records.classes import TrainingClass
from records.enrolments import GONE, Enrolment
from records.people import Person
from records.programmes import Programme


@dataclass(frozen=True, slots=True)
class FieldValues:
    """What one person has; None where there is nothing."""

    name: str
    form_of_address: str | None = None
    class_name: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The classes and cohorts that an audience names; of others a class is only taken where she has none of these."""

    classes: frozenset[int] = field(default_factory=frozenset)
    cohorts: frozenset[int] = field(default_factory=frozenset)

    @classmethod
    def of(cls, audience: Audience) -> "Scope":
        def named(trait: Trait) -> frozenset[int]:
            return frozenset(int(value) for group in audience.groups for value in group.of(trait))

        return cls(named(Trait.CLASS), named(Trait.COHORT))

    def has(self, class_id: int, cohort_id: int) -> bool:
        return class_id in self.classes or cohort_id in self.cohorts


ANY = Scope()
_SOME: BindParameter[Sequence[int]] = bindparam("some", expanding=True)
_NAMES = select(Person.id, Person.name, Person.form_of_address).where(Person.id.in_(_SOME))
_TRAININGS = (
    select(
        *(Enrolment.person_id, Enrolment.id, Enrolment.status, Enrolment.class_id, TrainingClass.cohort_id),
        *(Programme.name, Application.number),
    )
    .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .outerjoin(Application, Application.id == Enrolment.application_id)
    .where(Enrolment.person_id.in_(_SOME))
)
_APPLICATIONS = (
    select(
        *(Application.person_id, Application.id, Application.status, Application.class_id, Application.cohort_id),
        *(Programme.name, Application.number),
    )
    .join(TrainingClass, TrainingClass.id == Application.class_id)
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .where(Application.person_id.in_(_SOME))
)
_LEFT = frozenset({*GONE, ApplicationStatus.WITHDRAWN.value})


def values_of(
    session: Session, person_ids: Sequence[int], scope: Scope = ANY, *, training: bool = True
) -> dict[int, FieldValues]:
    """By person. Without `training` only what they are called."""
    found: dict[int, FieldValues] = {}
    for some in batched(person_ids):
        named = {row.id: FieldValues(row.name, row.form_of_address) for row in plain.rows(session, _NAMES, some=some)}
        found |= _trained(session, named, scope) if training else named
    return found


def _trained(session: Session, named: Mapping[int, FieldValues], scope: Scope) -> dict[int, FieldValues]:
    some = list(named)
    ties = [_tie(row, scope, is_training=True) for row in plain.rows(session, _TRAININGS, some=some)]
    ties += [_tie(row, scope, is_training=False) for row in plain.rows(session, _APPLICATIONS, some=some)]
    found = dict(named)
    # The best comes last.
    for tie in sorted(ties, key=lambda tie: tie.rank):
        known = found[tie.person_id]
        found[tie.person_id] = replace(known, class_name=tie.class_name, number=tie.number or known.number)
    return found


@dataclass(frozen=True, slots=True)
class _Tie:
    """A training or an application of somebody; the higher its rank, the sooner it is meant."""

    person_id: int
    rank: tuple[bool, bool, bool, int]
    class_name: str
    number: str | None


def _tie(row: Row[int, int, str, int, int, str, str | None], scope: Scope, *, is_training: bool) -> _Tie:
    person_id, tie_id, status, class_id, cohort_id, class_name, number = row
    rank = (scope.has(class_id, cohort_id), status not in _LEFT, is_training, tie_id)
    return _Tie(person_id, rank, class_name, number)


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many of an audience have no value for a field, and the names of the first of them."""

    people: int
    names: tuple[str, ...]


def has_class(person: QueryableAttribute[Any]) -> ColumnElement[bool]:
    """Whether somebody is in a class or has applied for one."""
    return or_(exists().where(Enrolment.person_id == person), has_number(person))


def has_number(person: QueryableAttribute[Any]) -> ColumnElement[bool]:
    """Whether somebody has registered here."""
    return exists().where(Application.person_id == person)


def without_class(session: Session, audience: Audience, names: int = 0) -> Lacking:
    """Who is in no class and has applied for none."""
    return _lacking(session, audience, has_class(Person.id), names)


def without_number(session: Session, audience: Audience, names: int = 0) -> Lacking:
    """Who never registered here: most earlier alumni."""
    return _lacking(session, audience, has_number(Person.id), names)


def _lacking(session: Session, audience: Audience, has_one: ColumnElement[bool], names: int) -> Lacking:
    """Only those count who have a chat: nobody else would get it anyhow."""
    everybody = recipients.of(audience).order_by(None).subquery()
    person, chat = everybody.c
    chosen = (
        select(Person.name)
        .select_from(everybody)
        .outerjoin(Person, Person.id == person)
        .where(chat.is_not(None), or_(person.is_(None), ~has_one))
    )
    people = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    first = session.scalars(chosen.order_by(person).limit(names)) if names and people else ()
    return Lacking(people, tuple(name for name in first if name is not None))
