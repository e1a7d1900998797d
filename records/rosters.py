"""Rosters: the people of a class at a stage of the road, with what papers and lists tell of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from records import attendance, certificates, scores
from records.applications import Application, ApplicationStatus
from records.attendance import Tally
from records.enrolments import GONE, Enrolment, EnrolmentStatus
from records.people import Person


class Stage(StrEnum):
    """Whom a list holds."""

    APPLICANTS = "pendaftar"
    CHECKED = "lolos"
    TESTED = "tes"
    RESULT = "hasil"
    PARTICIPANTS = "peserta"
    GRADUATES = "lulusan"


_S = ApplicationStatus
_DECIDED = (_S.SELECTED, _S.RESERVE, _S.NOT_SELECTED, _S.ABSENT, _S.REREGISTERING, _S.PARTICIPANT)
STATUSES: dict[Stage, tuple[ApplicationStatus, ...]] = {
    Stage.APPLICANTS: tuple(_S),
    Stage.CHECKED: (_S.ADMINISTRATIVELY_PASSED, _S.TEST_SCHEDULED, *_DECIDED),
    Stage.TESTED: (_S.TEST_SCHEDULED, *_DECIDED),
    Stage.RESULT: _DECIDED,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a roster. `status` is the code of her application, or of her training from there on."""

    number: str
    status: str
    name: str
    nik: str
    born: date | None
    sex: str
    phone: str
    address: str
    kecamatan: str | None
    kelurahan: str | None
    town: str
    education: str
    certificate: str = ""
    days_present: int = 0
    scores: tuple[tuple[str, Decimal], ...] = ()


def roster(session: Session, class_id: int, stage: Stage) -> list[Entry]:
    """The people of a class at a stage: applicants by their number, those in training by name."""
    if stage in STATUSES:
        return _applicants(session, class_id, STATUSES[stage])
    if stage is Stage.GRADUATES:
        return _trained(session, class_id, Enrolment.status == EnrolmentStatus.GRADUATED.value)
    return _trained(session, class_id, Enrolment.status.not_in(GONE))


def _applicants(session: Session, class_id: int, statuses: tuple[ApplicationStatus, ...]) -> list[Entry]:
    marks = scores.of_class(session, class_id)
    rows = session.execute(
        select(Application, Person)
        .join(Person, Person.id == Application.person_id)
        .where(Application.class_id == class_id, Application.status.in_([status.value for status in statuses]))
        .order_by(Application.serial)
    )
    return [
        _entry(person, application.number, application.status, marks=marks.get(application.id))
        for application, person in rows
    ]


def _trained(session: Session, class_id: int, chosen: ColumnElement[bool]) -> list[Entry]:
    rows = session.execute(
        select(Enrolment, Person, Application.number)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Application, Application.id == Enrolment.application_id)
        .where(Enrolment.class_id == class_id, chosen)
    ).all()
    given = certificates.of_class(session, class_id)
    tallies = attendance.tallies(session, [enrolment.id for enrolment, _person, _number in rows])
    entries = [
        _entry(
            person,
            number or "",
            enrolment.status,
            certificate=given[enrolment.id].number if enrolment.id in given else "",
            days_present=tallies.get(enrolment.id, Tally()).present,
        )
        for enrolment, person, number in rows
    ]
    return sorted(entries, key=lambda entry: (entry.name.casefold(), entry.number))


def _entry(
    person: Person,
    number: str,
    status: str,
    *,
    certificate: str = "",
    days_present: int = 0,
    marks: Mapping[str, Decimal] | None = None,
) -> Entry:
    return Entry(
        number=number,
        status=status,
        name=person.name,
        nik=person.nik or "",
        born=person.born,
        sex=person.sex or "",
        phone=person.phone or "",
        address=person.address or "",
        kecamatan=person.kecamatan,
        kelurahan=person.kelurahan,
        town=person.town or "",
        education=person.education or "",
        certificate=certificate,
        days_present=days_present,
        scores=tuple(sorted((marks or {}).items())),
    )
