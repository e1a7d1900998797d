"""Retrying: what an announcement did not reach is tried once more, and staff decide what nobody knows.

Nothing of it goes out by itself: each is an officer's decision, and each change is conditional.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, func, or_, select, update
from sqlalchemy.orm import Session

from records import plain
from records.campaigns import Campaign, CampaignStatus
from records.chats import Chat
from records.deliveries import STOPPED, Delivery, DeliveryKind, DeliveryStatus
from records.people import Link, Person

# What was cancelled was not wanted, and what was taken back neither.
_OVER = (CampaignStatus.FINISHED.value, CampaignStatus.STOPPED.value)
_RUNNING = (CampaignStatus.SENDING.value, CampaignStatus.PAUSED.value)
# Staff say that it arrived.
DECIDED = "decided by an officer"

# The chat that speaks for her now; a chat that speaks for nobody stays what it is.
_CHAT = func.coalesce(
    select(Link.chat_id).where(Link.person_id == Delivery.person_id).correlate(Delivery).scalar_subquery(),
    Delivery.chat_id,
)
_REACHABLE = (
    exists().where(Chat.id == _CHAT, Chat.unreachable_since.is_(None)),
    ~exists().where(Person.id == Delivery.person_id, Person.deceased_on.is_not(None)),
)


def _missed(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    """What failed, and what was blocked and could be reached by now; where Telegram had refused the words, the rest,
    also once some of it was tried again.
    """
    again = (DeliveryStatus.FAILED.value, DeliveryStatus.BLOCKED.value)
    return (
        *_of(campaign_id),
        or_(
            Delivery.status.in_(again),
            (Delivery.status == DeliveryStatus.CANCELLED.value) & (Delivery.why == STOPPED),
        ),
        *_REACHABLE,
        exists().where(Campaign.id == campaign_id, Campaign.status.in_(_OVER), Campaign.recalled_at.is_(None)),
    )


def _unknown(campaign_id: int, delivery_id: int | None) -> tuple[ColumnElement[bool], ...]:
    """One of those of which nobody knows, or all."""
    one = () if delivery_id is None else (Delivery.id == delivery_id,)
    return (*_of(campaign_id), Delivery.status == DeliveryStatus.UNKNOWN.value, *one)


def _of(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    return (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)


def missed(session: Session, campaign_id: int) -> int:
    """How many could be tried again now."""
    counted: Select[int] = select(func.count(Delivery.id)).where(*_missed(campaign_id))
    return session.scalar(counted) or 0


def try_again(session: Session, campaign_id: int, due_at: datetime, now: datetime) -> int:
    """Puts them back to wait; how many that are. 0: nothing could be tried, or somebody else was faster."""
    return _wait_again(session, campaign_id, _missed(campaign_id), due_at, now)


def send_again(session: Session, campaign_id: int, delivery_id: int | None, due_at: datetime, now: datetime) -> int:
    """Sends what perhaps arrived once more (all without a `delivery_id`): they may get it twice. How many that are."""
    may = exists().where(
        Campaign.id == campaign_id, Campaign.status.in_((*_OVER, *_RUNNING)), Campaign.recalled_at.is_(None)
    )
    return _wait_again(session, campaign_id, (*_unknown(campaign_id, delivery_id), may), due_at, now)


def take_as_sent(session: Session, campaign_id: int, delivery_id: int | None, now: datetime) -> int:
    """It arrived, as far as staff can tell; how many that are."""
    arrived = {"status": DeliveryStatus.SENT.value, "why": DECIDED, "settled_at": now}
    return plain.changed(session, update(Delivery).where(*_unknown(campaign_id, delivery_id)).values(**arrived))


def _wait_again(
    session: Session, campaign_id: int, which: tuple[ColumnElement[bool], ...], due_at: datetime, now: datetime
) -> int:
    again = {"status": DeliveryStatus.WAITING.value, "chat_id": _CHAT, "why": None, "settled_at": None}
    waits = update(Delivery).where(*which).values(**again, attempts=0, due_at=due_at, detail=None)
    count = plain.changed(session, waits)
    if count:
        session.execute(
            update(Campaign)
            .where(Campaign.id == campaign_id, Campaign.status.in_(_OVER))
            .values(
                status=CampaignStatus.SENDING.value, going_since=now, finished_at=None, told_at=None, why_stopped=None
            )
        )
    return count
