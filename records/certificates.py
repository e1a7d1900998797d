"""Certificates: the register of training certificates. A number is given once, and a participant has one."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant
from records.enrolments import Enrolment

NUMBER_LETTERS = 60


class Certificate(Base):
    """`serial` counts up within `year`, where the number was made by rule; None where staff brought it."""

    __tablename__ = "certificates"
    __table_args__ = (UniqueConstraint("year", "serial"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), unique=True)
    number: Mapped[str] = mapped_column(String(NUMBER_LETTERS), unique=True)
    year: Mapped[int]
    serial: Mapped[int | None]
    given_at: Mapped[datetime] = mapped_column(Instant)
    given_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))


def next_serial(session: Session, year: int) -> int:
    return 1 + (session.scalar(select(func.max(Certificate.serial)).where(Certificate.year == year)) or 0)


def give(
    session: Session, enrolment_id: int, number: str, year: int, serial: int | None, staff_id: int, now: datetime
) -> int:
    """Enters a number into the register; the id of the entry. The database refuses a number that is taken."""
    certificate = Certificate(
        enrolment_id=enrolment_id, number=number, year=year, serial=serial, given_at=now, given_by=staff_id
    )
    session.add(certificate)
    session.flush()
    return certificate.id


def of_enrolment(session: Session, enrolment_id: int) -> Certificate | None:
    return session.scalar(select(Certificate).where(Certificate.enrolment_id == enrolment_id))


def of_class(session: Session, class_id: int) -> dict[int, Certificate]:
    """By enrolment."""
    found = session.scalars(
        select(Certificate)
        .join(Enrolment, Enrolment.id == Certificate.enrolment_id)
        .where(Enrolment.class_id == class_id)
    )
    return {certificate.enrolment_id: certificate for certificate in found}


def taken(session: Session, numbers: Collection[str]) -> frozenset[str]:
    """Those of these numbers that are in the register."""
    return frozenset(session.scalars(select(Certificate.number).where(Certificate.number.in_(list(numbers)))))
