"""Chats: what the transport must remember of a private conversation. The hot path: plain statements, one row."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    LargeBinary,
    String,
    bindparam,
    case,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain, shown
from records.base import Base, Identity, Instant
from records.batches import batched
from records.shown import Shown

RING = 128
WHY_LENGTH = 24


class Chat(Base):
    __tablename__ = "chats"

    id: Mapped[int] = mapped_column(Identity, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8))
    reply_owed: Mapped[int | None] = mapped_column(BigInteger, index=True)
    recent_updates: Mapped[bytes] = mapped_column(LargeBinary)
    newest_message: Mapped[int | None] = mapped_column(BigInteger)
    reply_keyboard: Mapped[bool] = mapped_column(default=False)
    unreachable_since: Mapped[datetime | None] = mapped_column(Instant)
    unreachable_why: Mapped[str | None] = mapped_column(String(WHY_LENGTH))
    created_at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class ChatState:
    """A chat's row, as a turn sees it.

    `recent_updates` holds the last 128 update ids, 8 bytes each. `reply_owed` is the update whose reply is not known to
    be sent.
    `newest_message` is the bot's last message that carries an inline keyboard and may be edited.
    """

    id: int
    language: str
    reply_owed: int | None
    recent_updates: bytes
    newest_message: int | None
    reply_keyboard: bool
    reachable: bool

    def has_seen(self, update_id: int) -> bool:
        packed = struct.pack(">q", update_id)
        at = self.recent_updates.find(packed)
        while at >= 0 and at % 8:
            at = self.recent_updates.find(packed, at + 1)
        return at >= 0

    def after(self, update_id: int) -> "ChatState":
        """Having taken an update: remembered, and owed a reply."""
        ring = (self.recent_updates + struct.pack(">q", update_id))[-8 * RING :]
        return replace(self, recent_updates=ring, reply_owed=update_id, reachable=True)

    def spoken(self, said: "Spoken") -> "ChatState":
        """Having been sent a reply."""
        owed = None if self.reply_owed == said.update_id else self.reply_owed
        newest = self.newest_message if said.message_id is None else said.message_id
        keyboard = self.reply_keyboard if said.reply_keyboard is None else said.reply_keyboard
        return replace(self, reply_owed=owed, newest_message=newest, reply_keyboard=keyboard)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply that was sent: to which update, as which message (None: no new one; 0: one that no page may take the
    place of, whose own id is `sent_id`); whether a reply keyboard is up now (None: whatever was). `shows`: messages
    that must not stay.
    """

    chat_id: int
    update_id: int | None
    message_id: int | None
    reply_keyboard: bool | None
    shows: tuple[tuple[int, Shown], ...] = ()
    sent_id: int | None = None


COLUMNS = (
    Chat.id,
    Chat.language,
    Chat.reply_owed,
    Chat.recent_updates,
    Chat.newest_message,
    Chat.reply_keyboard,
    Chat.unreachable_since.is_(None),
)
_SELECT = select(*COLUMNS).where(Chat.id == bindparam("chat_id"))
_SELECT_SOME = select(*COLUMNS).where(Chat.id.in_(bindparam("chat_ids", expanding=True)))
_MEET = insert(Chat).values(recent_updates=b"", reply_keyboard=False)
_UPDATE = (
    update(Chat)
    .where(Chat.id == bindparam("chat_id"))
    .values(
        language=bindparam("new_language"),
        reply_owed=bindparam("owed"),
        recent_updates=bindparam("ring"),
        newest_message=bindparam("newest"),
        reply_keyboard=bindparam("keyboard"),
        unreachable_since=None,
        unreachable_why=None,
    )
)
_SPOKEN = (
    update(Chat)
    .where(Chat.id == bindparam("chat_id"))
    .values(
        reply_owed=case((Chat.reply_owed == bindparam("settled"), None), else_=Chat.reply_owed),
        newest_message=func.coalesce(bindparam("newest", type_=BigInteger), Chat.newest_message),
        reply_keyboard=func.coalesce(bindparam("keyboard", type_=Boolean), Chat.reply_keyboard),
        unreachable_since=None,
        unreachable_why=None,
    )
)


