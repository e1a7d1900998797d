"""Two classes with applicants, one of which an officer cancels; where everybody stands then."""

from datetime import UTC, datetime

from records import applications, enrolments, people, road, wishes
from records.applications import ApplicationStatus
from records.session import Session
from records.steps import Kind
from tests.journeys.applicant import BUDI, SITI, newcomer, registers
from tests.journeys.founding import (
    COHORT,
    adds_a_class,
    makes_a_cohort,
    makes_a_programme,
    opens_the_cohorts,
)
from tests.person import Phone
from tests.stage import Stage

OPENING = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
SEWING, WELDING = 1, 2


async def two_classes(stage: Stage, head: Phone, *changed: tuple[str, str]) -> None:
    """Sewing and welding in one cohort that one can register for; `changed` are the answers for welding."""
    await makes_a_programme(head)
    await makes_a_programme(head, "Las SMAW")
    await makes_a_cohort(head)
    await adds_a_class(head)
    await head.taps(f"⬅️ {COHORT}")
    await adds_a_class(head, "Las SMAW", *changed)
    await stage.until(OPENING)


async def applicants(stage: Stage) -> tuple[Phone, Phone]:
    siti, budi = await newcomer(stage), await newcomer(stage, "Budi", "+6281234567891")
    await registers(siti, SITI)
    await registers(budi, BUDI)
    return siti, budi


async def begins_to_cancel(head: Phone, reason: str = "Instruktur berhalangan") -> None:
    await opens_the_cohorts(head)
    await head.taps(COHORT)
    await head.taps("Menjahit ·")
    await head.taps("Batalkan kelas ini")
    head.sees("Mengapa Menjahit, Angkatan I 2026, dibatalkan?")
    await head.taps(reason)


def becomes_a_participant(session: Session, now: datetime) -> None:
    """Siti goes all the way; the selection itself is told elsewhere."""
    status = ApplicationStatus
    for to in (
        *(status.VERIFYING, status.ADMINISTRATIVELY_PASSED, status.SELECTED, status.REREGISTERING),
        status.PARTICIPANT,
    ):
        assert road.move(session, Kind.APPLICATION, 1, to, now)
    application = session.get_one(applications.Application, 1)
    enrolments.enrol(session, application.person_id, SEWING, 1, now)


def standing(session: Session, application_id: int) -> tuple[int, str]:
    application = session.get_one(applications.Application, application_id)
    return application.class_id, application.status


def wished(session: Session, chat_id: int) -> list[str]:
    return list(wishes.of_chat(session, chat_id).values())


def classes_of(session: Session, person_of: int) -> list[tuple[int, str]]:
    (person,) = people.of_chat(session, person_of)
    return [(one.class_id, one.status) for one in enrolments.of_person(session, person.id)]


async def cancels_towards_the_wish_list(stage: Stage, head: Phone) -> None:
    await begins_to_cancel(head)
    await head.taps("Ke daftar peminat Menjahit")
    await head.taps("Ya, batalkan kelas")
    await stage.a_moment_passes()
