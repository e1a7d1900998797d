"""Attendance of a sitting: who came, and what becomes of those nobody has marked when it is closed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from records import sittings
from records.appointments import Appointment, Attendance
from records.sittings import SittingState

# What a tap makes of it: nothing yet, present, absent, excused, and round again.
AFTER: dict[str | None, str | None] = {
    None: Attendance.PRESENT.value,
    Attendance.PRESENT.value: Attendance.ABSENT.value,
    Attendance.ABSENT.value: Attendance.EXCUSED.value,
    Attendance.EXCUSED.value: None,
}


def mark(session: Session, sitting_id: int, appointment_ids: Iterable[int], came: str | None) -> int:
    """Marks those who have a seat in this sitting; how many that was."""
    marked = session.execute(
        update(Appointment)
        .where(
            Appointment.id.in_(list(appointment_ids)),
            Appointment.sitting_id == sitting_id,
            Appointment.seated,
        )
        .values(attendance=came)
        .returning(Appointment.id),
        execution_options={"synchronize_session": False},
    )
    return len(marked.all())


def close(session: Session, sitting_id: int, now: datetime) -> bool:
    """The sitting was held: whoever was not marked was absent. False where it has not begun, or is closed already."""
    sitting = sittings.by_id(session, sitting_id)
    if sitting is None or sitting.starts_at > now or not sittings.end(session, sitting_id, SittingState.HELD):
        return False
    session.execute(
        update(Appointment)
        .where(
            Appointment.sitting_id == sitting_id,
            Appointment.seated,
            Appointment.attendance.is_(None),
        )
        .values(attendance=Attendance.ABSENT.value),
        execution_options={"synchronize_session": False},
    )
    return True
