"""Saved audiences: under a name, for whoever announces next. Whom one names is asked anew each time."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.audiences.audience import Audience
from records.base import Base, Identity, Instant

NAME_LENGTH = 40


class SavedAudience(Base):
    """`spec` is the text of an Audience."""

    __tablename__ = "audiences"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), unique=True)
    spec: Mapped[str] = mapped_column(Text)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)

    @property
    def people(self) -> Audience:
        return Audience.from_json(self.spec)


def count(session: Session) -> int:
    return session.scalar(select(func.count(SavedAudience.id))) or 0


def page(session: Session, limit: int, offset: int) -> list[SavedAudience]:
    """By name."""
    ordered = select(SavedAudience).order_by(func.lower(SavedAudience.name), SavedAudience.id)
    return list(session.scalars(ordered.limit(limit).offset(offset)))


def by_id(session: Session, audience_id: int) -> SavedAudience | None:
    return session.get(SavedAudience, audience_id)


def names(session: Session) -> frozenset[str]:
    """Every name that is taken, whatever its letters' case."""
    return frozenset(name.casefold() for name in session.scalars(select(SavedAudience.name)))


def save(session: Session, name: str, audience: Audience, staff_id: int, now: datetime) -> SavedAudience:
    """Keeps a new one; its name must be free."""
    saved = SavedAudience(name=name, spec=audience.to_json(), staff_id=staff_id, created_at=now, updated_at=now)
    session.add(saved)
    session.flush()
    return saved


def rename(session: Session, audience_id: int, name: str, now: datetime) -> bool:
    """False: it is gone."""
    changed = session.execute(
        update(SavedAudience)
        .where(SavedAudience.id == audience_id)
        .values(name=name, updated_at=now)
        .returning(SavedAudience.id)
    )
    return changed.first() is not None


def drop(session: Session, audience_id: int) -> bool:
    """False: it was gone already."""
    gone = delete(SavedAudience).where(SavedAudience.id == audience_id).returning(SavedAudience.id)
    return session.execute(gone).first() is not None
