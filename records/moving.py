"""Moving: another chat speaks for a person from now on, or none until she is found again. What was under way for her
waits, and goes on where she is.
"""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import own_talks, people, talks, waiting_talks
from records.deliveries import Delivery, DeliveryStatus
from records.followups import Followup, FollowupState
from records.talks import StoredTalk, TalkRow, TalkState

WHY = "moving"


def detach(session: Session, person_id: int, now: datetime) -> int | None:
    """Nobody's chat speaks for her: which one did. Her talks rest, and what waits to be sent waits for her new chat."""
    chat_id = people.chat_of(session, person_id)
    if chat_id is None:
        return None
    for stored in own_talks.of_person(session, person_id, TalkState.WAITING, TalkState.OPEN):
        if stored.actor_chat == chat_id:
            _rest(session, stored, now)
    session.execute(
        update(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.chat_id == chat_id,
            Delivery.status == DeliveryStatus.WAITING.value,
        )
        .values(status=DeliveryStatus.BLOCKED.value, why=WHY, settled_at=now)
    )
    people.unlink(session, person_id, chat_id)
    return chat_id


def _rest(session: Session, stored: StoredTalk, now: datetime) -> None:
    talks.save(session, stored.id, TalkState.RESTING, stored.journal, now)
    if stored.state is TalkState.OPEN and stored.actor_chat is not None:
        behind = waiting_talks.first_waiting(session, stored.actor_chat)
        if behind is not None:
            talks.save(session, behind.id, TalkState.OPEN, behind.journal, behind.touched_at)


def settle(session: Session, person_id: int, chat_id: int, now: datetime) -> None:
    """She is in this chat now: her open follow-ups go on here, at the question where they stood."""
    for stored in own_talks.of_person(session, person_id, TalkState.RESTING, TalkState.WAITING, TalkState.OPEN):
        if stored.actor_chat in (None, chat_id):
            continue
        if stored.state is not TalkState.RESTING:
            _rest(session, stored, now)
        free = talks.open_of(session, chat_id) is None
        state = TalkState.OPEN if free else TalkState.WAITING
        session.execute(
            update(TalkRow).where(TalkRow.id == stored.id).values(actor_chat=chat_id, state=state.value, touched_at=now)
        )
    session.execute(
        update(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.status == DeliveryStatus.BLOCKED.value,
            Delivery.why == WHY,
        )
        .values(status=DeliveryStatus.WAITING.value, chat_id=chat_id, why=None, settled_at=None, due_at=now)
    )
    session.execute(
        update(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.chat_id != chat_id,
            Delivery.status == DeliveryStatus.WAITING.value,
        )
        .values(chat_id=chat_id)
    )


def misdirected(session: Session, person_id: int, since: datetime) -> Followup | None:
    """The latest follow-up that had reached somebody else and may still be asked."""
    return session.scalar(
        select(Followup)
        .where(
            Followup.person_id == person_id,
            Followup.state == FollowupState.MISDIRECTED.value,
            Followup.first_asked_at > since,
        )
        .order_by(Followup.wave.desc(), Followup.id.desc())
        .limit(1)
    )
