"""Talks: open conversations. A talk has a subject (whom it is about) and an actor: the chat that answers; none, where
she answers on the web.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, and_, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import chats, plain
from records.base import Base, Identity, Instant, Sealed
from records.chats import Chat, ChatState


class TalkState(StrEnum):
    """Open or waiting behind the open one; resting until staff have decided something; or over."""

    OPEN = "open"
    WAITING = "waiting"
    RESTING = "resting"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class TalkRow(Base):
    """The journal is sealed whole: a NIK must never lie in the log or a backup in the clear."""

    __tablename__ = "talks"
    __table_args__ = (
        Index("ix_talks_actor_state", "actor_chat", "state"),
        Index("ix_talks_state_touched", "state", "touched_at"),
        Index("ix_talks_about_script", "about", "script"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    script: Mapped[str] = mapped_column(String(24))
    version: Mapped[int]
    subject_person: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    actor_chat: Mapped[int | None] = mapped_column(BigInteger)
    about: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12))
    journal: Mapped[str] = mapped_column(Sealed)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    touched_at: Mapped[datetime] = mapped_column(Instant)
    # How often somebody was reminded that it is unfinished (see unfinished).
    nudged: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True, slots=True)
class StoredTalk:
    """A talk as it lies in the database; `journal` is the engine's own writing (JSON), `about` the id of its matter."""

    id: int
    script: str
    version: int
    subject_person: int | None
    actor_chat: int | None
    about: int | None
    state: TalkState
    journal: str
    opened_at: datetime
    touched_at: datetime


COLUMNS = (
    TalkRow.id,
    TalkRow.script,
    TalkRow.version,
    TalkRow.subject_person,
    TalkRow.actor_chat,
    TalkRow.about,
    TalkRow.state,
    TalkRow.journal,
    TalkRow.opened_at,
    TalkRow.touched_at,
)
_OPEN = select(*COLUMNS).where(TalkRow.actor_chat == bindparam("chat_id"), TalkRow.state == TalkState.OPEN.value)
_CHAT = (
    select(*chats.COLUMNS, *COLUMNS)
    .select_from(Chat)
    .outerjoin(TalkRow, and_(TalkRow.actor_chat == Chat.id, TalkRow.state == TalkState.OPEN.value))
    .where(Chat.id == bindparam("chat_id"))
)
_BEGIN = insert(TalkRow).returning(TalkRow.id)
_SAVE = (
    update(TalkRow)
    .where(TalkRow.id == bindparam("talk_id"))
    .values(state=bindparam("new_state"), journal=bindparam("new_journal"), touched_at=bindparam("now"))
)


def stored(row: Sequence[Any]) -> StoredTalk:
    """A row of `COLUMNS`, which come in the order of the fields."""
    talk_id, script, version, subject, actor, about, state, journal, opened, touched = row
    return StoredTalk(talk_id, script, version, subject, actor, about, TalkState(state), journal, opened, touched)


def open_of(session: Session, chat_id: int) -> StoredTalk | None:
    """The one talk that is open in a chat."""
    row = session.connection().execute(_OPEN, {"chat_id": chat_id}).first()
    return None if row is None else stored(row)


def chat_and_open(session: Session, chat_id: int, now: datetime) -> tuple[ChatState, StoredTalk | None]:
    """The chat's row with its open talk, by one statement; a first meeting makes the row."""
    row: Any = session.connection().execute(_CHAT, {"chat_id": chat_id}).first()
    if row is None:
        return chats.first_meeting(session, chat_id, now), None
    width = len(chats.COLUMNS)
    return ChatState(*row[:width]), None if row[width] is None else stored(row[width:])


_BY_ID = select(*COLUMNS).where(TalkRow.id == bindparam("talk_id"))


def by_id(session: Session, talk_id: int) -> StoredTalk | None:
    row = session.connection().execute(_BY_ID, {"talk_id": talk_id}).first()
    return None if row is None else stored(row)


def begin(
    session: Session,
    *,
    script: str,
    version: int,
    actor_chat: int | None,
    subject_person: int | None,
    about: int | None,
    journal: str,
    state: TalkState,
    now: datetime,
) -> int:
    """A new talk; its id."""
    values = {
        "script": script,
        "version": version,
        "actor_chat": actor_chat,
        "subject_person": subject_person,
        "about": about,
        "journal": journal,
        "state": state.value,
        "opened_at": now,
        "touched_at": now,
        "nudged": 0,
    }
    talk_id: int = session.connection().execute(_BEGIN, values).scalar_one()
    return talk_id


def save(session: Session, talk_id: int, state: TalkState, journal: str, now: datetime) -> None:
    session.connection().execute(
        _SAVE, {"talk_id": talk_id, "new_state": state.value, "new_journal": journal, "now": now}
    )


def turn_to(session: Session, chat_id: int, script: str, about: int, now: datetime) -> StoredTalk | None:
    """The open talk of this script in a chat is about another matter from now on; None where there is none."""
    turned = session.execute(
        update(TalkRow)
        .where(TalkRow.actor_chat == chat_id, TalkRow.state == TalkState.OPEN.value, TalkRow.script == script)
        .values(about=about, touched_at=now)
        .returning(*COLUMNS)
    ).first()
    return None if turned is None else stored(turned)


_OF_CHAT = (
    select(*COLUMNS)
    .where(TalkRow.actor_chat == bindparam("chat_id"), TalkRow.script == bindparam("script"))
    .where(TalkRow.state.in_(bindparam("states", expanding=True)))
    .order_by(TalkRow.id)
)


def of_chat(session: Session, chat_id: int, script: str, *states: TalkState) -> list[StoredTalk]:
    """A chat's talks of a script in one of these states, the oldest first."""
    wanted = [state.value for state in states]
    return [stored(row) for row in plain.rows(session, _OF_CHAT, chat_id=chat_id, script=script, states=wanted)]


def is_begun(talk: StoredTalk) -> bool:
    """Whether anything was answered: a talk begun has a longer window than one untouched."""
    return bool(json.loads(talk.journal).get("a"))


def last_concluded(session: Session, chat_id: int) -> str | None:
    """The script of the latest talk of a chat, if that ended well."""
    latest = session.execute(
        select(TalkRow.script, TalkRow.state)
        .where(TalkRow.actor_chat == chat_id)
        .order_by(TalkRow.touched_at.desc(), TalkRow.id.desc())
        .limit(1)
    ).first()
    return latest[0] if latest is not None and latest[1] == TalkState.CONCLUDED.value else None
