"""Whoever sends openings in: what became of hers, and how many she has."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from records.job_openings import JobOpening, OpeningState


def of_chat(session: Session, chat_id: int, limit: int) -> list[JobOpening]:
    """Those that this chat sent in, the latest first."""
    chosen = select(JobOpening).where(JobOpening.chat_id == chat_id).order_by(JobOpening.id.desc())
    return list(session.scalars(chosen.limit(limit), execution_options={"populate_existing": True}))


def count_open(session: Session, chat_id: int) -> int:
    """How many of a chat wait or are live."""
    going_on = (OpeningState.WAITING.value, OpeningState.LIVE.value)
    chosen = select(func.count(JobOpening.id)).where(JobOpening.chat_id == chat_id, JobOpening.state.in_(going_on))
    return session.scalar(chosen) or 0


def count_since(session: Session, chat_id: int, since: datetime) -> int:
    """How many a chat has sent in since then, whatever became of them."""
    chosen = select(func.count(JobOpening.id)).where(JobOpening.chat_id == chat_id, JobOpening.created_at > since)
    return session.scalar(chosen) or 0


def move(session: Session, old_chat: int, new_chat: int) -> None:
    """The openings of a chat that got a new id."""
    session.execute(update(JobOpening).where(JobOpening.chat_id == old_chat).values(chat_id=new_chat))
