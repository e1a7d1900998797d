"""Saved replies: answers that officers give again and again, under a short title. They hold nobody's data."""

from sqlalchemy import String, Text, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity

TITLE_LENGTH = 40
MOST = 30


class SavedReply(Base):
    __tablename__ = "saved_replies"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    title: Mapped[str] = mapped_column(String(TITLE_LENGTH), unique=True)
    words: Mapped[str] = mapped_column(Text)


def all_of_them(session: Session) -> list[SavedReply]:
    return list(session.scalars(select(SavedReply).order_by(func.lower(SavedReply.title))))


def by_id(session: Session, reply_id: int) -> SavedReply | None:
    return session.get(SavedReply, reply_id)


def save(session: Session, title: str, words: str) -> None:
    """Under a title that is taken already, the words are replaced."""
    reply = session.scalar(select(SavedReply).where(SavedReply.title == title))
    if reply is None:
        reply = SavedReply(title=title)
        session.add(reply)
    reply.words = words
    session.flush()


def drop(session: Session, reply_id: int) -> bool:
    return (
        session.execute(delete(SavedReply).where(SavedReply.id == reply_id).returning(SavedReply.id)).first()
        is not None
    )
