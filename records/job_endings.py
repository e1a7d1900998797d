"""How openings end: by their date, because the place is filled, or because an officer took them down. Most come back
with one tap, as they were.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from records import plain
from records.job_openings import Ending, JobOpening, OpeningState

_LIVE = JobOpening.state == OpeningState.LIVE.value
_IS_OVER = JobOpening.state == OpeningState.OVER.value
_UNREMINDED = and_(
    JobOpening.chat_id.is_not(None),
    or_(JobOpening.reminded_for.is_(None), JobOpening.reminded_for != JobOpening.expires_on),
)
# Built once: every tick asks for them.
_ENDED = (
    select(JobOpening)
    .where(_LIVE, JobOpening.expires_on < bindparam("today"))
    .order_by(JobOpening.id)
    .limit(bindparam("limit"))
)
_ENDING = (
    select(JobOpening)
    .where(_LIVE, JobOpening.expires_on <= bindparam("until"), _UNREMINDED)
    .order_by(JobOpening.id)
    .limit(bindparam("limit"))
)
_FORGOTTEN = (
    select(JobOpening.id)
    .where(_IS_OVER, JobOpening.over_at < bindparam("before"))
    .where(or_(JobOpening.sender.is_not(None), JobOpening.sender_phone.is_not(None)))
    .limit(bindparam("limit"))
)
_FIRST_END = select(func.min(JobOpening.expires_on)).where(_LIVE)
_FIRST_UNREMINDED = _FIRST_END.where(_UNREMINDED)
_NEXT_FORGETTING = select(func.min(JobOpening.over_at)).where(_IS_OVER, JobOpening.sender.is_not(None))


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
    return session.scalars(_ENDED, {"today": today, "limit": limit}).all()


def ending(session: Session, until: date, limit: int) -> Sequence[JobOpening]:
    """Those that end by then, and whose sender was not reminded of it."""
    return session.scalars(_ENDING, {"until": until, "limit": limit}).all()


def reminded(session: Session, opening_id: int, of: date) -> None:
    session.execute(update(JobOpening).where(JobOpening.id == opening_id).values(reminded_for=of))


def first_end(session: Session) -> date | None:
    """The last day of the one that ends first."""
    return plain.scalar(session, _FIRST_END)


def first_unreminded(session: Session) -> date | None:
    """The same, of those whose sender was not reminded of it."""
    return plain.scalar(session, _FIRST_UNREMINDED)


def forget_senders(session: Session, before: datetime, limit: int) -> int:
    """Whoever sent one that is over since then is not needed any more: name and phone go."""
    ids = plain.rows(session, _FORGOTTEN, before=before, limit=limit).scalars().all()
    if ids:
        session.execute(
            update(JobOpening).where(JobOpening.id.in_(ids)).values(sender=None, sender_phone=None, chat_id=None)
        )
    return len(ids)


def next_forgetting(session: Session) -> datetime | None:
    """When the first of those whose sender is known went over."""
    return plain.scalar(session, _NEXT_FORGETTING)
