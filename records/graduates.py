"""Graduates: who of the people of a chat has finished a training here, and in which kejuruan."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from records import plain
from records.classes import TrainingClass
from records.enrolments import Enrolment, EnrolmentStatus
from records.people import Link, Person
from records.programmes import Programme


@dataclass(frozen=True, slots=True)
class Graduate:
    """One training that was finished."""

    person_id: int
    name: str
    programme_id: int
    programme: str


# Built once: the menu asks for it.
_OF_CHAT = (
    select(Person.id, Person.name, Programme.id, Programme.name)
    .join(Link, Link.person_id == Person.id)
    .join(Enrolment, Enrolment.person_id == Person.id)
    .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .where(Link.chat_id == bindparam("chat"), Person.deceased_on.is_(None))
    .where(Enrolment.status == EnrolmentStatus.GRADUATED.value)
    .order_by(Enrolment.id.desc())
)


def of_chat(session: Session, chat_id: int) -> list[Graduate]:
    """The living, the latest training first."""
    return [Graduate(*row) for row in plain.rows(session, _OF_CHAT, chat=chat_id)]
