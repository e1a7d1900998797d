"""Amending: what an announcement has said is taken back or corrected, one delivery a message, by the same sender.

Each is ordered once, whatever is tapped twice or killed in between. What was under way meanwhile follows once it has
arrived.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, bindparam, case, cast, false, func, insert, literal, null, select, update
from sqlalchemy.orm import Session, aliased

from records import plain, steering
from records.base import Instant
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import URGENCY, Delivery, DeliveryKind, DeliveryStatus

# How long Telegram lets a bot delete what it has sent.
DELETABLE = timedelta(hours=48)
TOO_OLD = "older than 48 hours"
# Something of these may have gone out.
BEGUN = tuple(
    status.value
    for status in (
        CampaignStatus.SENDING,
        CampaignStatus.PAUSED,
        CampaignStatus.STOPPED,
        CampaignStatus.CANCELLED,
        CampaignStatus.FINISHED,
    )
)
# Built once: whatever arrives asks.
_AMENDED = select(Campaign.id, Campaign.recalled_at, Campaign.corrections).where(
    Campaign.id.in_(bindparam("some", expanding=True)),
    Campaign.recalled_at.is_not(None) | (Campaign.corrections > 0),
)
_COLUMNS = [
    *("key", "kind", "urgency", "person_id", "chat_id", "campaign_id", "about", "attempts", "due_at"),
    *("status", "why", "settled_at", "topic", "detail"),
]


@dataclass(frozen=True, slots=True)
class Amended:
    """How far a taking back or a correction is: of `total` messages so many are `done`, and so many came `too_late`."""

    total: int
    done: int
    too_late: int
    pending: int

    @property
    def failed(self) -> int:
        """Blocked meanwhile, or gone from the chat."""
        return self.total - self.done - self.too_late - self.pending


def take_back(session: Session, campaign_id: int, now: datetime) -> bool:
    """What was sent is deleted from the chats, what was not is not sent. False: it was taken back before, or has not
    begun.
    """
    changed = session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status.in_(BEGUN), Campaign.recalled_at.is_(None))
        .values(recalled_at=now)
        .returning(Campaign.id)
    )
    if changed.first() is None:
        return False
    steering.cancel(session, campaign_id, now)
    _order_recalls(session, campaign_id, now)
    return True


def correct(
    session: Session, campaign_id: int, words: str, fingerprint: str | None, now: datetime, *, formatted: bool
) -> bool:
    """Other words, for those who have it and those who are to get it. False: it was taken back, or has not begun."""
    number = session.scalar(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status.in_(BEGUN), Campaign.recalled_at.is_(None))
        .values(
            words=words,
            formatted=formatted,
            fingerprint=fingerprint,
            corrected_at=now,
            corrections=Campaign.corrections + 1,
        )
        .returning(Campaign.corrections)
    )
    if number is None:
        return False
    session.execute(
        update(Delivery)
        .where(*_of(campaign_id), Delivery.status == DeliveryStatus.CLAIMED.value)
        .values(topic=_outdated(number))
    )
    _order_corrections(session, campaign_id, number, now, in_flight=False)
    return True


def follow(session: Session, campaign_ids: Collection[int], now: datetime) -> None:
    """Messages of these have just arrived: where they were amended meanwhile, so are these."""
    found = plain.rows(session, _AMENDED, some=sorted(campaign_ids)).all()
    for campaign_id, recalled_at, number in found:
        if recalled_at is not None:
            _order_recalls(session, campaign_id, now)
        else:
            _order_corrections(session, campaign_id, number, now, in_flight=True)


def _outdated(number: int) -> str:
    """The mark of an announcement that was composed before this correction."""
    return f"before:{number}"


def _of(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    return (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)


def _order_recalls(session: Session, campaign_id: int, now: datetime) -> None:
    late = Delivery.settled_at < now - DELETABLE
    _order(session, campaign_id, _Amending(DeliveryKind.RECALL, f"recall:{campaign_id}:", None, late), now)


def _order_corrections(session: Session, campaign_id: int, number: int, now: datetime, *, in_flight: bool) -> None:
    """`in_flight`: only of what was under way when it was corrected."""
    where = (Delivery.topic == _outdated(number),) if in_flight else ()
    key, topic = f"correction:{campaign_id}:{number}:", str(number)
    _order(session, campaign_id, _Amending(DeliveryKind.CORRECTION, key, topic, false(), where), now)


@dataclass(frozen=True, slots=True)
class _Amending:
    """What is done to the messages of an announcement: the keys begin with `key`; those that are `late` are told so."""

    kind: DeliveryKind
    key: str
    topic: str | None
    late: ColumnElement[bool]
    where: tuple[ColumnElement[bool], ...] = ()


def _order(session: Session, campaign_id: int, what: _Amending, now: datetime) -> None:
    """One for each message that has arrived and is not amended so yet, in one statement however many they are."""
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
        case((what.late, TOO_OLD), else_=null()),
        case((what.late, literal(now, Instant)), else_=null()),
        literal(what.topic, String),
        cast(Delivery.message_id, String),
    ).where(
        *_of(campaign_id),
        Delivery.status == DeliveryStatus.SENT.value,
        Delivery.message_id.is_not(None),
        ~select(known.id).where(known.key == key).exists(),
        *what.where,
    )
    session.execute(insert(Delivery).from_select(_COLUMNS, rows.order_by(Delivery.id), include_defaults=False))


def amended(session: Session, campaign: Campaign, kind: DeliveryKind) -> Amended | None:
    """How far it is; of corrections, the latest. None where there was none."""
    if (campaign.recalled_at if kind is DeliveryKind.RECALL else campaign.corrected_at) is None:
        return None
    of_it = [Delivery.campaign_id == campaign.id, Delivery.kind == kind.value]
    if kind is DeliveryKind.CORRECTION:
        of_it.append(Delivery.topic == str(campaign.corrections))
    late = func.sum(case((Delivery.why == TOO_OLD, 1), else_=0))
    rows = session.execute(select(Delivery.status, func.count(), late).where(*of_it).group_by(Delivery.status)).all()
    counts = {DeliveryStatus(status): count for status, count, _late in rows}
    pending = counts.get(DeliveryStatus.WAITING, 0) + counts.get(DeliveryStatus.CLAIMED, 0)
    too_late = sum(late for _status, _count, late in rows)
    return Amended(sum(counts.values()), counts.get(DeliveryStatus.SENT, 0), too_late, pending)


def too_old(session: Session, campaign_id: int, now: datetime) -> int:
    """How many of its messages Telegram does not let us delete any more."""
    late = (Delivery.status == DeliveryStatus.SENT.value, Delivery.settled_at < now - DELETABLE)
    return session.scalar(select(func.count(Delivery.id)).where(*_of(campaign_id), *late)) or 0
