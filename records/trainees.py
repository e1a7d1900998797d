"""Trainees: an enrolment with the person and the class it joins, as pages and messages about a training need them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from records import plain
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment, EnrolmentStatus
from records.people import Link, Person
from records.programmes import Programme


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody in a class, or who was. `score` in hundredths."""

    id: int
    person_id: int
    name: str
    status: EnrolmentStatus
    ended_on: date | None
    score: int | None
    class_id: int
    class_code: str
    programme: str
    cohort: str
    starts_on: date
    ends_on: date
    lesson_hours: int
    place: str


_ALL = (
    select(
        Enrolment.id,
        Enrolment.person_id,
        Person.name,
        Enrolment.status,
        Enrolment.ended_on,
        Enrolment.score,
        TrainingClass.id,
        TrainingClass.code,
        Programme.name,
        Cohort.name,
        TrainingClass.starts_on,
        TrainingClass.ends_on,
        TrainingClass.lesson_hours,
        TrainingClass.place,
    )
    .join(Person, Person.id == Enrolment.person_id)
    .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .join(Cohort, Cohort.id == TrainingClass.cohort_id)
    .order_by(Enrolment.id)
)


# Built once: pages, messages and every tick ask for them.
_BY_ID = _ALL.where(Enrolment.id == bindparam("enrolment"))
_OF_CHAT = (
    _ALL.join(Link, Link.person_id == Enrolment.person_id)
    .where(Link.chat_id == bindparam("chat"))
    .order_by(None)
    .order_by(Enrolment.id.desc())
)
_STARTING = _ALL.where(
    TrainingClass.starts_on > bindparam("after"),
    TrainingClass.starts_on <= bindparam("until"),
    Enrolment.status == EnrolmentStatus.PARTICIPANT.value,
)


def _found(session: Session, chosen: Select[*tuple[Any, ...]], **values: object) -> list[Trainee]:
    rows: Any = plain.rows(session, chosen, **values).all()
    return [Trainee(row[0], row[1], row[2], EnrolmentStatus(row[3]), *row[4:]) for row in rows]


def by_id(session: Session, enrolment_id: int) -> Trainee | None:
    return next(iter(_found(session, _BY_ID, enrolment=enrolment_id)), None)


def of_class(session: Session, class_id: int, *statuses: EnrolmentStatus) -> list[Trainee]:
    """Those of a class, of these statuses or of any, in the order in which they came."""
    chosen = _ALL.where(Enrolment.class_id == class_id)
    if statuses:
        chosen = chosen.where(Enrolment.status.in_([status.value for status in statuses]))
    return _found(session, chosen)


def of_chat(session: Session, chat_id: int) -> list[Trainee]:
    """Every training of the people a chat speaks for, the latest first."""
    return _found(session, _OF_CHAT, chat=chat_id)


def starting(session: Session, after: date, until: date) -> list[Trainee]:
    """Participants whose training begins after the one day, and not after the other."""
    return _found(session, _STARTING, after=after, until=until)
