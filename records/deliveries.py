"""Deliveries: every message that starts with us, one row each, with a key that says what it is.

The key is UNIQUE, so that ordering a message twice orders it once. A claim carries the epoch of the leader; those of
one who died are released.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant
from records.batches import batched


class DeliveryKind(StrEnum):
    ANNOUNCEMENT = "announcement"
    FOLLOWUP = "followup"
    ANSWER = "answer"
    QUESTION = "question"
    NOTICE = "notice"
    RECALL = "recall"
    CORRECTION = "correction"


class DeliveryStatus(StrEnum):
    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


STOPPED = "stopped"
WHY_LENGTH = 80

# What may not wait behind an announcement to hundreds: answers to people come first, bulk last. Each has its share of
# the pace (see records/shares.py); the last is for what only goes out while its campaign is being sent.
URGENCY = {
    DeliveryKind.ANSWER: 0,
    DeliveryKind.QUESTION: 0,
    DeliveryKind.NOTICE: 0,
    DeliveryKind.RECALL: 1,
    DeliveryKind.CORRECTION: 1,
    DeliveryKind.FOLLOWUP: 1,
    DeliveryKind.ANNOUNCEMENT: 2,
}


class Delivery(Base):
    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_status_urgency_due", "status", "urgency", "due_at"),
        Index("ix_deliveries_status_due", "status", "due_at"),
        # What is due of one campaign is read in this order, none of the others is looked at, and a tally needs no more.
        Index("ix_deliveries_campaign_due", "campaign_id", "kind", "status", "due_at", "id", "settled_at"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    urgency: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"))
    about: Mapped[int] = mapped_column(BigInteger)
    # Which notice, and what else it must know.
    topic: Mapped[str | None] = mapped_column(String(24))
    detail: Mapped[str | None] = mapped_column(String(60))
    status: Mapped[str] = mapped_column(String(12))
    why: Mapped[str | None] = mapped_column(String(WHY_LENGTH))
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(Instant)
    epoch: Mapped[int | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Order:
    """A message to be sent, from `due_at` on."""

    key: str
    kind: DeliveryKind
    person_id: int | None
    chat_id: int | None
    about: int
    due_at: datetime
    campaign_id: int | None = None
    topic: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that is ours to send."""

    id: int
    key: str
    kind: DeliveryKind
    person_id: int | None
    chat_id: int
    campaign_id: int | None
    about: int
    attempts: int
    topic: str | None = None
    detail: str | None = None


_KNOWN = select(Delivery.id).where(Delivery.key == bindparam("key"))


def order(
    session: Session,
    *,
    key: str,
    kind: DeliveryKind,
    person_id: int | None,
    chat_id: int | None,
    about: int,
    due_at: datetime,
    now: datetime,
    campaign_id: int | None = None,
    topic: str | None = None,
    detail: str | None = None,
) -> bool:
    """Orders a message unless it was ordered before; without a chat it is blocked at once, for the phone list."""
    if plain.scalar(session, _KNOWN, key=key) is not None:
        return False
    order_new(session, [Order(key, kind, person_id, chat_id, about, due_at, campaign_id, topic, detail)], now)
    return True


def by_id(session: Session, delivery_id: int) -> Delivery | None:
    return session.get(Delivery, delivery_id)


def known(session: Session, keys: Sequence[str]) -> set[str]:
    """Which of these were ordered before."""
    found: set[str] = set()
    for some in batched(keys):
        found |= set(session.scalars(select(Delivery.key).where(Delivery.key.in_(some))))
    return found


def order_new(session: Session, orders: Sequence[Order], now: datetime) -> None:
    """Orders messages whose keys are known to be new, hundreds in one statement."""
    if orders:
        session.connection().execute(insert(Delivery), [_row(order, now) for order in orders])


def _row(order: Order, now: datetime) -> dict[str, object]:
    reachable = order.chat_id is not None
    return {
        "key": order.key,
        "kind": order.kind.value,
        "urgency": URGENCY[order.kind],
        "person_id": order.person_id,
        "chat_id": order.chat_id,
        "campaign_id": order.campaign_id,
        "about": order.about,
        "topic": order.topic,
        "detail": order.detail,
        "due_at": order.due_at,
        "attempts": 0,
        "status": (DeliveryStatus.WAITING if reachable else DeliveryStatus.BLOCKED).value,
        "why": None if reachable else "no chat",
        "settled_at": None if reachable else now,
    }


def cancel(session: Session, key: str, why: str, now: datetime) -> bool:
    """Takes a message back that has not gone out; True means that nobody will get it."""
    changed = session.execute(
        update(Delivery)
        .where(Delivery.key == key, Delivery.status == DeliveryStatus.WAITING.value)
        .values(status=DeliveryStatus.CANCELLED.value, why=why[:WHY_LENGTH], settled_at=now)
        .returning(Delivery.id)
    )
    return changed.first() is not None


def call_off(session: Session, person_id: int, chat_id: int, now: datetime) -> None:
    """This chat is not hers: what still waits for her there is not sent."""
    session.execute(
        update(Delivery)
        .where(
            Delivery.status == DeliveryStatus.WAITING.value,
            Delivery.chat_id == chat_id,
            Delivery.person_id == person_id,
        )
        .values(status=DeliveryStatus.CANCELLED.value, why="not her chat", settled_at=now)
    )


def send_after_all(session: Session, key: str, chat_id: int, now: datetime) -> bool:
    """Sends what was blocked, to the chat that speaks for her now; False where it was not, or goes out already."""
    changed = session.execute(
        update(Delivery)
        .where(Delivery.key == key, Delivery.status == DeliveryStatus.BLOCKED.value)
        .values(status=DeliveryStatus.WAITING.value, chat_id=chat_id, why=None, settled_at=None, attempts=0, due_at=now)
        .returning(Delivery.id)
    )
    return changed.first() is not None


def move(session: Session, old_chat: int, new_chat: int) -> None:
    """What still waits for a chat that got a new id."""
    session.execute(
        update(Delivery)
        .where(Delivery.chat_id == old_chat, Delivery.status == DeliveryStatus.WAITING.value)
        .values(chat_id=new_chat)
    )
