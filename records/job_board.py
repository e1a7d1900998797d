"""The job board: the openings that everybody may read now, by kejuruan."""

from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from records.job_openings import JobOpening, OpeningState, OpeningTrade


def _live(today: date, programme_id: int | None) -> Select[int]:
    chosen = select(JobOpening.id).where(
        JobOpening.state == OpeningState.LIVE.value, JobOpening.expires_on >= today, JobOpening.public.is_not(None)
    )
    if programme_id is None:
        return chosen
    tagged = select(OpeningTrade.opening_id).where(OpeningTrade.programme_id == programme_id)
    return chosen.where(JobOpening.id.in_(tagged))


def count_live(session: Session, today: date, programme_id: int | None = None) -> int:
    return session.scalar(select(func.count()).select_from(_live(today, programme_id).subquery())) or 0


def live(session: Session, today: date, programme_id: int | None, offset: int, limit: int) -> list[JobOpening]:
    """What everybody may read, of one kejuruan or of all, the latest first."""
    chosen = select(JobOpening).where(JobOpening.id.in_(_live(today, programme_id)))
    ordered = chosen.order_by(JobOpening.published_at.desc(), JobOpening.id.desc())
    return list(session.scalars(ordered.offset(offset).limit(limit), execution_options={"populate_existing": True}))


def by_trade(session: Session, today: date) -> dict[int, int]:
    """How many are live, by the id of the kejuruan."""
    rows = session.execute(
        select(OpeningTrade.programme_id, func.count())
        .where(OpeningTrade.opening_id.in_(_live(today, None)))
        .group_by(OpeningTrade.programme_id)
    )
    return dict(rows.all())
