"""Waiting talks: those that go on once the open one of their chat has ended."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from records.talks import COLUMNS, StoredTalk, TalkRow, TalkState, stored

_WAITING = (
    select(*COLUMNS)
    .where(TalkRow.actor_chat == bindparam("chat_id"), TalkRow.state == TalkState.WAITING.value)
    .order_by(TalkRow.id)
    .limit(1)
)


def first_waiting(session: Session, chat_id: int) -> StoredTalk | None:
    """The talk that waited longest for the open one to end."""
    row = session.connection().execute(_WAITING, {"chat_id": chat_id}).first()
    return None if row is None else stored(row)


def waiting_about(session: Session, chat_id: int, script: str, about: int | None) -> StoredTalk | None:
    """The talk of a script and a matter that waits already."""
    chosen = select(*COLUMNS).where(
        TalkRow.actor_chat == chat_id,
        TalkRow.state == TalkState.WAITING.value,
        TalkRow.script == script,
        TalkRow.about.is_(None) if about is None else TalkRow.about == about,
    )
    row = session.execute(chosen.limit(1)).first()
    return None if row is None else stored(row)
