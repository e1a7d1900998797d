"""Appointments: who is invited to which sitting, what she answered, whether she came. One a person and kind."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant


class Answer(StrEnum):
    """What somebody invited says: nothing yet, that she comes, that she cannot."""

    SILENT = "silent"
    COMES = "comes"
    CANNOT = "cannot"


class Attendance(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


class Appointment(Base):
    """`sitting_id` is the sitting she holds a seat in (`seated`), or the last one she held one in.

    `waits_for` is the sitting on whose waiting list she is; the order there is that of `queue`. She may change once
    (`changed`). `round` is that of the sitting when she was last asked.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        UniqueConstraint("application_id", "kind"),
        Index("ix_appointments_waits_for_queue", "waits_for", "queue"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    kind: Mapped[str] = mapped_column(String(16))
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sittings.id"), index=True)
    seated: Mapped[bool]
    waits_for: Mapped[int | None] = mapped_column(ForeignKey("sittings.id"))
    queue: Mapped[int | None]
    changed: Mapped[bool] = mapped_column(default=False)
    round: Mapped[int] = mapped_column(default=1)
    answer: Mapped[str] = mapped_column(String(8))
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    attendance: Mapped[str | None] = mapped_column(String(8))
    invited_at: Mapped[datetime] = mapped_column(Instant)


def by_id(session: Session, appointment_id: int) -> Appointment | None:
    return session.get(Appointment, appointment_id, populate_existing=True)
