"""Amendments: one delivery for each message of an announcement that is deleted or rewritten, ordered all at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, case, cast, insert, literal, null, select
from sqlalchemy.orm import Session, aliased

from records.base import Instant
from records.deliveries import URGENCY, Delivery, DeliveryKind, DeliveryStatus


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is done to `which` messages: the keys begin with `key`. Where it is `late`, it is told so and not tried."""

    kind: DeliveryKind
    key: str
    topic: str | None
    which: ColumnElement[bool]
    late: ColumnElement[bool]
    why_late: str | None = None


def order(session: Session, campaign_id: int, what: Amendment, now: datetime) -> None:
    """One for each that is not amended so yet, in one statement however many they are. What an officer took as arrived
    cannot be reached: nobody knows its message.
    """
    known = aliased(Delivery)
    key = literal(what.key).concat(cast(Delivery.id, String))
    rows = select(
        key,
        literal(what.kind.value),
        literal(URGENCY[what.kind]),
        Delivery.person_id,
        Delivery.chat_id,
        literal(campaign_id),
        Delivery.id,
        literal(0),
        literal(now, Instant),
        case((what.late, DeliveryStatus.SKIPPED.value), else_=DeliveryStatus.WAITING.value),
        case((what.late, literal(what.why_late, String)), else_=null()),
        case((what.late, literal(now, Instant)), else_=null()),
        literal(what.topic, String),
        cast(Delivery.message_id, String),
    ).where(what.which, Delivery.message_id.is_not(None), ~select(known.id).where(known.key == key).exists())
    session.execute(insert(Delivery).from_select(_COLUMNS, rows.order_by(Delivery.id), include_defaults=False))


_COLUMNS = [
    *("key", "kind", "urgency", "person_id", "chat_id", "campaign_id", "about", "attempts", "due_at"),
    *("status", "why", "settled_at", "topic", "detail"),
]
