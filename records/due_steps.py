"""Due steps: the steps of follow-ups whose time has come, in their order, and what is known of a batch of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from records.batches import batched
from records.followups import Followup, FollowupState
from records.ladder import CLIMBING


@dataclass(frozen=True, slots=True)
class Due:
    """A step of a follow-up whose time has come."""

    id: int
    enrolment_id: int
    person_id: int
    wave: int
    step: int
    due_at: datetime


_DUE = (Followup.id, Followup.enrolment_id, Followup.person_id, Followup.wave, Followup.step, Followup.due_at)


def due(session: Session, now: datetime, limit: int) -> list[Due]:
    """The steps whose time has come, in their order, without what she has put off."""
    found = [
        Due(*row)
        for state in CLIMBING
        for row in session.execute(_in_order(state).where(Followup.due_at <= now).limit(limit))
    ]
    return sorted(found, key=lambda one: (one.due_at, one.id))[:limit]


def _in_order(state: str) -> Select[int, int, int, int, int, datetime]:
    """Of one state at a time: so the index gives the first ones, however many there are."""
    chosen = select(*_DUE).where(Followup.state == state, Followup.snoozed_until.is_(None))
    return chosen.order_by(Followup.due_at, Followup.id)


def promised(session: Session, now: datetime, limit: int) -> list[Due]:
    """The reminders that somebody asked for and whose time has come. Only what is being asked is put off."""
    rows = session.execute(
        select(*_DUE).where(Followup.snoozed_until <= now).order_by(Followup.snoozed_until, Followup.id).limit(limit)
    )
    return [Due(*row) for row in rows]


def next_due(session: Session, after: datetime) -> datetime | None:
    instants = [
        session.scalar(
            select(Followup.due_at)
            .where(Followup.state == state, Followup.due_at > after, Followup.snoozed_until.is_(None))
            .order_by(Followup.due_at)
            .limit(1)
        )
        for state in CLIMBING
    ]
    return min((instant for instant in instants if instant is not None), default=None)


def next_promised(session: Session, after: datetime) -> datetime | None:
    """When the next reminder falls due that somebody asked for."""
    return session.scalar(select(func.min(Followup.snoozed_until)).where(Followup.snoozed_until > after))


def load(session: Session, ids: Sequence[int]) -> dict[int, Followup]:
    """The rows of a batch, by one statement for hundreds."""
    return {
        one.id: one
        for some in batched(ids)
        for one in session.scalars(
            select(Followup).where(Followup.id.in_(some)).execution_options(populate_existing=True)
        )
    }


def asking(session: Session, person_ids: Collection[int]) -> dict[int, Followup]:
    """What each of these people is being asked right now, by person."""
    return {
        one.person_id: one
        for some in batched(sorted(person_ids))
        for one in session.scalars(
            select(Followup)
            .where(Followup.person_id.in_(some), Followup.state == FollowupState.ASKED.value)
            .order_by(Followup.id)
        )
    }


def stopped(session: Session, person_ids: Collection[int]) -> set[int]:
    """Who of these has said 'do not ask again'."""
    return {
        person_id
        for some in batched(sorted(person_ids))
        for person_id in session.scalars(
            select(Followup.person_id).where(
                Followup.person_id.in_(some), Followup.state == FollowupState.STOPPED.value
            )
        )
    }
