"""Attendance: who was there on which day of training, and the share of days that counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Instant
from records.enrolments import Enrolment
from records.upsert import upsert


class Presence(StrEnum):
    PRESENT = "hadir"
    EXCUSED = "izin"
    ABSENT = "alpa"


class Attendance(Base):
    """One participant on one day."""

    __tablename__ = "attendances"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    presence: Mapped[str] = mapped_column(String(8))
    noted_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    noted_at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Tally:
    """Days present, excused and absent."""

    present: int = 0
    excused: int = 0
    absent: int = 0

    @property
    def days(self) -> int:
        return self.present + self.excused + self.absent

    def share(self, excused_counts: bool) -> float | None:
        """Days that count as attended over all days noted, 0 to 1; None where nothing was noted yet."""
        if not self.days:
            return None
        return (self.present + (self.excused if excused_counts else 0)) / self.days


def mark(session: Session, enrolment_id: int, day: date, presence: Presence, staff_id: int, now: datetime) -> None:
    """Notes one participant; what was noted before is replaced."""
    key = {"enrolment_id": enrolment_id, "day": day}
    upsert(session, Attendance, key, {"presence": presence.value, "noted_by": staff_id, "noted_at": now})


def excuse(session: Session, enrolment_id: int, first: date, last: date, staff_id: int, now: datetime) -> None:
    """Days on which she was noted absent count as excused."""
    session.execute(
        update(Attendance)
        .where(
            Attendance.enrolment_id == enrolment_id,
            Attendance.day.between(first, last),
            Attendance.presence == Presence.ABSENT.value,
        )
        .values(presence=Presence.EXCUSED.value, noted_by=staff_id, noted_at=now)
    )


def on(session: Session, class_id: int, day: date) -> dict[int, Presence]:
    """What was noted of a class on a day, by enrolment."""
    rows = session.execute(
        select(Attendance.enrolment_id, Attendance.presence)
        .join(Enrolment, Enrolment.id == Attendance.enrolment_id)
        .where(Enrolment.class_id == class_id, Attendance.day == day)
    )
    return {enrolment_id: Presence(presence) for enrolment_id, presence in rows}


def tallies(session: Session, enrolment_ids: Collection[int]) -> dict[int, Tally]:
    """The tally of each of these; one without any day has an empty tally."""
    counted: dict[int, dict[str, int]] = {enrolment_id: {} for enrolment_id in enrolment_ids}
    rows = session.execute(
        select(Attendance.enrolment_id, Attendance.presence, func.count())
        .where(Attendance.enrolment_id.in_(list(enrolment_ids)))
        .group_by(Attendance.enrolment_id, Attendance.presence)
    )
    for enrolment_id, presence, count in rows:
        counted[enrolment_id][presence] = count
    return {
        enrolment_id: Tally(
            found.get(Presence.PRESENT.value, 0),
            found.get(Presence.EXCUSED.value, 0),
            found.get(Presence.ABSENT.value, 0),
        )
        for enrolment_id, found in counted.items()
    }
