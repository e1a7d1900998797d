"""Asking again: whoever said "do not ask again" may take it back. Then what lies ahead is asked as it was planned."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import ladder
from records.calendar import Calendar
from records.followups import SILENCE_DAYS, Followup, FollowupState

SILENCE = timedelta(days=SILENCE_DAYS)


def take_back(session: Session, person_id: int, calendar: Calendar, now: datetime, window: timedelta) -> int | None:
    """Nothing of hers is stopped any more. The id of the follow-up that she can answer now: the newest she was asked,
    where its ladder would not have ended yet; of those before it nobody asks again.
    """
    rows = session.scalars(
        select(Followup)
        .where(Followup.person_id == person_id, Followup.state == FollowupState.STOPPED.value)
        .order_by(Followup.due_at.desc(), Followup.id.desc())
    )
    going_on: int | None = None
    for row in rows:
        if row.first_asked_at is None:
            _plan_or_pass(row, now, window)
            continue
        row.state = FollowupState.ASKED.value
        if going_on is None and now < row.first_asked_at + SILENCE:
            ladder.resume(row, calendar, now)
            going_on = row.id
        else:
            ladder.give_up(row)
    session.flush()
    return going_on


def _plan_or_pass(row: Followup, now: datetime, window: timedelta) -> None:
    """Nobody had asked her yet."""
    row.state = FollowupState.PLANNED.value
    if row.due_at + window <= now:
        ladder.pass_over(row)
