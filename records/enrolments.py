"""Enrolments: a person in a class, and what became of the training."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant
from records.steps import Kind, tread


class EnrolmentStatus(StrEnum):
    PARTICIPANT = "peserta"
    GRADUATED = "lulus_pelatihan"
    NOT_GRADUATED = "tidak_lulus_pelatihan"
    WITHDRAWN = "mengundurkan_diri"
    DISMISSED = "diberhentikan"


# Those who are no longer in.
GONE = (EnrolmentStatus.WITHDRAWN.value, EnrolmentStatus.DISMISSED.value)


class Enrolment(Base):
    __tablename__ = "enrolments"
    __table_args__ = (UniqueConstraint("person_id", "class_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    application_id: Mapped[int | None] = mapped_column(ForeignKey("applications.id"))
    status: Mapped[str] = mapped_column(String(24), index=True)
    ended_on: Mapped[date | None] = mapped_column(index=True)
    # The mark of the training in hundredths, 0 to 10000, where the centre gives one.
    score: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(Instant)
    # Since when it is known from a list of earlier alumni; None where she registered here.
    imported_at: Mapped[datetime | None] = mapped_column(Instant)


def enrol(session: Session, person_id: int, class_id: int, application_id: int | None, now: datetime) -> Enrolment:
    enrolment = Enrolment(
        person_id=person_id,
        class_id=class_id,
        application_id=application_id,
        status=EnrolmentStatus.PARTICIPANT.value,
        created_at=now,
    )
    session.add(enrolment)
    session.flush()
    tread(session, Kind.ENROLMENT, enrolment.id, EnrolmentStatus.PARTICIPANT, now)
    return enrolment


def participants(session: Session, class_id: int) -> list[Enrolment]:
    """Those still in training in a class."""
    return list(
        session.scalars(
            select(Enrolment)
            .where(Enrolment.class_id == class_id, Enrolment.status == EnrolmentStatus.PARTICIPANT.value)
            .order_by(Enrolment.id)
        )
    )


def graduates(session: Session, class_id: int) -> list[Enrolment]:
    """Those who have passed the training of a class."""
    chosen = select(Enrolment).where(Enrolment.class_id == class_id)
    return list(
        session.scalars(chosen.where(Enrolment.status == EnrolmentStatus.GRADUATED.value).order_by(Enrolment.id))
    )


def by_id(session: Session, enrolment_id: int) -> Enrolment | None:
    return session.get(Enrolment, enrolment_id)


def of_application(session: Session, application_id: int) -> Enrolment | None:
    """The latest training that came of an application: whoever was moved to another class has one in each."""
    chosen = select(Enrolment).where(Enrolment.application_id == application_id)
    return session.scalar(chosen.order_by(Enrolment.id.desc()).limit(1))


def of_person(session: Session, person_id: int) -> list[Enrolment]:
    """A person's trainings, the latest first."""
    chosen = select(Enrolment).where(Enrolment.person_id == person_id).order_by(Enrolment.id.desc())
    return list(session.scalars(chosen))


def without_application(session: Session, person_id: int) -> list[Enrolment]:
    """A person's trainings that came of no registration here, the latest first."""
    chosen = select(Enrolment).where(Enrolment.person_id == person_id, Enrolment.application_id.is_(None))
    return list(session.scalars(chosen.order_by(Enrolment.id.desc())))
