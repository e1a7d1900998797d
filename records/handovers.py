"""Handovers: a link by which somebody registered at the counter takes her record into her own Telegram, once.

Only a keyed hash of its token is kept. A new link for the same person makes the earlier ones void.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import people
from records.base import Base, Identity, Instant
from records.vault import Vault

VALID_DAYS = 30
# Without letters and digits that are taken for one another: it is also typed.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
TOKEN_LETTERS = 10


class Handover(Base):
    __tablename__ = "handovers"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)


def offer(session: Session, vault: Vault, person_id: int, now: datetime, days: int = VALID_DAYS) -> str:
    """A token of ten letters (50 bits), good for so many days."""
    session.execute(delete(Handover).where(Handover.person_id == person_id, Handover.used_at.is_(None)))
    token = "".join(secrets.choice(ALPHABET) for _ in range(TOKEN_LETTERS))
    session.add(
        Handover(
            person_id=person_id,
            token_digest=vault.digest("handover", token),
            expires_at=now + timedelta(days=days),
        )
    )
    session.flush()
    return token


def take(session: Session, vault: Vault, token: str, chat_id: int, now: datetime) -> int | None:
    """The chat speaks for the person from now on; her id, or None where the token is unknown, used or expired.

    Whoever was linked to another chat meanwhile stays there: that is for an officer to decide.
    """
    row = session.execute(
        select(Handover.id, Handover.person_id).where(
            Handover.token_digest == vault.digest("handover", token.upper()),
            Handover.used_at.is_(None),
            Handover.expires_at > now,
        )
    ).first()
    if row is None or people.chat_of(session, row.person_id) not in (None, chat_id):
        return None
    used = update(Handover).where(Handover.id == row.id, Handover.used_at.is_(None)).values(used_at=now)
    if session.execute(used.returning(Handover.id)).first() is None:
        return None
    people.link(session, row.person_id, chat_id, now)
    person_id: int = row.person_id
    return person_id
