"""Candidates: what is on record of somebody, as the requirements of a class ask for it."""

from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.people import Education, Person
from records.requirements import Candidate, age_on


def candidate(session: Session, person: Person, starts_on: date, besides: int | None = None) -> Candidate:
    """As she will be on the first day of a class; the training that came of the application `besides` is no earlier
    one.
    """
    trained = earlier(session, person.id, besides)
    return Candidate(
        resident=None if person.kecamatan is None and person.town is None else person.kecamatan is not None,
        age=None if person.born is None else age_on(person.born, starts_on),
        education=None if person.education is None else Education(person.education),
        had_course=bool(trained) or person.attended_before,
        last_course=_years_since_the_last(person, trained, starts_on),
        activity=person.activity,
    )


def earlier(session: Session, person_id: int, besides: int | None = None) -> list[Enrolment]:
    """Her other trainings, the latest first. One whose class was cancelled was none."""
    chosen = (
        select(Enrolment)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(Enrolment.person_id == person_id, TrainingClass.cancelled_at.is_(None))
        .order_by(Enrolment.id.desc())
    )
    if besides is not None:
        chosen = chosen.where(Enrolment.application_id.is_distinct_from(besides))
    return list(session.scalars(chosen))


def _years_since_the_last(person: Person, trained: list[Enrolment], starts_on: date) -> int | None:
    """By our records and by what she said, whichever is later; of a year that she said it counts from its beginning."""
    passed = [relativedelta(starts_on, one.ended_on).years for one in trained if one.ended_on is not None]
    if person.attended_year is not None:
        passed.append(starts_on.year - person.attended_year)
    return max(0, min(passed)) if passed else None
