"""Expiry: talks nobody came back to are closed, with one window for the untouched and one for the begun."""

from datetime import datetime, timedelta

from conversations.context import Context, House
from conversations.scripts import SCRIPTS
from records import talks
from records.session import Session
from records.talks import StoredTalk, TalkState


def expire(session: Session, house: House, now: datetime) -> int:
    """Closes what is over its window and reopens what waited behind it; how many were closed."""
    over = [talk for talk in talks.idle_since(session, now - timedelta(days=1)) if _is_over(session, house, talk, now)]
    for talk in over:
        talks.save(session, talk.id, TalkState.EXPIRED, talk.journal, now)
        waiting = talks.first_waiting(session, talk.actor_chat)
        if waiting is not None:
            talks.save(session, waiting.id, TalkState.OPEN, waiting.journal, waiting.touched_at)
    return len(over)


def _is_over(session: Session, house: House, talk: StoredTalk, now: datetime) -> bool:
    windows = SCRIPTS[talk.script].windows(Context(session, now, house, talk.actor_chat, "id"))
    days = windows.begun_days if talks.is_begun(talk) else windows.untouched_days
    return talk.touched_at + timedelta(days=days) <= now
