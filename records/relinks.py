"""Relinks: somebody whose NIK is known from elsewhere asks that this chat speak for her from now on; staff decide."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import people, plain
from records.base import Base, Identity, Instant, Sealed
from records.people import Link, Person

# How many requests of one chat may wait, and how many NIKs that are not its own a chat may come upon in a day.
WAITING_OF_A_CHAT = 3
MET_IN_A_DAY = 5


class RelinkState(StrEnum):
    """A known NIK was met; then she may ask, and an officer approves or refuses."""

    MET = "met"
    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"


class Relink(Base):
    __tablename__ = "relinks"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    first_name: Mapped[str] = mapped_column(Sealed)
    reason: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(12), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


@dataclass(frozen=True, slots=True)
class Matter:
    """A request with whom it concerns, and the chat that speaks for her now, if one does."""

    relink: Relink
    person: Person
    chat_id: int | None


def meet(session: Session, chat_id: int, person_id: int, first_name: str, now: datetime) -> Relink | None:
    """Remembers that this chat gave the NIK of somebody whom it does not speak for; None where it does so too often."""
    earlier = session.scalar(
        select(Relink).where(
            Relink.chat_id == chat_id,
            Relink.person_id == person_id,
            Relink.state.in_((RelinkState.MET.value, RelinkState.REQUESTED.value)),
        )
    )
    if earlier is not None:
        return earlier
    lately = select(func.count()).where(Relink.chat_id == chat_id, Relink.at > now - timedelta(days=1))
    if (session.scalar(lately) or 0) >= MET_IN_A_DAY:
        return None
    met = Relink(
        chat_id=chat_id, person_id=person_id, first_name=first_name or "?", state=RelinkState.MET.value, at=now
    )
    session.add(met)
    session.flush()
    return met


def of_chat(session: Session, relink_id: int, chat_id: int) -> Relink | None:
    """One of a chat's own."""
    found = session.get(Relink, relink_id)
    return found if found is not None and found.chat_id == chat_id else None


def may_ask(session: Session, chat_id: int) -> bool:
    waiting = select(func.count()).where(Relink.chat_id == chat_id, Relink.state == RelinkState.REQUESTED.value)
    return (session.scalar(waiting) or 0) < WAITING_OF_A_CHAT


def ask(session: Session, relink_id: int, reason: str, now: datetime) -> bool:
    """True: it lies with the officers from now on."""
    return _move(session, relink_id, RelinkState.MET, RelinkState.REQUESTED, reason=reason, at=now)


def waiting(session: Session) -> list[Relink]:
    """What the officers have to decide, the oldest first."""
    asked = select(Relink).where(Relink.state == RelinkState.REQUESTED.value).order_by(Relink.at, Relink.id)
    return list(session.scalars(asked))


# Built once: every tick asks whether any waits.
_COUNTED = select(func.count()).where(Relink.state == RelinkState.REQUESTED.value)


def count_waiting(session: Session) -> int:
    return plain.scalar(session, _COUNTED) or 0


def matter(session: Session, relink_id: int) -> Matter | None:
    row = session.execute(
        select(Relink, Person, Link.chat_id)
        .join(Person, Person.id == Relink.person_id)
        .outerjoin(Link, Link.person_id == Person.id)
        .where(Relink.id == relink_id)
    ).first()
    return None if row is None else Matter(row[0], row[1], row[2])


def approve(session: Session, relink_id: int, staff_id: int, now: datetime) -> bool:
    """Moves the link, once: True means that this officer did it. Other requests for the same person end with it."""
    if not _decide(session, relink_id, RelinkState.APPROVED, staff_id, now):
        return False
    approved = session.get_one(Relink, relink_id)
    people.link(session, approved.person_id, approved.chat_id, now)
    return True


def refuse(session: Session, relink_id: int, staff_id: int, now: datetime) -> bool:
    return _decide(session, relink_id, RelinkState.REFUSED, staff_id, now)


def _decide(session: Session, relink_id: int, to: RelinkState, staff_id: int, now: datetime) -> bool:
    return _move(session, relink_id, RelinkState.REQUESTED, to, decided_at=now, decided_by=staff_id)


def _move(session: Session, relink_id: int, before: RelinkState, to: RelinkState, **values: object) -> bool:
    changed = session.execute(
        update(Relink)
        .where(Relink.id == relink_id, Relink.state == before.value)
        .values(state=to.value, **values)
        .returning(Relink.id)
    )
    return changed.first() is not None
