"""Applicants who are to be tested, and sittings for them: what tests of seats stand on."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from records import applications, road, sittings
from records.applications import ApplicationStatus
from records.sittings import Plan, Spot
from records.steps import Kind
from records.vault import Vault
from tests.records.clock import NOON
from tests.records.town import Town

WRITTEN = "tertulis"


@dataclass(frozen=True)
class Exam:
    """A class, its checked applicants by number, sittings a day apart from tomorrow, the officer."""

    cohort_id: int
    class_id: int
    applications: tuple[int, ...]
    sittings: tuple[int, ...]
    officer: int


def exam(session: Session, vault: Vault, people: int, *capacities: int) -> Exam:
    """One sitting for each capacity."""
    town = Town(session, vault)
    a_class, officer = town.a_class(), town.officer()
    filed = tuple(_checked(session, town, a_class.cohort_id, a_class.id) for _ in range(people))
    planned = [
        Plan(
            kind=WRITTEN,
            cohort_id=a_class.cohort_id,
            class_id=a_class.id,
            first=NOON + timedelta(days=day),
            minutes=90,
            count=1,
            capacity=capacity,
            spot=Spot("Aula BLK"),
        )
        for day, capacity in enumerate(capacities, 1)
    ]
    made = tuple(sittings.schedule(session, plan, officer.id, NOON)[0] for plan in planned)
    return Exam(a_class.cohort_id, a_class.id, filed, made, officer.id)


def _checked(session: Session, town: Town, cohort_id: int, class_id: int) -> int:
    filed = applications.file(session, town.person().id, cohort_id, class_id, NOON).id
    for status in (ApplicationStatus.VERIFYING, ApplicationStatus.ADMINISTRATIVELY_PASSED):
        assert road.move(session, Kind.APPLICATION, filed, status, NOON)
    return filed
