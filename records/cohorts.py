"""Cohorts (angkatan): classes that begin together, with one time of registration."""

from datetime import date, datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant


class Cohort(Base):
    __tablename__ = "cohorts"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    year: Mapped[int] = mapped_column(index=True)
    opens_at: Mapped[datetime] = mapped_column(Instant)
    closes_at: Mapped[datetime] = mapped_column(Instant)
    starts_on: Mapped[date]
    ends_on: Mapped[date]


def all_of_them(session: Session) -> list[Cohort]:
    """Every cohort, the latest first."""
    return list(session.scalars(select(Cohort).order_by(Cohort.starts_on.desc(), Cohort.id.desc())))


def open_at(session: Session, now: datetime) -> list[Cohort]:
    """Cohorts one can register for now, those that close first before."""
    chosen = select(Cohort).where(Cohort.opens_at <= now, Cohort.closes_at > now).order_by(Cohort.closes_at, Cohort.id)
    return list(session.scalars(chosen))


def by_id(session: Session, cohort_id: int) -> Cohort | None:
    return session.get(Cohort, cohort_id)
