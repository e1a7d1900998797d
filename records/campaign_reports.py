"""Reports: how the messages of an announcement ended, counted by outcome and reason, and who they were for."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.group_chats import GroupChat
from records.people import Person


@dataclass(frozen=True, slots=True)
class Reason:
    """So many ended so, for one reason as the sender wrote it down."""

    status: DeliveryStatus
    why: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One of them. Without a person it was a group, whose title is its name, or a chat that speaks for nobody."""

    delivery_id: int
    person_id: int | None
    name: str | None
    phone: str | None
    status: DeliveryStatus
    why: str | None
    settled_at: datetime | None


def _of(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    return (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)


def reasons(session: Session, campaign_id: int) -> list[Reason]:
    """Each once, the most frequent first."""
    counted = (
        select(Delivery.status, Delivery.why, func.count())
        .where(*_of(campaign_id))
        .group_by(Delivery.status, Delivery.why)
        .order_by(func.count().desc(), Delivery.status, Delivery.why)
    )
    return [Reason(DeliveryStatus(status), why, count) for status, why, count in session.execute(counted)]


def lines(
    session: Session, campaign_id: int, status: DeliveryStatus | None = None, limit: int | None = None, offset: int = 0
) -> list[Line]:
    """Those that ended so, by their reason; all without a `status`."""
    chosen = (
        select(
            *(Delivery.id, Delivery.person_id, Person.name, GroupChat.title, Person.phone),
            *(Delivery.status, Delivery.why, Delivery.settled_at),
        )
        .outerjoin(Person, Person.id == Delivery.person_id)
        .outerjoin(GroupChat, GroupChat.chat_id == Delivery.chat_id)
        .where(*_of(campaign_id))
        .order_by(Delivery.status, Delivery.why, Delivery.id)
        .limit(limit)
        .offset(offset)
    )
    if status is not None:
        chosen = chosen.where(Delivery.status == status.value)
    return [
        Line(delivery_id, person_id, name or title, phone, DeliveryStatus(ended), why, at)
        for delivery_id, person_id, name, title, phone, ended, why, at in session.execute(chosen)
    ]
