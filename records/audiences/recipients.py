"""Recipients: the people an audience names now, each with the chat that speaks for her."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.orm import Session

from records.audiences.audience import Audience, Group, Trait
from records.classes import TrainingClass
from records.enrolments import GONE, Enrolment
from records.people import Link, Person


def of(audience: Audience) -> Select[int, int | None]:
    """(person, chat) of everybody in it, once each; the chat is None where there is none.

    Whoever left or was dismissed is no longer in her class; the dead are not written to.
    """
    left_out = Person.id.in_(audience.without_people) if audience.without_people else false()
    return (
        select(Person.id, Link.chat_id)
        .outerjoin(Link, Link.person_id == Person.id)
        .where(
            _in_any(audience.groups),
            ~_in_any(audience.without),
            ~left_out,
            Person.deceased_on.is_(None),
        )
        .order_by(Person.id)
    )


@dataclass(frozen=True, slots=True)
class Size:
    """How many people, and how many of them can be written to."""

    people: int
    with_chat: int


def count(session: Session, audience: Audience) -> Size:
    person, chat = of(audience).order_by(None).subquery().c
    return Size(*session.execute(select(func.count(person), func.count(chat))).one())


def read(session: Session, audience: Audience) -> list[tuple[int, int | None]]:
    return [(person_id, chat_id) for person_id, chat_id in session.execute(of(audience))]


def _in_any(groups: tuple[Group, ...]) -> ColumnElement[bool]:
    return or_(false(), *(_in(group) for group in groups if not group.is_empty))


def _in(group: Group) -> ColumnElement[bool]:
    tie = (
        select(Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(Enrolment.status.not_in(GONE))
    )
    for trait, column in ((Trait.COHORT, TrainingClass.cohort_id), (Trait.CLASS, TrainingClass.id)):
        if values := group.of(trait):
            tie = tie.where(column.in_([int(value) for value in values]))
    return Person.id.in_(tie)
