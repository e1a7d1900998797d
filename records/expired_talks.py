"""Expired talks: which are due to expire, what ends before its time, and what expired and goes on."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from records import plain
from records.talks import COLUMNS, StoredTalk, TalkRow, TalkState, open_of, stored

# Built once: each look for what expires asks it a few times.
_IDLE = (
    select(*COLUMNS)
    .where(TalkRow.state == TalkState.OPEN.value, TalkRow.touched_at <= bindparam("moment"))
    .where(TalkRow.script.in_(bindparam("scripts", expanding=True)))
    .order_by(TalkRow.touched_at)
)


def idle_since(session: Session, scripts: Sequence[str], moment: datetime) -> list[StoredTalk]:
    """Open talks of these scripts not touched since a moment."""
    return [stored(row) for row in plain.rows(session, _IDLE, moment=moment, scripts=scripts)]


def end_all_of(session: Session, chat_id: int, subject: int, now: datetime) -> None:
    """No talk about this person goes on in this chat."""
    session.execute(
        update(TalkRow)
        .where(TalkRow.actor_chat == chat_id, TalkRow.subject_person == subject)
        .where(TalkRow.state.in_((TalkState.OPEN.value, TalkState.WAITING.value)))
        .values(state=TalkState.EXPIRED.value, touched_at=now)
    )


def revive(session: Session, script: str, abouts: Sequence[int], since: datetime, now: datetime) -> int:
    """Talks about these matters that expired since a moment go on; where another is open, they wait. How many."""
    expired = session.execute(
        select(TalkRow.id, TalkRow.actor_chat)
        .where(TalkRow.script == script, TalkRow.state == TalkState.EXPIRED.value, TalkRow.touched_at >= since)
        .where(TalkRow.about.in_(abouts))
        .order_by(TalkRow.id)
    ).all()
    for talk_id, chat_id in expired:
        awaken(session, talk_id, chat_id, now)
    return len(expired)


def awaken(session: Session, talk_id: int, chat_id: int | None, now: datetime) -> TalkState:
    """A talk that expired goes on, or waits where another is open in its chat."""
    busy = chat_id is not None and open_of(session, chat_id) is not None
    state = TalkState.WAITING if busy else TalkState.OPEN
    session.execute(update(TalkRow).where(TalkRow.id == talk_id).values(state=state.value, touched_at=now))
    return state
