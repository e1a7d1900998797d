"""Web talks: those about a matter that are answered on the web, whether a chat holds them or none does."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from records import expired_talks
from records.talks import COLUMNS, StoredTalk, TalkRow, TalkState, stored


def latest(session: Session, script: str, about: int, chat_id: int | None) -> StoredTalk | None:
    """The latest talk about a matter that is not over but by its time, in this chat or in none."""
    row = session.execute(
        select(*COLUMNS)
        .where(
            TalkRow.about == about,
            TalkRow.script == script,
            TalkRow.state.in_([state.value for state in (TalkState.OPEN, TalkState.WAITING, TalkState.EXPIRED)]),
            or_(TalkRow.actor_chat.is_(None), TalkRow.actor_chat == chat_id),
        )
        .order_by(TalkRow.state == TalkState.EXPIRED.value, TalkRow.id.desc())
        .limit(1)
    ).first()
    return None if row is None else stored(row)


def go_on(session: Session, talk: StoredTalk, now: datetime) -> StoredTalk:
    """The same talk, alive again where it had expired."""
    if talk.state is not TalkState.EXPIRED:
        return talk
    return replace(talk, state=expired_talks.awaken(session, talk.id, talk.actor_chat, now), touched_at=now)


def take_over(session: Session, script: str, about: int, chat_id: int) -> StoredTalk | None:
    """A chat takes over the open talk about a matter that had none, with its answers; None where there is no such."""
    taken = session.execute(
        update(TalkRow)
        .where(
            TalkRow.actor_chat.is_(None),
            TalkRow.about == about,
            TalkRow.script == script,
            TalkRow.state == TalkState.OPEN.value,
        )
        .values(actor_chat=chat_id)
        .returning(*COLUMNS)
    ).first()
    return None if taken is None else stored(taken)
