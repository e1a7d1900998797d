"""Help requests: what an alumna asked the centre for when she answered (Q8). Each waits until an officer has closed it
with what was done.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant, Sealed
from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.followups import Followup
from records.people import Person
from records.programmes import Programme

# How long an officer has a request to herself.
LEASE = timedelta(minutes=30)


class HelpRequest(Base):
    """`need` is the code of Q8; `done` the officer's words, which the alumna reads."""

    __tablename__ = "help_requests"
    __table_args__ = (UniqueConstraint("followup_id", "need"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    followup_id: Mapped[int] = mapped_column(ForeignKey("followups.id"))
    need: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    claimed_until: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    done: Mapped[str | None] = mapped_column(Sealed)


@dataclass(frozen=True, slots=True)
class Listed:
    """A request with whose it is. `phone` and `programme` are for the officer who takes it up."""

    id: int
    person_id: int
    name: str
    phone: str | None
    programme: str
    need: str
    asked_at: datetime
    claimed_by: int | None
    claimed_until: datetime | None
    closed_at: datetime | None
    done: str | None

    def holder(self, now: datetime) -> int | None:
        """The officer who has it before her now."""
        held = self.claimed_until is not None and self.claimed_until > now
        return self.claimed_by if held else None


_LISTED = (
    select(
        HelpRequest.id,
        HelpRequest.person_id,
        Person.name,
        Person.phone,
        Programme.name,
        HelpRequest.need,
        HelpRequest.asked_at,
        HelpRequest.claimed_by,
        HelpRequest.claimed_until,
        HelpRequest.closed_at,
        HelpRequest.done,
    )
    .join(Person, Person.id == HelpRequest.person_id)
    .join(Followup, Followup.id == HelpRequest.followup_id)
    .join(Enrolment, Enrolment.id == Followup.enrolment_id)
    .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
    .join(Programme, Programme.id == TrainingClass.programme_id)
)
# Built once: every tick asks whether any waits.
_COUNTED = select(func.count()).select_from(HelpRequest).where(HelpRequest.closed_at.is_(None))


def ask(session: Session, followup_id: int, need: str, now: datetime) -> bool:
    """Notes what was asked for; False where that was done before."""
    known = select(HelpRequest.id).where(HelpRequest.followup_id == followup_id, HelpRequest.need == need)
    if session.scalar(known) is not None:
        return False
    person_id = session.scalars(select(Followup.person_id).where(Followup.id == followup_id)).one()
    session.add(HelpRequest(person_id=person_id, followup_id=followup_id, need=need, asked_at=now))
    session.flush()
    return True


def waiting(session: Session, limit: int) -> list[Listed]:
    """Those that nobody has closed, the oldest first."""
    rows = session.execute(_LISTED.where(HelpRequest.closed_at.is_(None)).order_by(HelpRequest.id).limit(limit))
    return [Listed(*row) for row in rows]


def count_waiting(session: Session) -> int:
    return plain.scalar(session, _COUNTED) or 0


def by_id(session: Session, request_id: int) -> Listed | None:
    row = session.execute(_LISTED.where(HelpRequest.id == request_id)).first()
    return None if row is None else Listed(*row)


def claim(session: Session, request_id: int, staff_id: int, now: datetime) -> bool:
    """Takes it up, or longer still where it is hers; False where another officer has it, or it is closed."""
    free = or_(HelpRequest.claimed_by.is_(None), HelpRequest.claimed_by == staff_id, HelpRequest.claimed_until <= now)
    changed = session.execute(
        update(HelpRequest)
        .where(HelpRequest.id == request_id, HelpRequest.closed_at.is_(None), free)
        .values(claimed_by=staff_id, claimed_until=now + LEASE)
        .returning(HelpRequest.id)
    )
    return changed.first() is not None


def close(session: Session, request_id: int, done: str, staff_id: int, now: datetime) -> bool:
    """Closes it with what was done; True means that this officer did."""
    changed = session.execute(
        update(HelpRequest)
        .where(HelpRequest.id == request_id, HelpRequest.closed_at.is_(None))
        .values(done=done, closed_by=staff_id, closed_at=now)
        .returning(HelpRequest.id)
    )
    return changed.first() is not None
