"""Minimum wages (UMK): the city's, by year, in rupiah a month. Staff keep the years that the profile does not know."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Instant


class MinimumWage(Base):
    __tablename__ = "minimum_wages"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    amount: Mapped[int]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)


def by_year(session: Session, profile: Mapping[int, int]) -> dict[int, int]:
    """Every year that is known, those of the profile where staff have told no other amount."""
    kept = session.execute(select(MinimumWage.year, MinimumWage.amount)).all()
    return dict(sorted({**profile, **dict(kept)}.items()))


def at(session: Session, profile: Mapping[int, int], year: int) -> int | None:
    """The amount of a year; where it is not known yet, the latest before; None before the first known."""
    known = by_year(session, profile)
    return known.get(max((each for each in known if each <= year), default=year))


def keep(session: Session, year: int, amount: int, staff_id: int, now: datetime) -> None:
    """The amount of a year, from now on."""
    session.merge(MinimumWage(year=year, amount=amount, staff_id=staff_id, at=now))
    session.flush()
