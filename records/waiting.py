"""Waiting lists: who waits for a seat in a sitting, in which order."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records import appointments
from records.appointments import Appointment


def last(session: Session, sitting_id: int) -> int:
    """The highest number given out on the list; 0 where nobody waits."""
    return session.scalar(select(func.max(Appointment.queue)).where(Appointment.waits_for == sitting_id)) or 0


def position(session: Session, appointment_id: int) -> int | None:
    """Her place on the waiting list, 1 being the next; None where she waits for nothing."""
    hers = appointments.by_id(session, appointment_id)
    if hers is None or hers.waits_for is None or hers.queue is None:
        return None
    return session.scalar(
        select(func.count(Appointment.id)).where(
            Appointment.waits_for == hers.waits_for, Appointment.queue <= hers.queue
        )
    )


def first(session: Session, sitting_id: int) -> int | None:
    """The appointment that is next."""
    return session.scalar(
        select(Appointment.id).where(Appointment.waits_for == sitting_id).order_by(Appointment.queue).limit(1)
    )


def of_sitting(session: Session, sitting_id: int) -> list[Appointment]:
    """Everybody on the list, in its order."""
    chosen = select(Appointment).where(Appointment.waits_for == sitting_id).order_by(Appointment.queue)
    return list(session.scalars(chosen, execution_options={"populate_existing": True}))
