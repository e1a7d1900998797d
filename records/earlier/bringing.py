"""Bringing: rows of a list become people, classes and trainings that have ended. Whatever is there already stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import certificates, offering, people
from records.classes import TrainingClass
from records.earlier.alumna import Earlier, plain
from records.earlier.known import Known
from records.enrolments import Enrolment, EnrolmentStatus
from records.people import Person
from records.steps import Kind, tread
from records.vault import Vault

AFTERNOON = time(14)
FUNDING = "APBD"
# Nobody could ever register: the cohort is history when it comes here.
REGISTRATION_DAYS = 1


@dataclass(frozen=True, slots=True)
class Brought:
    """An enrolment that a row brought, and whether it is new."""

    enrolment_id: int
    is_new: bool


def bring(
    session: Session,
    vault: Vault,
    rows: Sequence[Earlier],
    place: str,
    zone: ZoneInfo,
    staff_id: int,
    now: datetime,
) -> list[Brought]:
    """Brings some rows, in one transaction; `place` is where the trainings were held. Their follow-ups are for the
    caller to plan.
    """
    known = Known(session, vault, rows)
    brought = []
    for row in rows:
        a_class = known.class_of(row) or _class(session, known, row, place, zone)
        person_id = known.person_of(row)
        if person_id is None:
            person_id = _person(session, vault, row, now)
        _complete(session, vault, person_id, row)
        brought.append(_enrolled(session, person_id, a_class, row, staff_id, now))
        known.remember(row, person_id, a_class.id)
    session.flush()
    return brought


def _class(session: Session, known: Known, row: Earlier, place: str, zone: ZoneInfo) -> TrainingClass:
    """The class of a row, made with its kejuruan and cohort where they are new."""
    programme_id = known.programmes.get(plain(row.programme))
    if programme_id is None:
        programme_id = offering.add_programme(session, {"name": row.programme, "teaches": row.programme}).id
        known.programmes[plain(row.programme)] = programme_id
    cohort_id = known.cohorts.get((plain(row.cohort), row.year)) or _cohort(session, known, row, zone)
    values = {
        "programme_id": programme_id,
        "seats": 16,
        "lesson_hours": 0,
        "starts_on": row.ended_on,
        "ends_on": row.ended_on,
        "place": place,
        "funding": FUNDING,
    }
    made = offering.add_class(session, cohort_id, values)
    made.graduated_at = datetime.combine(row.ended_on, AFTERNOON, zone)
    known.classes[(cohort_id, programme_id)] = made
    return made


def _cohort(session: Session, known: Known, row: Earlier, zone: ZoneInfo) -> int:
    """A cohort that is over: nobody is told that its registration opens or closes."""
    closed = datetime.combine(row.ended_on, AFTERNOON, zone)
    values = {
        "name": row.cohort,
        "year": row.year,
        "opens_at": closed - timedelta(days=REGISTRATION_DAYS),
        "closes_at": closed,
        "opened_told_at": closed,
        "closed_told_at": closed,
        "starts_on": row.ended_on,
        "ends_on": row.ended_on,
    }
    cohort_id = offering.add_cohort(session, values).id
    known.cohorts[(plain(row.cohort), row.year)] = cohort_id
    return cohort_id


def _person(session: Session, vault: Vault, row: Earlier, now: datetime) -> int:
    digest = None if row.nik is None else vault.digest("nik", row.nik)
    person = Person(name=row.name, nik=row.nik, nik_digest=digest, created_at=now)
    session.add(person)
    session.flush()
    return person.id


def _complete(session: Session, vault: Vault, person_id: int, row: Earlier) -> None:
    """What is not known of her yet; what she told herself stays as it is."""
    person = people.by_id(session, person_id)
    told = {
        "nik": row.nik,
        "sex": row.sex,
        "birth_date": None if row.born is None else row.born.isoformat(),
        "phone": row.phone,
        "kecamatan": row.kecamatan,
        "kelurahan": row.kelurahan,
        "second_contact": row.second_contact,
        "second_contact_phone": row.second_contact_phone,
    }
    for name, value in told.items():
        if value is not None and getattr(person, name) is None:
            setattr(person, name, value)
    if person.nik is not None and person.nik_digest is None:
        person.nik_digest = vault.digest("nik", person.nik)
    if person.phone is not None and person.phone_digest is None:
        person.phone_digest = vault.digest("phone", person.phone)
    session.flush()


def _enrolled(
    session: Session, person_id: int, a_class: TrainingClass, row: Earlier, staff_id: int, now: datetime
) -> Brought:
    chosen = select(Enrolment).where(Enrolment.person_id == person_id, Enrolment.class_id == a_class.id)
    there = session.scalar(chosen)
    if there is not None:
        return Brought(there.id, is_new=False)
    made = Enrolment(
        person_id=person_id,
        class_id=a_class.id,
        status=EnrolmentStatus.GRADUATED.value,
        ended_on=row.ended_on,
        created_at=now,
        imported_at=now,
    )
    session.add(made)
    session.flush()
    tread(session, Kind.ENROLMENT, made.id, EnrolmentStatus.GRADUATED, now, staff_id=staff_id)
    if row.certificate is not None and not certificates.taken(session, [row.certificate]):
        certificates.give(session, made.id, row.certificate, row.ended_on.year, None, staff_id, now)
    return Brought(made.id, is_new=True)
