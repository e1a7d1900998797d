"""Confirmations: once a year whoever shows a business is asked whether it still holds."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records.showcases import Showcase, ShowcaseState


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
    due = (Showcase.state == ShowcaseState.SHOWN.value, Showcase.confirmed_at <= before, Showcase.asked_at.is_(None))
    return list(session.scalars(select(Showcase).where(*due).order_by(Showcase.id).limit(limit)))


def unanswered(session: Session, before: datetime, limit: int) -> list[Showcase]:
    """Those shown that were asked about before then."""
    due = (Showcase.state == ShowcaseState.SHOWN.value, Showcase.asked_at <= before)
    return list(session.scalars(select(Showcase).where(*due).order_by(Showcase.id).limit(limit)))


def next_asking(session: Session) -> tuple[datetime | None, datetime | None]:
    """When the longest unconfirmed was confirmed, and when the longest unanswered was asked."""
    shown = Showcase.state == ShowcaseState.SHOWN.value
    unasked = select(Showcase.confirmed_at).where(shown, Showcase.asked_at.is_(None)).order_by(Showcase.confirmed_at)
    pending = select(Showcase.asked_at).where(shown, Showcase.asked_at.is_not(None)).order_by(Showcase.asked_at)
    return session.scalar(unasked.limit(1)), session.scalar(pending.limit(1))
