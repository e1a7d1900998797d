"""Shares: which of the messages that are due go out next. Nothing waits for long behind another kind, however much
there is of it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, islice, zip_longest

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from records import plain
from records.base import Instant
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import URGENCY, Delivery, DeliveryKind, DeliveryStatus

URGENT = 0
BULK = URGENCY[DeliveryKind.ANNOUNCEMENT]
# Whose turn it is, one message after the other: a share of the pace for each, the half of it for what is urgent. A turn
# of somebody who has nothing due is the most urgent one's.
ORDER = (URGENT, URGENCY[DeliveryKind.FOLLOWUP], URGENT, BULK)

# Built once: every message asks.
_IS_DUE = (Delivery.status == DeliveryStatus.WAITING.value, Delivery.due_at <= bindparam("now", type_=Instant))
_OF_URGENCY = (
    select(Delivery.id)
    .where(*_IS_DUE, Delivery.urgency == bindparam("urgency"))
    .order_by(Delivery.due_at, Delivery.id)
    .limit(bindparam("limit"))
)
_OF_CAMPAIGN = (
    select(Delivery.id)
    .where(Delivery.campaign_id == bindparam("campaign"), Delivery.kind == DeliveryKind.ANNOUNCEMENT.value, *_IS_DUE)
    .order_by(Delivery.due_at, Delivery.id)
    .limit(bindparam("limit"))
)
_GOING_OUT = (CampaignStatus.SCHEDULED.value, CampaignStatus.SENDING.value)
_CAMPAIGNS = select(Campaign.id).where(plain.one_of(Campaign.status, _GOING_OUT)).order_by(Campaign.id)


def due(session: Session, limit: int, now: datetime, paused: bool, taken: int) -> list[int]:
    """The ids of the next deliveries, at most so many; `taken` is how many were before them. First each kind's own
    part, then whatever is most urgent. While bulk is `paused`, the urgent only.
    """
    waiting = [list(_of_urgency(session, urgency, limit, now)) for urgency in range(1 if paused else BULK)]
    if not paused:
        waiting.append(list(islice(_of_campaigns(session, limit, now, taken), limit)))
    parts = Counter(ORDER[(taken + number) % len(ORDER)] for number in range(limit))
    own = (ids[: parts[urgency]] for urgency, ids in enumerate(waiting))
    others = (ids[parts[urgency] :] for urgency, ids in enumerate(waiting))
    return list(islice(chain(*own, *others), limit))


def _of_urgency(session: Session, urgency: int, limit: int, now: datetime) -> Iterator[int]:
    yield from plain.rows(session, _OF_URGENCY, urgency=urgency, now=now, limit=limit).scalars()


def _of_campaigns(session: Session, limit: int, now: datetime, taken: int) -> Iterator[int]:
    """Announcements take turns as well: one to a class does not wait behind one to thousands. What waits of a campaign
    that is not being sent is not even looked at.
    """
    campaigns: Sequence[int] = plain.rows(session, _CAMPAIGNS).scalars().all()
    first = taken // len(ORDER) % max(1, len(campaigns))
    each = [
        plain.rows(session, _OF_CAMPAIGN, campaign=one, now=now, limit=limit).scalars().all()
        for one in (*campaigns[first:], *campaigns[:first])
    ]
    for ids in zip_longest(*each):
        yield from (one for one in ids if one is not None)
