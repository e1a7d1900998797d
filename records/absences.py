"""Absences: leave (izin) that a participant asks for and an officer grants or refuses."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed
from records.enrolments import Enrolment


class AbsenceStatus(StrEnum):
    ASKED = "diajukan"
    GRANTED = "diizinkan"
    REFUSED = "ditolak"


class Absence(Base):
    """`photo` is Telegram's id of a picture that supports the reason (a doctor's letter); it is fetched when looked
    at.
    """

    __tablename__ = "absences"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    reason: Mapped[str] = mapped_column(Sealed)
    photo: Mapped[str | None] = mapped_column(Sealed)
    status: Mapped[str] = mapped_column(String(12), index=True)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    word: Mapped[str | None] = mapped_column(Sealed)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    answered_at: Mapped[datetime | None] = mapped_column(Instant)


def ask(
    session: Session, enrolment_id: int, first_day: date, last_day: date, reason: str, photo: str | None, now: datetime
) -> int:
    """A request; its id."""
    absence = Absence(
        enrolment_id=enrolment_id,
        first_day=first_day,
        last_day=last_day,
        reason=reason,
        photo=photo,
        status=AbsenceStatus.ASKED.value,
        asked_at=now,
    )
    session.add(absence)
    session.flush()
    return absence.id


def answer(
    session: Session, absence_id: int, status: AbsenceStatus, word: str | None, staff_id: int, now: datetime
) -> bool:
    """Answers if nobody has: True means that this officer did."""
    changed = session.execute(
        update(Absence)
        .where(Absence.id == absence_id, Absence.status == AbsenceStatus.ASKED.value)
        .values(status=status.value, word=word, answered_by=staff_id, answered_at=now)
        .returning(Absence.id)
    )
    return changed.first() is not None


def by_id(session: Session, absence_id: int) -> Absence | None:
    return session.get(Absence, absence_id)


# Built once: every tick asks whether any waits.
_WAITING = select(Absence).where(Absence.status == AbsenceStatus.ASKED.value).order_by(Absence.first_day, Absence.id)


def waiting(session: Session) -> list[Absence]:
    """Requests that nobody has answered, the earliest day first."""
    return list(session.scalars(_WAITING))


def excused_on(session: Session, class_id: int, day: date) -> frozenset[int]:
    """The enrolments of a class that have leave on a day."""
    rows = session.scalars(
        select(Absence.enrolment_id)
        .join(Enrolment, Enrolment.id == Absence.enrolment_id)
        .where(
            Enrolment.class_id == class_id,
            Absence.status == AbsenceStatus.GRANTED.value,
            Absence.first_day <= day,
            Absence.last_day >= day,
        )
    )
    return frozenset(rows)
