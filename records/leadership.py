"""Leadership: one process at a time sends and ticks. Each leader takes the next epoch, which marks its claims."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Instant


class Leadership(Base):
    __tablename__ = "leadership"

    id: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[int]
    # Telegram's RetryAfter: no bulk message before this instant. Stored, so that a restart keeps it.
    paused_until: Mapped[datetime | None] = mapped_column(Instant)


# Built once: every second asks for it.
_PAUSED = select(Leadership.paused_until).where(Leadership.id == 1)


def next_epoch(session: Session) -> int:
    """Takes office."""
    row = session.get(Leadership, 1)
    if row is None:
        row = Leadership(id=1, epoch=0)
        session.add(row)
    row.epoch += 1
    session.flush()
    return row.epoch


def pause(session: Session, until: datetime) -> None:
    """A shorter pause does not cut a longer one."""
    shorter = Leadership.paused_until.is_(None) | (Leadership.paused_until < until)
    session.execute(update(Leadership).where(Leadership.id == 1, shorter).values(paused_until=until))


def paused_until(session: Session) -> datetime | None:
    return plain.scalar(session, _PAUSED)
