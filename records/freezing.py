"""Freezing: the people whom a campaign is for become its deliveries, one each, in one statement however many they are.

Whoever joins later is not written to; whoever leaves later is.
"""

from datetime import datetime

from sqlalchemy import String, case, cast, insert, literal, null, select
from sqlalchemy.orm import Session

from records.audiences import Audience, recipients
from records.base import Instant
from records.deliveries import URGENCY, Delivery, DeliveryKind, DeliveryStatus

KIND = DeliveryKind.ANNOUNCEMENT
NO_CHAT = "no chat"
# The topic of what keeps the longer hours.
URGENT = "urgent"


def freeze(
    session: Session, campaign_id: int, audience: Audience, due_at: datetime, now: datetime, *, urgent: bool = False
) -> None:
    """Orders one message a person, due at `due_at`; without a chat it is blocked at once, for the phone list. A chat
    that speaks for nobody is known by itself.
    """
    chosen = recipients.of(audience).order_by(None).subquery()
    person, chat = chosen.c
    alone = chat.is_(None)
    rows = select(
        case(
            (person.is_(None), literal(f"announcement:{campaign_id}:chat:").concat(cast(chat, String))),
            else_=literal(f"announcement:{campaign_id}:person:").concat(cast(person, String)),
        ),
        literal(KIND.value),
        literal(URGENCY[KIND]),
        person,
        chat,
        literal(campaign_id),
        literal(campaign_id),
        literal(0),
        literal(due_at, Instant),
        case((alone, DeliveryStatus.BLOCKED.value), else_=DeliveryStatus.WAITING.value),
        case((alone, NO_CHAT), else_=null()),
        case((alone, literal(now, Instant)), else_=null()),
        literal(URGENT if urgent else None, String),
    ).order_by(person, chat)
    session.execute(insert(Delivery).from_select(_COLUMNS, rows, include_defaults=False))


_COLUMNS = [
    *("key", "kind", "urgency", "person_id", "chat_id", "campaign_id", "about", "attempts", "due_at"),
    *("status", "why", "settled_at", "topic"),
]
