"""What the centre offers, written into the records by the test itself."""

from datetime import datetime, timedelta

from sqlalchemy import select

from records.classes import TrainingClass
from records.cohorts import Cohort
from records.programmes import Programme
from records.requirements import Requirements
from records.session import Session


def open_cohort(
    session: Session,
    now: datetime,
    *,
    name: str = "Angkatan Khusus",
    code: str = "9999-1",
    programme: str = "Las SMAW",
    requirements: Requirements = Requirements(),  # noqa: B008 (frozen)
    days: int = 10,
) -> int:
    """A cohort that one can register for during `days` from now, with one class; the id of the class."""
    starts_on = (now + timedelta(days=days + 20)).date()
    cohort = Cohort(
        code=code,
        name=name,
        year=starts_on.year,
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=days),
        opened_told_at=now,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=30),
    )
    session.add(cohort)
    session.flush()
    found = session.scalars(select(Programme).where(Programme.name == programme)).one()
    a_class = TrainingClass(
        code=f"{code}-kelas",
        programme_id=found.id,
        cohort_id=cohort.id,
        seats=16,
        lesson_hours=140,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=30),
        place="Bengkel UPTD BLK",
        funding="APBD",
        requirements=requirements.to_json(),
    )
    session.add(a_class)
    session.flush()
    return a_class.id
