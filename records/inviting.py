"""Inviting: applicants get seats, by their number; freed seats go to those who wait; a cancelled sitting is emptied."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from records import road, seats, sittings, waiting
from records.applications import Application, ApplicationStatus
from records.appointments import Answer, Appointment
from records.sittings import Sitting, SittingState
from records.steps import Kind

# Who may be invited: the checked, and those who are scheduled for another kind of test already.
INVITABLE = (ApplicationStatus.ADMINISTRATIVELY_PASSED.value, ApplicationStatus.TEST_SCHEDULED.value)


@dataclass(frozen=True, slots=True)
class Invited:
    """The appointments made, and how many are left without a seat."""

    appointments: tuple[int, ...]
    left: int


def candidates(session: Session, kind: str, cohort_id: int, class_id: int | None) -> list[Application]:
    """Who is to be invited to a kind of test, by number: whoever has no seat, waits for none and did not say no."""
    settled = select(Appointment.application_id).where(
        Appointment.kind == kind,
        Appointment.seated | Appointment.waits_for.is_not(None) | (Appointment.answer == Answer.CANNOT.value),
    )
    chosen = select(Application).where(
        Application.cohort_id == cohort_id,
        Application.status.in_(INVITABLE),
        Application.id.not_in(settled),
    )
    if class_id is not None:
        chosen = chosen.where(Application.class_id == class_id)
    return list(session.scalars(chosen.order_by(Application.serial)))


def open_for(session: Session, kind: str, cohort_id: int, class_id: int, now: datetime) -> list[Sitting]:
    """Sittings with free seats for an applicant of a class, the earliest first; those of her own class before others
    of the same time.
    """
    return sorted(
        (
            sitting
            for sitting in sittings.for_class(session, class_id, cohort_id)
            if sitting.kind == kind
            and sitting.state == SittingState.OPEN.value
            and sitting.starts_at > now
            and sitting.free > 0
        ),
        key=lambda sitting: (sitting.starts_at, sitting.class_id is None, sitting.id),
    )


def invite(session: Session, application: Application, sitting: Sitting, now: datetime, staff_id: int) -> int | None:
    """Gives an applicant a seat, and moves her on; the appointment's id, or None where no seat is left."""
    if not seats.take(session, sitting.id, now):
        return None
    road.move(session, Kind.APPLICATION, application.id, ApplicationStatus.TEST_SCHEDULED, now, staff_id=staff_id)
    values = {
        "sitting_id": sitting.id,
        "seated": True,
        "waits_for": None,
        "queue": None,
        "round": sitting.round,
        "answer": Answer.SILENT.value,
        "answered_at": None,
        "attendance": None,
        "invited_at": now,
    }
    mine = (Appointment.application_id == application.id, Appointment.kind == sitting.kind)
    earlier = session.scalar(select(Appointment.id).where(*mine))
    if earlier is None:
        new = {"application_id": application.id, "kind": sitting.kind, "changed": False, **values}
        return session.execute(insert(Appointment).values(**new).returning(Appointment.id)).scalar_one()
    if seats.won(session, update(Appointment).where(*mine, ~Appointment.seated).values(**values)):
        return earlier
    seats.give_back(session, sitting.id)
    return None


def invite_all(
    session: Session, kind: str, cohort_id: int, class_id: int | None, staff_id: int, now: datetime
) -> Invited:
    """Invites whoever is to be invited to a kind of test, by number, into the earliest sittings with free seats."""
    made: list[int] = []
    waiting_still = candidates(session, kind, cohort_id, class_id)
    for application in waiting_still:
        for sitting in open_for(session, kind, cohort_id, application.class_id, now):
            invited = invite(session, application, sitting, now, staff_id)
            if invited is not None:
                made.append(invited)
                break
    return Invited(tuple(made), len(waiting_still) - len(made))


def promote(session: Session, sitting_id: int, now: datetime) -> list[int]:
    """Gives the free seats of a sitting to those who wait for it, in their order; their appointments."""
    promoted: list[int] = []
    while (first := waiting.first(session, sitting_id)) is not None and seats.take(session, sitting_id, now):
        sitting = sittings.by_id(session, sitting_id)
        values = {"sitting_id": sitting_id, "seated": True, "waits_for": None, "queue": None, "invited_at": now}
        session.execute(
            update(Appointment)
            .where(Appointment.id == first)
            .values(round=1 if sitting is None else sitting.round, answer=Answer.SILENT.value, **values),
            execution_options={"synchronize_session": False},
        )
        promoted.append(first)
    return promoted


@dataclass(frozen=True, slots=True)
class Displaced:
    """Somebody of a cancelled sitting, and the sitting where she has a seat now, if any."""

    appointment_id: int
    now_in: int | None


def cancel(session: Session, sitting_id: int, elsewhere: bool, staff_id: int, now: datetime) -> list[Displaced]:
    """Cancels a sitting. Its people get a seat in another one (`elsewhere`), as far as there are; the others go back to
    where they wait for a date. Those on its waiting list too.
    """
    if not sittings.end(session, sitting_id, SittingState.CANCELLED):
        return []
    concerned = [*seats.of_sitting(session, sitting_id), *waiting.of_sitting(session, sitting_id)]
    return [_displace(session, hers, elsewhere, staff_id, now) for hers in concerned]


def _displace(session: Session, hers: Appointment, elsewhere: bool, staff_id: int, now: datetime) -> Displaced:
    seats.give_up(session, hers.id)
    session.execute(
        update(Appointment)
        .where(Appointment.id == hers.id)
        .values(answer=Answer.SILENT.value, answered_at=None, changed=False),
        execution_options={"synchronize_session": False},
    )
    application = session.get_one(Application, hers.application_id)
    if elsewhere:
        for sitting in open_for(session, hers.kind, application.cohort_id, application.class_id, now):
            if invite(session, application, sitting, now, staff_id) is not None:
                return Displaced(hers.id, sitting.id)
    if not any(other.seated or other.attendance for other in seats.of_application(session, application.id)):
        back = ApplicationStatus.ADMINISTRATIVELY_PASSED
        road.move(session, Kind.APPLICATION, application.id, back, now, staff_id=staff_id)
    return Displaced(hers.id, None)
