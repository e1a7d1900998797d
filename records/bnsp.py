"""BNSP certificates: from the competency test to the day they expire."""

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from sqlalchemy import ForeignKey, String, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity
from records.certificates import NUMBER_LETTERS
from records.competency import Competency
from records.enrolments import Enrolment
from records.steps import Kind, tread


class BnspStatus(StrEnum):
    IN_PROCESS = "proses"
    ISSUED = "terbit"
    HANDED_OVER = "diserahkan"
    EXPIRED = "kedaluwarsa"


VALID = (BnspStatus.ISSUED.value, BnspStatus.HANDED_OVER.value)


class Bnsp(Base):
    """The certificate that follows from one competency; `expires_on` is the first day on which it is not valid."""

    __tablename__ = "bnsp_certificates"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    competency_id: Mapped[int] = mapped_column(ForeignKey("competencies.id"), unique=True)
    status: Mapped[str] = mapped_column(String(12))
    number: Mapped[str | None] = mapped_column(String(NUMBER_LETTERS), unique=True)
    issued_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)


# Built once: every tick asks for them.
_VALID = plain.one_of(Bnsp.status, VALID)
_EXPIRING = (
    select(Bnsp)
    .where(_VALID, Bnsp.expires_on <= bindparam("until"))
    .order_by(Bnsp.expires_on, Bnsp.id)
    .limit(bindparam("limit"))
)
_NEXT_EXPIRY = select(func.min(Bnsp.expires_on)).where(_VALID, Bnsp.expires_on > bindparam("after"))


def expect(session: Session, competency_id: int, now: datetime) -> int:
    """From now on the certificate is on its way; its id."""
    certificate = Bnsp(competency_id=competency_id, status=BnspStatus.IN_PROCESS.value)
    session.add(certificate)
    session.flush()
    tread(session, Kind.BNSP, certificate.id, BnspStatus.IN_PROCESS, now)
    return certificate.id


def particulars(session: Session, bnsp_id: int, number: str, issued_on: date, years: int) -> None:
    """What stands on the certificate, valid for so many years."""
    session.execute(
        update(Bnsp)
        .where(Bnsp.id == bnsp_id)
        .values(number=number, issued_on=issued_on, expires_on=issued_on + relativedelta(years=years))
    )


def by_id(session: Session, bnsp_id: int) -> Bnsp | None:
    return session.get(Bnsp, bnsp_id)


def enrolment_of(session: Session, bnsp_id: int) -> int | None:
    """Whose it is."""
    return session.scalar(
        select(Competency.enrolment_id).join(Bnsp, Bnsp.competency_id == Competency.id).where(Bnsp.id == bnsp_id)
    )


def of_class(session: Session, class_id: int) -> list[tuple[int, Bnsp]]:
    """The certificates of a class with their enrolments, in the order of the enrolments."""
    rows = session.execute(
        select(Competency.enrolment_id, Bnsp)
        .join(Competency, Competency.id == Bnsp.competency_id)
        .join(Enrolment, Enrolment.id == Competency.enrolment_id)
        .where(Enrolment.class_id == class_id)
        .order_by(Competency.enrolment_id, Bnsp.id)
    )
    return [(enrolment_id, certificate) for enrolment_id, certificate in rows]


def of_enrolment(session: Session, enrolment_id: int) -> Bnsp | None:
    """The latest."""
    return session.scalars(
        select(Bnsp)
        .join(Competency, Competency.id == Bnsp.competency_id)
        .where(Competency.enrolment_id == enrolment_id)
        .order_by(Bnsp.id.desc())
        .limit(1)
    ).first()


def taken(session: Session, numbers: Collection[str]) -> frozenset[str]:
    found = session.scalars(select(Bnsp.number).where(Bnsp.number.in_(list(numbers))))
    return frozenset(number for number in found if number is not None)


def expiring(session: Session, until: date, limit: int) -> list[Bnsp]:
    """Valid ones that expire on this day or before, the earliest first."""
    return list(session.scalars(_EXPIRING, {"until": until, "limit": limit}))


def next_expiry(session: Session, after: date) -> date | None:
    """The first day after this one on which a valid one expires."""
    return plain.scalar(session, _NEXT_EXPIRY, after=after)


def forget_in_process(session: Session, competency_id: int) -> bool:
    """A result is taken back: a certificate that was only awaited is no longer. False where one was issued on it."""
    found = session.scalar(select(Bnsp).where(Bnsp.competency_id == competency_id))
    if found is None:
        return True
    if found.status != BnspStatus.IN_PROCESS.value:
        return False
    session.delete(found)
    session.flush()
    return True
