"""Returning: whoever could not be reached when a follow-up fell due, and can be now.

She is asked then, from the first step on, as long as the follow-up still waits for an answer. Nobody is asked twice:
the message that was blocked is the one that goes out.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, cast, literal, select, update
from sqlalchemy.orm import Session

from records.calendar import Calendar
from records.chats import Chat
from records.deliveries import Delivery, DeliveryStatus
from records.followups import LADDER_DAYS, Due, Followup, FollowupState
from records.people import Link


def _first_key() -> ColumnElement[str]:
    """As `followups.step_key` makes it, of the first step."""
    enrolment, wave = cast(Followup.enrolment_id, String), cast(Followup.wave, String)
    return literal("followup:") + enrolment + literal(":") + wave + literal(":0")


def returned(session: Session, limit: int) -> list[Due]:
    """The follow-ups that were asked in vain, of people who have a chat again that nothing is known against."""
    rows = session.execute(
        select(Followup.id, Followup.enrolment_id, Followup.person_id, Followup.wave, Followup.step)
        .join(Link, Link.person_id == Followup.person_id)
        .join(Chat, Chat.id == Link.chat_id)
        .join(Delivery, Delivery.key == _first_key())
        .where(
            Followup.state == FollowupState.ASKED.value,
            Followup.reached_at.is_(None),
            Chat.unreachable_since.is_(None),
            Delivery.status == DeliveryStatus.BLOCKED.value,
        )
        .order_by(Followup.id)
        .limit(limit)
    )
    return [Due(*row) for row in rows]


def begin_again(session: Session, due: Due, calendar: Calendar, now: datetime) -> bool:
    """Back to the first step, whose reminder counts from now; False where it ended or reached her meanwhile."""
    changed = session.execute(
        update(Followup)
        .where(Followup.id == due.id, Followup.state == FollowupState.ASKED.value, Followup.reached_at.is_(None))
        .values(step=1, first_asked_at=now, due_at=calendar.next_allowed(now + timedelta(days=LADDER_DAYS[1])))
        .returning(Followup.id)
    )
    return changed.first() is not None
