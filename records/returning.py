"""Returning: whoever could not be reached when a follow-up was sent, and can be now.

She is asked then, as long as the follow-up's window is open. Nobody is asked twice: the message that was blocked is the
one that goes out, and the ladder goes on from there.
"""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from records import deliveries, ladder, plain
from records.calendar import Calendar
from records.chats import Chat
from records.deliveries import Delivery, DeliveryStatus
from records.due_steps import Due
from records.followups import Followup, FollowupState, later_key, step_key
from records.people import Link

# Built once: every tick asks for it.
_RETURNED = (
    select(Followup.id, Followup.enrolment_id, Followup.person_id, Followup.wave, Followup.step, Followup.due_at)
    .join(Link, Link.person_id == Followup.person_id)
    .join(Chat, Chat.id == Link.chat_id)
    .where(
        Followup.state == FollowupState.UNREACHABLE.value,
        Followup.due_at > bindparam("now"),
        Chat.unreachable_since.is_(None),
    )
    .order_by(Followup.due_at, Followup.id)
    .limit(bindparam("limit"))
)


def returned(session: Session, now: datetime, limit: int) -> list[Due]:
    """The follow-ups that were sent in vain, with an open window, of people who have a chat again that nothing is
    known against.
    """
    return [Due(*row) for row in plain.rows(session, _RETURNED, now=now, limit=limit)]


def begin_again(session: Session, followup: Followup, chat_id: int, calendar: Calendar, now: datetime) -> bool:
    """She is asked after all; False where it ended meanwhile. Where nothing ever reached her, the ladder begins now."""
    if followup.state != FollowupState.UNREACHABLE.value:
        return False
    key = _blocked(session, followup)
    if key is not None:
        deliveries.send_after_all(session, key, chat_id, now)
    ladder.resume(followup, calendar, now)
    return True


def _blocked(session: Session, followup: Followup) -> str | None:
    """The key of the message that did not arrive: the last step's, or the reminder's that she had asked for."""
    enrolment_id, wave = followup.enrolment_id, followup.wave
    keys = [step_key(enrolment_id, wave, max(0, followup.step - 1)), later_key(enrolment_id, wave, followup.snoozes)]
    chosen = select(Delivery.key).where(Delivery.key.in_(keys), Delivery.status == DeliveryStatus.BLOCKED.value)
    return session.scalar(chosen.order_by(Delivery.id.desc()).limit(1))
