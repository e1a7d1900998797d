"""Seats: who holds one in a session of a test or an interview."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.applications import Application
from records.appointments import Appointment
from records.audiences.aspect import Aspect, people
from records.audiences.audience import Group, Trait
from records.sittings import Sitting, SittingState


def seated(group: Group) -> Aspect | None:
    asked = sorted(int(value) for value in group.of(Trait.SITTING))
    if not asked:
        return None
    hers = (
        select(Application.person_id)
        .join(Appointment, Appointment.application_id == Application.id)
        .where(Appointment.sitting_id.in_(asked), Appointment.seated)
    )
    return Aspect(people(hers), lambda person, _chat: hers.where(Application.person_id == person).exists())


def latest(session: Session, limit: int) -> list[int]:
    """The ids of the sessions that were not cancelled, the latest first."""
    chosen = select(Sitting.id).where(Sitting.state != SittingState.CANCELLED.value)
    return list(session.scalars(chosen.order_by(Sitting.starts_at.desc(), Sitting.id).limit(limit)))
