"""Cohorts (angkatan): classes that begin together, with one time of registration."""

from datetime import date, datetime

from sqlalchemy import String, and_, bindparam, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant


class Cohort(Base):
    """`opened_told_at`, `closed_told_at`: since when the opening and closing of registration are known to staff."""

    __tablename__ = "cohorts"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    year: Mapped[int] = mapped_column(index=True)
    opens_at: Mapped[datetime] = mapped_column(Instant)
    closes_at: Mapped[datetime] = mapped_column(Instant)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    opened_told_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_told_at: Mapped[datetime | None] = mapped_column(Instant)
    archived_at: Mapped[datetime | None] = mapped_column(Instant)


# Built once: every tick asks for them, and each looks at cohorts.
_UNTOLD = or_(
    and_(Cohort.opens_at <= bindparam("now"), Cohort.opened_told_at.is_(None)),
    and_(Cohort.closes_at <= bindparam("now"), Cohort.closed_told_at.is_(None)),
)
_TO_TELL = select(Cohort).where(_UNTOLD, Cohort.archived_at.is_(None)).order_by(Cohort.id)
_NEXT_TURNS = tuple(
    select(func.min(moment)).where(moment > bindparam("after"), Cohort.archived_at.is_(None))
    for moment in (Cohort.opens_at, Cohort.closes_at)
)


def all_of_them(session: Session, *, archived: bool = False) -> list[Cohort]:
    """Every cohort that is not archived, or every one that is; the latest first."""
    is_archived = Cohort.archived_at.is_not(None)
    chosen = select(Cohort).where(is_archived if archived else ~is_archived)
    return list(session.scalars(chosen.order_by(Cohort.starts_on.desc(), Cohort.id.desc())))


def open_at(session: Session, now: datetime) -> list[Cohort]:
    """Cohorts one can register for now, those that close first before."""
    is_open = (Cohort.opens_at <= now, Cohort.closes_at > now, Cohort.archived_at.is_(None))
    return list(session.scalars(select(Cohort).where(*is_open).order_by(Cohort.closes_at, Cohort.id)))


def to_tell(session: Session, now: datetime) -> list[Cohort]:
    """Cohorts whose registration opened or closed without staff having been told."""
    return list(session.scalars(_TO_TELL, {"now": now}))


def next_turn(session: Session, after: datetime) -> datetime | None:
    """The first instant after `after` at which the registration of a cohort opens or closes."""
    turns = (plain.scalar(session, turn, after=after) for turn in _NEXT_TURNS)
    return min((moment for moment in turns if moment is not None), default=None)


def by_id(session: Session, cohort_id: int) -> Cohort | None:
    return session.get(Cohort, cohort_id)
