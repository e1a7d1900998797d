"""Scraps: what somebody wrote that no script understood, the latest of each chat, kept for a day.

So she need not type it again to send it to the officers.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant, Sealed

KEPT = timedelta(days=1)


class Scrap(Base):
    __tablename__ = "scraps"

    chat_id: Mapped[int] = mapped_column(Identity, primary_key=True, autoincrement=False)
    words: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(Instant)


# Built once: every tick asks for it.
_OLDEST = select(func.min(Scrap.at))


def keep(session: Session, chat_id: int, words: str, now: datetime) -> None:
    """In place of an earlier one."""
    session.merge(Scrap(chat_id=chat_id, words=words, at=now))
    session.flush()


def take(session: Session, chat_id: int, now: datetime) -> str | None:
    """The words of a chat's scrap, which is gone then; None where there is none, or an old one."""
    scrap = session.get(Scrap, chat_id)
    if scrap is None:
        return None
    words = scrap.words if now - scrap.at < KEPT else None
    session.delete(scrap)
    session.flush()
    return words


def sweep(session: Session, now: datetime) -> int:
    """Throws away what is older than a day; how many that were."""
    if (found := oldest(session)) is None or found > now - KEPT:
        return 0
    gone = session.execute(delete(Scrap).where(Scrap.at <= now - KEPT).returning(Scrap.chat_id))
    return len(gone.all())


def oldest(session: Session) -> datetime | None:
    return plain.scalar(session, _OLDEST)
