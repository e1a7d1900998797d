"""Objections: a decision that somebody does not accept, and the answer of a person who did not make it
(UU 27/2022, article 10).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.applications import Application, ApplicationStatus
from records.base import Base, Identity, Instant, Sealed
from records.people import Person
from records.steps import Step

# Against which decisions one may object, and where a granted objection leads.
ROADS_BACK: dict[ApplicationStatus, ApplicationStatus] = {
    ApplicationStatus.NOT_ELIGIBLE: ApplicationStatus.VERIFYING,
    ApplicationStatus.NOT_SELECTED: ApplicationStatus.RESERVE,
}


class ObjectionState(StrEnum):
    OPEN = "open"
    GRANTED = "granted"
    UPHELD = "upheld"


class Objection(Base):
    """`step_id` is the decision objected to: to each there is one objection at most."""

    __tablename__ = "objections"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), index=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"), unique=True)
    words: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(12), index=True)
    answer: Mapped[str | None] = mapped_column(Sealed)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


@dataclass(frozen=True, slots=True)
class Listed:
    """An objection that waits, as a list shows it; `decided_by` made the decision, None where nobody is known to."""

    id: int
    number: str
    name: str
    at: datetime
    decided_by: int | None


def raise_one(session: Session, application_id: int, step_id: int, words: str, now: datetime) -> Objection | None:
    """Objects to a decision; None where that was done before."""
    if of_step(session, step_id) is not None:
        return None
    objection = Objection(
        application_id=application_id, step_id=step_id, words=words, at=now, state=ObjectionState.OPEN.value
    )
    session.add(objection)
    session.flush()
    return objection


def of_step(session: Session, step_id: int) -> Objection | None:
    return session.scalar(select(Objection).where(Objection.step_id == step_id))


def by_id(session: Session, objection_id: int) -> Objection | None:
    return session.get(Objection, objection_id)


def waiting(session: Session) -> list[Listed]:
    """Those without an answer, the oldest first: what is overdue stands at the head."""
    rows = session.execute(
        select(Objection.id, Application.number, Person.name, Objection.at, Step.staff_id)
        .join(Application, Application.id == Objection.application_id)
        .join(Person, Person.id == Application.person_id)
        .join(Step, Step.id == Objection.step_id)
        .where(Objection.state == ObjectionState.OPEN.value)
        .order_by(Objection.at, Objection.id)
    )
    return [Listed(*row) for row in rows]


# Built once: every tick asks whether any waits.
_COUNTED = select(func.count()).select_from(Objection).where(Objection.state == ObjectionState.OPEN.value)


def count(session: Session, before: datetime | None = None) -> int:
    """How many wait for an answer; with `before`, those raised until then."""
    return plain.scalar(session, _COUNTED if before is None else _COUNTED.where(Objection.at <= before)) or 0


def answer(
    session: Session, objection_id: int, state: ObjectionState, words: str | None, staff_id: int, now: datetime
) -> bool:
    """Answers if nobody has: True means the answer is this officer's."""
    changed = session.execute(
        update(Objection)
        .where(Objection.id == objection_id, Objection.state == ObjectionState.OPEN.value)
        .values(state=state.value, answer=words, answered_at=now, answered_by=staff_id)
        .returning(Objection.id)
    )
    return changed.first() is not None
