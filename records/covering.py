"""Covering: one person is asked once, however many trainings. One follow-up speaks for the others."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from records.followups import Followup, FollowupState


def cover(session: Session, followup_id: int, by: int) -> None:
    """Another follow-up speaks for this one; where that has reached her already, it has for this one too."""
    reached_at = session.scalar(select(Followup.reached_at).where(Followup.id == by))
    session.execute(
        update(Followup)
        .where(Followup.id == followup_id)
        .values(state=FollowupState.COVERED.value, covered_by=by, reached_at=reached_at)
    )


def reached(session: Session, followup_id: int, now: datetime) -> None:
    """The question arrived."""
    session.execute(
        update(Followup)
        .where((Followup.id == followup_id) | (Followup.covered_by == followup_id), Followup.reached_at.is_(None))
        .values(reached_at=now)
    )


# Built once: each tap of a questionnaire asks for it.
_SPOKEN_FOR = (
    select(Followup)
    .where((Followup.id == bindparam("followup")) | (Followup.covered_by == bindparam("followup")))
    .order_by(Followup.id)
)


def spoken_for(session: Session, followup_id: int) -> list[Followup]:
    """The follow-up and those it covers."""
    return list(session.scalars(_SPOKEN_FOR, {"followup": followup_id}))
