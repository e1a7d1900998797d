"""The sweep: which follow-ups are due is a question to the database, asked at each tick. It orders messages; it
sends none.
"""

from datetime import datetime

from conversations.context import House
from records import deliveries, followups, people, returning
from records.deliveries import DeliveryKind
from records.followups import LADDER_DAYS, Due, FollowupState
from records.session import Session

BATCH = 500


def sweep(session: Session, house: House, now: datetime) -> int:
    """Takes every step whose time has come, within the sending hours, and asks whoever can be reached again; how many
    rows were looked at.
    """
    if not house.calendar.allows(now):
        return 0
    returned = returning.returned(session, BATCH)
    for one in returned:
        _ask_after_all(session, house, one, now)
    due = followups.due(session, now, BATCH)
    for step in due:
        _take(session, house, step, now)
    return len(returned) + len(due)


def _take(session: Session, house: House, step: Due, now: datetime) -> None:
    if step.step >= len(LADDER_DAYS):
        followups.end(session, step.id, FollowupState.SILENT)
        return
    if followups.has_stopped(session, step.person_id) or people.has_died(session, step.person_id):
        followups.stop_person(session, step.person_id)
        return
    asking = followups.asked_meanwhile(session, step.person_id, step.id) if step.step == 0 else None
    if asking is not None:
        followups.cover(session, step.id, asking)
        return
    followups.step_taken(session, step, house.calendar, now)
    key = followups.step_key(step.enrolment_id, step.wave, step.step)
    chat_id = people.chat_of(session, step.person_id)
    ordered = deliveries.order(
        session,
        key=key,
        kind=DeliveryKind.FOLLOWUP,
        person_id=step.person_id,
        chat_id=chat_id,
        about=step.id,
        due_at=now,
        now=now,
    )
    if not ordered and chat_id is not None:
        # A step that was blocked comes anew for whoever was away meanwhile.
        deliveries.send_after_all(session, key, chat_id, now)


def _ask_after_all(session: Session, house: House, asked: Due, now: datetime) -> None:
    """She has come back before it was over: from the first step on, unless she said never again."""
    chat_id = people.chat_of(session, asked.person_id)
    if chat_id is None or followups.has_stopped(session, asked.person_id):
        return
    if returning.begin_again(session, asked, house.calendar, now):
        key = followups.step_key(asked.enrolment_id, asked.wave, 0)
        deliveries.send_after_all(session, key, chat_id, now)
