"""Stalls: the entries of the showcase that everybody may see now, by kejuruan and kelurahan."""

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from records.consents import Consent, Purpose
from records.people import Person
from records.showcases import Showcase, ShowcaseState


def _visible(trade: int | None = None, place: str | None = None) -> Select[int]:
    """Approved, while the consent stands, and of the living only."""
    consent = exists().where(
        Consent.person_id == Showcase.person_id,
        Consent.purpose == Purpose.SHOWCASE.value,
        Consent.withdrawn_at.is_(None),
    )
    living = exists().where(Person.id == Showcase.person_id, Person.deceased_on.is_(None))
    chosen = select(Showcase.id).where(
        Showcase.state == ShowcaseState.SHOWN.value, Showcase.public.is_not(None), consent, living
    )
    if trade is not None:
        chosen = chosen.where(Showcase.programme_id == trade)
    return chosen if place is None else chosen.where(Showcase.place == place)


def count(session: Session, trade: int | None = None, place: str | None = None) -> int:
    return session.scalar(select(func.count()).select_from(_visible(trade, place).subquery())) or 0


def page(session: Session, trade: int | None, place: str | None, offset: int, limit: int) -> list[Showcase]:
    """The latest confirmed first."""
    chosen = select(Showcase).where(Showcase.id.in_(_visible(trade, place)))
    ordered = chosen.order_by(Showcase.confirmed_at.desc(), Showcase.id.desc()).offset(offset).limit(limit)
    return list(session.scalars(ordered, execution_options={"populate_existing": True}))


def visible(session: Session, showcase_id: int) -> Showcase | None:
    """One of them; None where it is hidden, refused, withdrawn, or waits."""
    chosen = select(Showcase).where(Showcase.id == showcase_id, Showcase.id.in_(_visible()))
    return session.scalar(chosen, execution_options={"populate_existing": True})


def by_trade(session: Session) -> dict[int, int]:
    """How many there are, by the id of the kejuruan."""
    rows = session.execute(
        select(Showcase.programme_id, func.count())
        .where(Showcase.id.in_(_visible()))
        .where(Showcase.programme_id.is_not(None))
        .group_by(Showcase.programme_id)
    )
    return {trade: number for trade, number in rows if trade is not None}


def by_place(session: Session) -> dict[str, int]:
    """How many there are, by the code of the kelurahan."""
    rows = session.execute(
        select(Showcase.place, func.count())
        .where(Showcase.id.in_(_visible()), Showcase.place.is_not(None))
        .group_by(Showcase.place)
    )
    return {place: number for place, number in rows if place is not None}
