"""Freezing: the people whom a campaign is for become its deliveries, one each, in one statement however many they are.

Whoever joins later is not written to; whoever leaves later is.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, String, case, cast, func, insert, literal, null, select
from sqlalchemy.orm import Session

from records.audiences import Audience, recipients
from records.audiences.recipients import Size
from records.base import Instant
from records.deliveries import URGENCY, Delivery, DeliveryKind, DeliveryStatus
from records.people import Person

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


def size(session: Session, campaign_id: int) -> Size:
    """How many people it was frozen for, and how many of them have a chat."""
    counted = select(func.count(), func.count(Delivery.chat_id)).where(*_people(campaign_id))
    return Size(*session.execute(counted).one())


def names(session: Session, campaign_id: int, most: int) -> list[str]:
    """What so many of them are called, from all over."""
    chosen = select(Person.name).join(Delivery, Delivery.person_id == Person.id).where(*_people(campaign_id))
    count = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    places = {n * count // most for n in range(most)} if count else set[int]()
    in_order = chosen.order_by(Delivery.id).limit(1)
    return [name for place in sorted(places) for name in session.scalars(in_order.offset(place))]


def _people(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    """Without the groups that it goes to besides."""
    is_somebody = Delivery.person_id.is_not(None) | (Delivery.chat_id > 0)
    return (Delivery.campaign_id == campaign_id, Delivery.kind == KIND.value, is_somebody)


_COLUMNS = [
    *("key", "kind", "urgency", "person_id", "chat_id", "campaign_id", "about", "attempts", "due_at"),
    *("status", "why", "settled_at", "topic"),
]
