"""The uninvited: graduates whom no chat speaks for, and who can be invited to connect their Telegram."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.earlier.alumna import plain
from records.enrolments import Enrolment, EnrolmentStatus
from records.people import Link, Person
from records.programmes import Programme

_WITHOUT_CHAT = (
    Enrolment.status == EnrolmentStatus.GRADUATED.value,
    Link.person_id.is_(None),
    Person.deceased_on.is_(None),
)


@dataclass(frozen=True, slots=True)
class Uninvited:
    """A graduate of a class whom no chat speaks for, as an invitation names her."""

    person_id: int
    name: str
    phone: str | None


def of_class(session: Session, class_id: int) -> list[Uninvited]:
    """Graduates of a class who can be invited to connect their Telegram, by name."""
    rows = session.execute(
        select(Person.id, Person.name, Person.phone)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .outerjoin(Link, Link.person_id == Person.id)
        .where(Enrolment.class_id == class_id, *_WITHOUT_CHAT)
    )
    return sorted((Uninvited(*row) for row in rows), key=lambda one: plain(one.name))


@dataclass(frozen=True, slots=True)
class Uninvitable:
    """A class and how many of its graduates no chat speaks for."""

    class_id: int
    programme: str
    cohort: str
    count: int


def by_class(session: Session) -> list[Uninvitable]:
    """Every class that has some, the latest first."""
    rows = session.execute(
        select(TrainingClass.id, Programme.name, Cohort.name, func.count(Enrolment.id))
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .join(Enrolment, Enrolment.class_id == TrainingClass.id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Link, Link.person_id == Enrolment.person_id)
        .where(*_WITHOUT_CHAT)
        .group_by(TrainingClass.id, Programme.name, Cohort.name)
        .order_by(TrainingClass.ends_on.desc(), TrainingClass.id)
    )
    return [Uninvitable(*row) for row in rows]
