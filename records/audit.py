"""The audit trail: who did what to what. Each entry holds the hash of the one before: none can be altered unseen.

It holds pseudonymous ids and codes only; therefore erasing a person does not contradict keeping the trail. A chain
cannot tell that its end was cut off: whoever wrote down its head elsewhere (a report, a backup) can have it looked for.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import String, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant

GENESIS = "0" * 64


class Entry(Base):
    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    actor: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(40))
    object: Mapped[str] = mapped_column(String(60))
    # Unique: two entries can never claim the same predecessor, whatever the database's isolation.
    previous: Mapped[str] = mapped_column(String(64), unique=True)
    hash: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry whose hash does not follow from the one before; 0 where a head known from elsewhere is gone."""

    entry_id: int


def _hash(previous: str, at: datetime, actor: str, action: str, matter: str) -> str:
    words = "\0".join((previous, at.astimezone(UTC).isoformat(), actor, action, matter))
    return hashlib.sha256(words.encode()).hexdigest()


_HEAD = select(Entry.hash).order_by(Entry.id.desc()).limit(1)
_NOTE = insert(Entry)


def note(session: Session, *, at: datetime, actor: str, action: str, matter: str) -> None:
    """Adds an entry. `actor` and `matter` are pseudonyms or codes, never names or numbers of people."""
    previous = head(session)
    session.connection().execute(
        _NOTE,
        {
            "at": at,
            "actor": actor,
            "action": action,
            "object": matter,
            "previous": previous,
            "hash": _hash(previous, at, actor, action, matter),
        },
    )


def head(session: Session) -> str:
    """The hash of the latest entry, to be kept elsewhere too."""
    return session.connection().execute(_HEAD).scalar() or GENESIS


def verify(session: Session, known_head: str = GENESIS) -> Break | None:
    """Walks the whole chain; None where it is whole and still holds the head that was known."""
    previous, found = GENESIS, known_head == GENESIS
    for entry in session.scalars(select(Entry).order_by(Entry.id).execution_options(yield_per=1000)):
        expected = _hash(previous, entry.at, entry.actor, entry.action, entry.object)
        if entry.previous != previous or entry.hash != expected:
            return Break(entry.id)
        previous, found = entry.hash, found or entry.hash == known_head
    return None if found else Break(0)
