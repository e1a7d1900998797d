"""Suspicions: what people report of an opening or of an entry of the showcase, until an officer has looked at it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import upsert
from records.base import Base, Identity, Instant


class Suspect(StrEnum):
    """What is reported."""

    OPENING = "opening"
    SHOWCASE = "showcase"


class Suspicion(Base):
    """One a chat and matter; `why` is a code. `settled_at`: since when an officer has looked at it."""

    __tablename__ = "suspicions"
    __table_args__ = (UniqueConstraint("kind", "about", "chat_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    about: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    why: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


@dataclass(frozen=True, slots=True)
class Reported:
    """A matter that waits for an officer, and how many reported it for which reason."""

    about: int
    why: dict[str, int]


def report(session: Session, kind: Suspect, about: int, chat_id: int, why: str, now: datetime) -> bool:
    """False where this chat had reported it already."""
    key = {"kind": kind.value, "about": about, "chat_id": chat_id}
    return upsert.insert_new(session, Suspicion, key, {"why": why, "at": now})


def waiting(session: Session, kind: Suspect) -> list[Reported]:
    """The most reported first."""
    rows = session.execute(
        select(Suspicion.about, Suspicion.why, func.count())
        .where(Suspicion.kind == kind.value, Suspicion.settled_at.is_(None))
        .group_by(Suspicion.about, Suspicion.why)
    )
    found: dict[int, dict[str, int]] = {}
    for about, why, count in rows:
        found.setdefault(about, {})[why] = count
    return sorted((Reported(*one) for one in found.items()), key=lambda one: (-sum(one.why.values()), one.about))


def count_waiting(session: Session, kind: Suspect) -> int:
    """How many matters."""
    chosen = select(func.count(Suspicion.about.distinct()))
    return session.scalar(chosen.where(Suspicion.kind == kind.value, Suspicion.settled_at.is_(None))) or 0


def settle(session: Session, kind: Suspect, about: int, staff_id: int, now: datetime) -> bool:
    """An officer has looked at it; False where nothing waited."""
    settled = session.execute(
        update(Suspicion)
        .where(Suspicion.kind == kind.value, Suspicion.about == about, Suspicion.settled_at.is_(None))
        .values(settled_at=now, settled_by=staff_id)
        .returning(Suspicion.id)
    )
    return settled.first() is not None