_OWED = select(Chat.id).where(Chat.reply_owed.is_not(None)).order_by(Chat.id).limit(bindparam("limit"))


def load(session: Session, chat_id: int, now: datetime, language: str = "id") -> ChatState:
    """The chat's row; a first meeting makes one."""
    row = session.connection().execute(_SELECT, {"chat_id": chat_id}).first()
    if row is None:
        return first_meeting(session, chat_id, now, language)
    return ChatState(*row)


def load_all(session: Session, chat_ids: Sequence[int], now: datetime) -> dict[int, ChatState]:
    """The rows of many chats, by their ids."""
    found: dict[int, ChatState] = {}
    for some in batched(chat_ids):
        for row in session.connection().execute(_SELECT_SOME, {"chat_ids": list(some)}):
            found[row.id] = ChatState(*row)
    unknown = sorted(set(chat_ids) - found.keys())
    if unknown:
        meetings = [{"id": one, "language": "id", "created_at": now} for one in unknown]
        session.connection().execute(_MEET, meetings)
    return found | {one: _met(one, "id") for one in unknown}


def language_of(session: Session, chat_id: int) -> str | None:
    """Which language a chat has chosen; None where it is unknown."""
    return session.scalar(select(Chat.language).where(Chat.id == chat_id))


def first_meeting(session: Session, chat_id: int, now: datetime, language: str = "id") -> ChatState:
    """The row of a chat that was unknown. Everyone begins in Indonesian."""
    session.connection().execute(_MEET, {"id": chat_id, "language": language, "created_at": now})
    return _met(chat_id, language)


def _met(chat_id: int, language: str) -> ChatState:
    return ChatState(chat_id, language, None, b"", None, False, True)


def save(session: Session, *states: ChatState) -> None:
    """Writes rows back, by one statement however many."""
    if states:
        session.connection().execute(_UPDATE, [_row(state) for state in states])


def _row(chat: ChatState) -> dict[str, object]:
    return {
        "chat_id": chat.id,
        "new_language": chat.language,
        "owed": chat.reply_owed,
        "ring": chat.recent_updates,
        "newest": chat.newest_message,
        "keyboard": chat.reply_keyboard,
    }


def record_spoken(session: Session, *said: Spoken) -> None:
    """Clears the debts of replies, unless another is owed by now. Whoever was sent something is reachable."""
    if said:
        session.connection().execute(_SPOKEN, [_settled(one) for one in said])
    for one in said:
        keep_shown(session, one)


def keep_shown(session: Session, said: Spoken) -> None:
    """Remembers which of the messages are to be taken back."""
    for message_id, what in said.shows:
        shown.keep(session, said.chat_id, message_id, what)


def _settled(said: Spoken) -> dict[str, object]:
    return {
        "chat_id": said.chat_id,
        "settled": said.update_id,
        "newest": said.message_id,
        "keyboard": said.reply_keyboard,
    }


def owed(session: Session, limit: int = 100) -> list[int]:
    """Chats that are owed a reply."""
    return list(plain.rows(session, _OWED, limit=limit).scalars())


def mark_unreachable(session: Session, chat_id: int, why: str, now: datetime) -> None:
    """Nothing can be sent here until the person comes back; whatever was owed is void."""
    session.execute(
        update(Chat)
        .where(Chat.id == chat_id)
        .values(unreachable_since=now, unreachable_why=why[:WHY_LENGTH], reply_owed=None)
    )


def migrate(session: Session, old: int, new: int, now: datetime) -> None:
    """Telegram gave the chat a new id: the row's memory moves along, its debt too, and the old id is dead."""
    state = load(session, old, now)
    load(session, new, now, state.language)
    save(session, replace(state, id=new, newest_message=None))
    mark_unreachable(session, old, "migrated", now)
