"""Rolls: the people of a sitting or of a class, with their names and numbers, for the officers' lists."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from records import plain
from records.applications import Application, ApplicationStatus
from records.appointments import Answer, Appointment
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.people import Person
from records.programmes import Programme
from records.sittings import Sitting, SittingState


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody with an appointment."""

    appointment_id: int
    application_id: int
    number: str
    name: str
    phone: str | None
    answer: Answer
    attendance: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who applied to a class."""

    application_id: int
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class ClassToTest:
    """A class whose applicants are tested: how many are checked and have no date, how many are scheduled."""

    class_id: int
    programme: str
    cohort_id: int
    cohort: str
    checked: int
    scheduled: int


def classes_to_test(session: Session, class_id: int | None = None) -> list[ClassToTest]:
    """Classes with checked or scheduled applicants, the earliest to begin first; or one class, whoever is in it."""
    checked = Application.status == ApplicationStatus.ADMINISTRATIVELY_PASSED.value
    scheduled = Application.status == ApplicationStatus.TEST_SCHEDULED.value
    chosen = (
        select(
            TrainingClass.id,
            Programme.name,
            Cohort.id,
            Cohort.name,
            func.count(Application.id).filter(checked),
            func.count(Application.id).filter(scheduled),
        )
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .outerjoin(Application, Application.class_id == TrainingClass.id)
        .group_by(TrainingClass.id, Programme.name, Cohort.id, Cohort.name)
        .order_by(TrainingClass.starts_on, Programme.name, TrainingClass.id)
    )
    chosen = chosen.where(or_(checked, scheduled)) if class_id is None else chosen.where(TrainingClass.id == class_id)
    return [ClassToTest(*row) for row in session.execute(chosen)]


def _invitees(session: Session, *where: ColumnElement[bool]) -> list[Invitee]:
    rows = session.execute(
        select(
            Appointment.id,
            Application.id,
            Application.number,
            Person.name,
            Person.phone,
            Appointment.answer,
            Appointment.attendance,
        )
        .join(Application, Application.id == Appointment.application_id)
        .join(Person, Person.id == Application.person_id)
        .where(*where)
        .order_by(Application.serial)
    )
    return [Invitee(a, b, number, name, phone, Answer(said), came) for a, b, number, name, phone, said, came in rows]


def of_sitting(session: Session, sitting_id: int) -> list[Invitee]:
    """Those who hold a seat in it, by number."""
    return _invitees(session, Appointment.sitting_id == sitting_id, Appointment.seated.is_(True))


def silent(session: Session, sitting_id: int) -> list[Invitee]:
    """Those with a seat who have not answered."""
    return [each for each in of_sitting(session, sitting_id) if each.answer is Answer.SILENT]


def without_seat(session: Session, sitting_id: int) -> list[Invitee]:
    """Those who gave their seat in it up and wait for none: an officer has to place them."""
    return _invitees(
        session,
        Appointment.sitting_id == sitting_id,
        ~Appointment.seated,
        Appointment.waits_for.is_(None),
        Appointment.answer == Answer.CANNOT.value,
        Application.status == ApplicationStatus.TEST_SCHEDULED.value,
    )


def scorable(session: Session, class_id: int) -> list[Listed]:
    """Those of a class who may be given scores: whoever is scheduled for a test and not decided on yet, by number."""
    rows = session.execute(
        select(Application.id, Application.number, Person.name)
        .join(Person, Person.id == Application.person_id)
        .where(Application.class_id == class_id, Application.status == ApplicationStatus.TEST_SCHEDULED.value)
        .order_by(Application.serial)
    )
    return [Listed(*row) for row in rows]


# Built once: every tick asks for them.
_STRAYS = (
    select(Appointment.id)
    .join(Application, Application.id == Appointment.application_id)
    .join(Sitting, Sitting.id == Appointment.sitting_id)
    .where(
        Application.status != ApplicationStatus.TEST_SCHEDULED.value,
        or_(
            and_(Appointment.seated, Sitting.state == SittingState.OPEN.value, Sitting.starts_at > bindparam("now")),
            Appointment.waits_for.is_not(None),
        ),
    )
    .order_by(Appointment.id)
    .limit(200)
)


def strays(session: Session, now: datetime) -> list[int]:
    """Appointments whose seat or place in a waiting list is kept though their application goes another way by now."""
    return list(plain.rows(session, _STRAYS, now=now).scalars())
