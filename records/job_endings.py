"""How openings end: by their date, because the place is filled, or because an officer took them down. Most come back
with one tap, as they were.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from records.job_openings import Ending, JobOpening, OpeningState


def close(session: Session, opening_id: int, why: Ending, now: datetime, reason: str | None = None) -> bool:
    """Nobody sees it any more, and a change of it does not wait any more; False where it was not live."""
    return _end(session, opening_id, (OpeningState.LIVE,), now, over_why=why.value, reason=reason)


def take_back(session: Session, opening_id: int, now: datetime) -> bool:
    """Its sender does not want it any more, before it was published."""
    return _end(session, opening_id, (OpeningState.WAITING, OpeningState.REFUSED), now)


def _end(session: Session, opening_id: int, before: tuple[OpeningState, ...], now: datetime, **values: object) -> bool:
    changed = session.execute(
        update(JobOpening)
        .where(JobOpening.id == opening_id, JobOpening.state.in_(before))
        .values(state=OpeningState.OVER.value, over_at=now, waits_since=None, **values)
        .returning(JobOpening.id),
        execution_options={"synchronize_session": False},
    )
    return changed.first() is not None


def prolong(session: Session, opening_id: int, until: date) -> bool:
    """As it is, so that nobody need look at it again; one that ended by its date or was filled comes back."""
    ended = and_(
        JobOpening.state == OpeningState.OVER.value,
        JobOpening.over_why.in_((Ending.EXPIRED.value, Ending.FILLED.value)),
    )
    changed = session.execute(
        update(JobOpening)
        .where(JobOpening.id == opening_id, or_(JobOpening.state == OpeningState.LIVE.value, ended))
        .values(state=OpeningState.LIVE.value, expires_on=until, over_at=None, over_why=None)
        .returning(JobOpening.id),
        execution_options={"synchronize_session": False},
    )
    return changed.first() is not None


def ended(session: Session, today: date, limit: int) -> Sequence[JobOpening]:
    """Those whose last day is over."""
    chosen = select(JobOpening).where(JobOpening.state == OpeningState.LIVE.value, JobOpening.expires_on < today)
    return session.scalars(chosen.order_by(JobOpening.id).limit(limit)).all()


def ending(session: Session, until: date, limit: int) -> Sequence[JobOpening]:
    """Those that end by then, and whose sender was not reminded of it."""
    chosen = select(JobOpening).where(
        JobOpening.state == OpeningState.LIVE.value, JobOpening.expires_on <= until, _unreminded()
    )
    return session.scalars(chosen.order_by(JobOpening.id).limit(limit)).all()


def reminded(session: Session, opening_id: int, of: date) -> None:
    session.execute(update(JobOpening).where(JobOpening.id == opening_id).values(reminded_for=of))


def first_end(session: Session) -> date | None:
    """The last day of the one that ends first."""
    return session.scalar(select(func.min(JobOpening.expires_on)).where(JobOpening.state == OpeningState.LIVE.value))


def first_unreminded(session: Session) -> date | None:
    """The same, of those whose sender was not reminded of it."""
    live = JobOpening.state == OpeningState.LIVE.value
    return session.scalar(select(func.min(JobOpening.expires_on)).where(live, _unreminded()))


def _unreminded() -> ColumnElement[bool]:
    unreminded = or_(JobOpening.reminded_for.is_(None), JobOpening.reminded_for != JobOpening.expires_on)
    return and_(JobOpening.chat_id.is_not(None), unreminded)


def forget_senders(session: Session, before: datetime, limit: int) -> int:
    """Whoever sent one that is over since then is not needed any more: name and phone go."""
    over = JobOpening.over_at < before
    known = or_(JobOpening.sender.is_not(None), JobOpening.sender_phone.is_not(None))
    chosen = select(JobOpening.id).where(JobOpening.state == OpeningState.OVER.value, over, known).limit(limit)
    ids = session.scalars(chosen).all()
    if ids:
        session.execute(
            update(JobOpening).where(JobOpening.id.in_(ids)).values(sender=None, sender_phone=None, chat_id=None)
        )
    return len(ids)


def next_forgetting(session: Session) -> datetime | None:
    """When the first of those whose sender is known went over."""
    over = JobOpening.state == OpeningState.OVER.value
    return session.scalar(select(func.min(JobOpening.over_at)).where(over, JobOpening.sender.is_not(None)))
