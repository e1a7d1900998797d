"""The class in training: what stands about its people, and how officers come to it."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from records import enrolments, people, steps
from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.meetings import Meeting
from records.steps import Kind
from tests.journeys.office import RUNNING_CLASS, goes_to
from tests.person import Phone


def running(session: Session) -> TrainingClass:
    """The class that is about to end."""
    found = select(TrainingClass).join(Enrolment, Enrolment.class_id == TrainingClass.id)
    return session.scalars(found.where(TrainingClass.graduated_at.is_(None)).order_by(TrainingClass.ends_on)).first()  # type: ignore[return-value]


def enrolment_of(session: Session, chat_id: int) -> Enrolment:
    (found, *_rest) = enrolments.of_person(session, people.of_chat(session, chat_id)[0].id)
    return found


def status_of(session: Session, chat_id: int) -> str:
    return enrolment_of(session, chat_id).status


def last_step(session: Session, enrolment_id: int) -> steps.Milestone:
    return steps.milestones(session, Kind.ENROLMENT, enrolment_id)[-1]


def lessons(session: Session, days: tuple[date, ...]) -> None:
    """In the place of those that the class has."""
    session.execute(delete(Meeting).where(Meeting.class_id == running(session).id))
    session.add_all(
        Meeting(class_id=running(session).id, held_on=day, begins="08:00", ends="15:00", place="Aula") for day in days
    )


async def opens_the_class(officer: Phone) -> None:
    await goes_to(officer, "🏫 Pelatihan")
    await officer.taps(RUNNING_CLASS.split(" (")[0])


async def makes_the_timetable(officer: Phone) -> None:
    await opens_the_class(officer)
    await officer.taps("📅 Jadwal")
    await officer.taps("Buat jadwal")
    for said in ("Senin-Jumat", "08.00-15.00"):
        await officer.says(said)
    await officer.taps("Gedung UPTD BLK")
    await officer.taps("Tanpa materi")
    await officer.taps("Masukkan ke jadwal")
