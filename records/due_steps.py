"""Due steps: the steps of follow-ups whose time has come, in their order, and what is known of a batch of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from records import plain
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


_STEPS = select(Followup.id, Followup.enrolment_id, Followup.person_id, Followup.wave, Followup.step, Followup.due_at)


def _unsnoozed(state: str) -> Select[int, int, int, int, int, datetime]:
    """Of one state at a time, in order: so the index gives the first ones, however many there are."""
    chosen = _STEPS.where(Followup.state == state, Followup.snoozed_until.is_(None))
    return chosen.order_by(Followup.due_at, Followup.id)


# Built once: every tick asks for them.
_DUE = tuple(
    _unsnoozed(state).where(Followup.due_at <= bindparam("now")).limit(bindparam("limit")) for state in CLIMBING
)
_NEXT_DUE = tuple(
    _unsnoozed(state).with_only_columns(Followup.due_at).where(Followup.due_at > bindparam("after")).limit(1)
    for state in CLIMBING
)
_PROMISED = (
    _STEPS.where(Followup.snoozed_until <= bindparam("now"))
    .order_by(Followup.snoozed_until, Followup.id)
    .limit(bindparam("limit"))
)
_NEXT_PROMISED = select(func.min(Followup.snoozed_until)).where(Followup.snoozed_until > bindparam("after"))


def due(session: Session, now: datetime, limit: int) -> list[Due]:
    """The steps whose time has come, in their order, without what she has put off."""
    found = [Due(*row) for chosen in _DUE for row in plain.rows(session, chosen, now=now, limit=limit)]
    return sorted(found, key=lambda one: (one.due_at, one.id))[:limit]


def promised(session: Session, now: datetime, limit: int) -> list[Due]:
    """The reminders that somebody asked for and whose time has come. Only what is being asked is put off."""
    return [Due(*row) for row in plain.rows(session, _PROMISED, now=now, limit=limit)]


def next_due(session: Session, after: datetime) -> datetime | None:
    instants = (plain.scalar(session, chosen, after=after) for chosen in _NEXT_DUE)
    return min((instant for instant in instants if instant is not None), default=None)


def next_promised(session: Session, after: datetime) -> datetime | None:
    """When the next reminder falls due that somebody asked for."""
    return plain.scalar(session, _NEXT_PROMISED, after=after)


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
