"""Confirmations: once a year whoever shows a business is asked whether it still holds."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from records import plain
from records.showcases import Showcase, ShowcaseState

# Built once: every tick asks for them.
_SHOWN = Showcase.state == ShowcaseState.SHOWN.value
_TO_ASK = (
    select(Showcase)
    .where(_SHOWN, Showcase.confirmed_at <= bindparam("before"), Showcase.asked_at.is_(None))
    .order_by(Showcase.id)
    .limit(bindparam("limit"))
)
_UNANSWERED = (
    select(Showcase)
    .where(_SHOWN, Showcase.asked_at <= bindparam("before"))
    .order_by(Showcase.id)
    .limit(bindparam("limit"))
)
_UNASKED = (
    select(Showcase.confirmed_at).where(_SHOWN, Showcase.asked_at.is_(None)).order_by(Showcase.confirmed_at).limit(1)
)
_PENDING = select(Showcase.asked_at).where(_SHOWN, Showcase.asked_at.is_not(None)).order_by(Showcase.asked_at).limit(1)


def confirm(session: Session, showcase_id: int, now: datetime) -> bool:
    """It still holds; False where it is not shown."""
    changed = session.execute(
        update(Showcase)
        .where(Showcase.id == showcase_id, Showcase.state == ShowcaseState.SHOWN.value)
        .values(confirmed_at=now, asked_at=None)
        .returning(Showcase.id),
        execution_options={"synchronize_session": False},
    )
    return changed.first() is not None


def asked(session: Session, showcase_id: int, now: datetime) -> None:
    """She is being asked whether it still holds."""
    session.execute(update(Showcase).where(Showcase.id == showcase_id).values(asked_at=now))


def to_ask(session: Session, before: datetime, limit: int) -> list[Showcase]:
    """Those shown that were last confirmed before then and are not asked about yet."""
    return list(session.scalars(_TO_ASK, {"before": before, "limit": limit}))


def unanswered(session: Session, before: datetime, limit: int) -> list[Showcase]:
    """Those shown that were asked about before then."""
    return list(session.scalars(_UNANSWERED, {"before": before, "limit": limit}))


def next_asking(session: Session) -> tuple[datetime | None, datetime | None]:
    """When the longest unconfirmed was confirmed, and when the longest unanswered was asked."""
    return plain.scalar(session, _UNASKED), plain.scalar(session, _PENDING)
