"""Seats: who sits in which sitting, and who waits for one.

A seat is claimed by a conditional statement: of fifty who want the last one, one gets it. `sittings.taken` always
equals the number of appointments that hold a seat there.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, Update, select, update
from sqlalchemy.orm import Session

from records import appointments, sittings, waiting
from records.applications import Application
from records.appointments import Answer, Appointment
from records.sittings import Sitting, SittingState


@dataclass(frozen=True, slots=True)
class Seated:
    """She has the seat."""

    sitting_id: int


@dataclass(frozen=True, slots=True)
class Waits:
    """She is on a waiting list, at this place (1 is the next)."""

    sitting_id: int
    position: int


@dataclass(frozen=True, slots=True)
class Full:
    """No seat there, and nothing was changed."""


def take(session: Session, sitting_id: int, now: datetime) -> bool:
    """Claims one seat of a sitting that is still to begin; False where none is left."""
    claimed = session.execute(
        update(Sitting)
        .where(
            Sitting.id == sitting_id,
            Sitting.state == SittingState.OPEN.value,
            Sitting.starts_at > now,
            Sitting.taken < Sitting.capacity,
        )
        .values(taken=Sitting.taken + 1)
        .returning(Sitting.id),
        execution_options={"synchronize_session": False},
    )
    return claimed.first() is not None


def give_back(session: Session, sitting_id: int) -> None:
    session.execute(
        update(Sitting).where(Sitting.id == sitting_id).values(taken=Sitting.taken - 1),
        execution_options={"synchronize_session": False},
    )


def won(session: Session, statement: Update) -> bool:
    """Whether this call changed the one row that a conditional statement is about."""
    returning = statement.returning(Appointment.id)
    return session.execute(returning, execution_options={"synchronize_session": False}).first() is not None


def answer(session: Session, appointment_id: int, says: Answer, now: datetime) -> None:
    """Whether she comes; her seat stays hers until she takes another, waits for one or gives it up."""
    session.execute(
        update(Appointment).where(Appointment.id == appointment_id).values(answer=says.value, answered_at=now),
        execution_options={"synchronize_session": False},
    )


def change(session: Session, appointment_id: int, to: int, now: datetime) -> Seated | Waits | Full:
    """Moves her to another sitting, once. Where its last seat has just gone, she waits for one there, and her old seat
    is free for others.
    """
    hers = appointments.by_id(session, appointment_id)
    wanted = sittings.by_id(session, to)
    if hers is None or wanted is None or hers.changed or not _fits(session, hers, wanted):
        return Full()
    if take(session, to, now):
        return _moved(session, hers, wanted, now)
    if wanted.state != SittingState.OPEN.value or wanted.starts_at <= now:
        return Full()
    return _queued(session, hers, wanted, now)


def _fits(session: Session, hers: Appointment, wanted: Sitting, also_hers: bool = False) -> bool:
    """Whether it is another sitting (or `also_hers`) of her kind of test, and for her class."""
    application = session.get_one(Application, hers.application_id)
    return (
        (also_hers or wanted.id != hers.sitting_id)
        and (wanted.kind, wanted.cohort_id) == (hers.kind, application.cohort_id)
        and wanted.class_id in (None, application.class_id)
    )


def _moved(session: Session, hers: Appointment, wanted: Sitting, now: datetime) -> Seated | Full:
    values = {"sitting_id": wanted.id, "round": wanted.round, "seated": True, "changed": True, **_comes(now)}
    unmoved = update(Appointment).where(Appointment.id == hers.id, ~Appointment.changed, Appointment.seated)
    if not won(session, unmoved.values(**values)):
        give_back(session, wanted.id)
        return Full()
    give_back(session, hers.sitting_id)
    return Seated(wanted.id)


def _queued(session: Session, hers: Appointment, wanted: Sitting, now: datetime) -> Waits | Full:
    values = {
        "waits_for": wanted.id,
        "queue": waiting.last(session, wanted.id) + 1,
        "seated": False,
        "changed": True,
        "answer": Answer.CANNOT.value,
        "answered_at": now,
    }
    unmoved = update(Appointment).where(Appointment.id == hers.id, ~Appointment.changed, Appointment.seated)
    if not won(session, unmoved.values(**values)):
        return Full()
    give_back(session, hers.sitting_id)
    return Waits(wanted.id, waiting.position(session, hers.id) or 1)


def _comes(now: datetime) -> dict[str, object]:
    return {"answer": Answer.COMES.value, "answered_at": now, "waits_for": None, "queue": None}


def come_back(session: Session, appointment_id: int, now: datetime) -> bool:
    """Back into her own sitting, where it still has a seat; she waits no longer."""
    hers = appointments.by_id(session, appointment_id)
    if hers is None or hers.seated:
        return hers is not None
    if not take(session, hers.sitting_id, now):
        return False
    if won(
        session,
        update(Appointment).where(Appointment.id == hers.id, ~Appointment.seated).values(seated=True, **_comes(now)),
    ):
        return True
    give_back(session, hers.sitting_id)
    return False


def place(session: Session, appointment_id: int, to: int, now: datetime) -> bool:
    """An officer gives somebody without a seat one; she has not answered for it yet."""
    hers = appointments.by_id(session, appointment_id)
    wanted = sittings.by_id(session, to)
    if hers is None or wanted is None or not _fits(session, hers, wanted, also_hers=True):
        return False
    if not take(session, to, now):
        return False
    values = {"sitting_id": to, "round": wanted.round, "seated": True, "waits_for": None, "queue": None}
    asked = {"answer": Answer.SILENT.value, "answered_at": None, "invited_at": now}
    if won(
        session, update(Appointment).where(Appointment.id == hers.id, ~Appointment.seated).values(**values, **asked)
    ):
        return True
    give_back(session, to)
    return False


def give_up(session: Session, appointment_id: int) -> bool:
    """Frees her seat or her place on the waiting list; True where she had one."""
    hers = appointments.by_id(session, appointment_id)
    if hers is None:
        return False
    mine = update(Appointment).where(Appointment.id == hers.id)
    if won(session, mine.where(Appointment.seated).values(seated=False)):
        give_back(session, hers.sitting_id)
        return True
    return won(session, mine.where(Appointment.waits_for.is_not(None)).values(waits_for=None, queue=None))


def of_sitting(session: Session, sitting_id: int) -> list[Appointment]:
    """Those who hold a seat there, in the order of their invitation."""
    chosen = select(Appointment).where(Appointment.sitting_id == sitting_id, Appointment.seated)
    return _all(session, chosen.order_by(Appointment.id))


def of_application(session: Session, application_id: int) -> list[Appointment]:
    return _all(session, select(Appointment).where(Appointment.application_id == application_id))


def _all(session: Session, chosen: Select[Appointment]) -> list[Appointment]:
    return list(session.scalars(chosen, execution_options={"populate_existing": True}))


def ask_anew(session: Session, sitting_id: int) -> list[int]:
    """After a sitting was moved: whoever has a seat in it has not answered for its new time; their appointments."""
    sitting = sittings.by_id(session, sitting_id)
    hers = of_sitting(session, sitting_id)
    session.execute(
        update(Appointment)
        .where(Appointment.id.in_([each.id for each in hers]))
        .values(
            round=1 if sitting is None else sitting.round,
            answer=Answer.SILENT.value,
            answered_at=None,
            attendance=None,
        ),
        execution_options={"synchronize_session": False},
    )
    return [each.id for each in hers]
