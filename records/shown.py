"""Shown: messages of ours that must not stay in a chat, since they show a person's data; and until when they may.

Whoever sends one has it kept here with what it is about; `end` brings its time forward. The sweeper takes it back once
that has come, also after a restart. To use it: `Reply(..., shown=Shown(about, until))`, see conversations/reply.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Index, String, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant

# Telegram lets a bot take a message back for two days: after that nothing is tried any more.
GIVEN_UP_AFTER = timedelta(hours=48)


class ShownMessage(Base):
    __tablename__ = "shown"
    __table_args__ = (Index("ix_shown_chat_about", "chat_id", "about"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    about: Mapped[str] = mapped_column(String(40))
    shown_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime] = mapped_column(Instant, index=True)


# Built once: every tick asks for them.
_DUE = (
    select(ShownMessage.id, ShownMessage.chat_id, ShownMessage.message_id)
    .where(ShownMessage.until <= bindparam("now"))
    .order_by(ShownMessage.until, ShownMessage.id)
    .limit(bindparam("limit"))
)
_KNOWN = select(ShownMessage.id).where(
    ShownMessage.chat_id == bindparam("chat"), ShownMessage.message_id == bindparam("message")
)
_NEW = insert(ShownMessage)
_NEXT_DUE = select(func.min(ShownMessage.until)).where(ShownMessage.until > bindparam("after"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows (a code like `application:12`), until when it may stand, and since when."""

    about: str
    until: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Stale:
    """A message whose time has come."""

    id: int
    chat_id: int
    message_id: int


def keep(session: Session, chat_id: int, message_id: int, shown: Shown) -> None:
    """Remembers a message that was sent, once: it is to go at its time."""
    if plain.scalar(session, _KNOWN, chat=chat_id, message=message_id) is None:
        values = {"about": shown.about, "until": shown.until, "shown_at": shown.at}
        session.connection().execute(_NEW, {"chat_id": chat_id, "message_id": message_id, **values})


def end(session: Session, about: str, now: datetime, chat_id: int | None = None) -> None:
    """What shows this is to go now: in one chat, or wherever it is shown."""
    of_it = update(ShownMessage).where(ShownMessage.about == about, ShownMessage.until > now)
    session.execute((of_it if chat_id is None else of_it.where(ShownMessage.chat_id == chat_id)).values(until=now))


def latest(session: Session, chat_id: int, about: str, now: datetime) -> int | None:
    """The message in this chat that shows it and may still stand."""
    return session.scalar(
        select(func.max(ShownMessage.message_id)).where(
            ShownMessage.chat_id == chat_id, ShownMessage.about == about, ShownMessage.until > now
        )
    )


def due(session: Session, now: datetime, limit: int) -> list[Stale]:
    return [Stale(*row) for row in plain.rows(session, _DUE, now=now, limit=limit)]


def next_due(session: Session, after: datetime) -> datetime | None:
    return plain.scalar(session, _NEXT_DUE, after=after)


def forget(session: Session, ids: list[int], now: datetime) -> None:
    """These are gone; and so is the hope for any that Telegram does not let us take back any more."""
    session.execute(delete(ShownMessage).where(ShownMessage.id.in_(ids)))
    session.execute(
        delete(ShownMessage).where(ShownMessage.until <= now, ShownMessage.shown_at <= now - GIVEN_UP_AFTER)
    )


def put_off(session: Session, ids: list[int], until: datetime) -> None:
    """Telegram could not be asked: once more then."""
    session.execute(update(ShownMessage).where(ShownMessage.id.in_(ids)).values(until=until))


def move(session: Session, old_chat: int, new_chat: int) -> None:
    """A chat got a new id."""
    session.execute(update(ShownMessage).where(ShownMessage.chat_id == old_chat).values(chat_id=new_chat))
