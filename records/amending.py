"""Amending: what an announcement has said is taken back or corrected, one delivery a message, by the same sender.

Each is ordered once, whatever is tapped twice or killed in between. What was under way meanwhile follows once it has
arrived.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, case, false, func, select, update
from sqlalchemy.orm import Session

from records import amendments, plain, steering
from records.amendments import Amendment
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus

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
_UNMARK = update(Delivery).where(Delivery.id == bindparam("delivery")).values(detail=None)


@dataclass(frozen=True, slots=True)
class Amended:
    """How far a taking back or a correction is: of `total` messages so many are `done`, and so many came `too_late`;
    some are `left` as they were, since there is nothing to fill in for a field.
    """

    total: int
    done: int
    too_late: int
    pending: int
    left: int = 0

    @property
    def failed(self) -> int:
        """Blocked meanwhile, or gone from the chat."""
        return self.total - self.done - self.too_late - self.pending - self.left


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
    _order_recalls(session, campaign_id, now, _all_of(campaign_id))
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
        .values(detail=_outdated(number))
    )
    _order_corrections(session, campaign_id, number, now, _all_of(campaign_id))
    return True


def follow(session: Session, arrived: Mapping[int, Sequence[int]], now: datetime) -> None:
    """These have just arrived, by their announcement: where it was amended meanwhile, so are they. What arrived before
    is not even looked at.
    """
    found = plain.rows(session, _AMENDED, some=sorted(arrived)).all()
    for campaign_id, recalled_at, number in found:
        these = Delivery.id.in_(arrived[campaign_id])
        if recalled_at is not None:
            _order_recalls(session, campaign_id, now, these)
        else:
            _order_corrections(session, campaign_id, number, now, these & (Delivery.detail == _outdated(number)))


def compose_anew(session: Session, delivery_ids: Sequence[int]) -> None:
    """These are tried again, with the words as they will be by then: there is nothing to correct in them."""
    if delivery_ids:
        session.connection().execute(_UNMARK, [{"delivery": one} for one in delivery_ids])


def _outdated(number: int) -> str:
    """The mark of an announcement that was composed before this correction."""
    return f"before:{number}"


def _of(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    return (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)


def _all_of(campaign_id: int) -> ColumnElement[bool]:
    """Whatever has arrived."""
    return and_(*_of(campaign_id), Delivery.status == DeliveryStatus.SENT.value)


def _order_recalls(session: Session, campaign_id: int, now: datetime, which: ColumnElement[bool]) -> None:
    late = Delivery.settled_at < now - DELETABLE
    recall = Amendment(DeliveryKind.RECALL, f"recall:{campaign_id}:", None, which, late, TOO_OLD)
    amendments.order(session, campaign_id, recall, now)


def _order_corrections(
    session: Session, campaign_id: int, number: int, now: datetime, which: ColumnElement[bool]
) -> None:
    key = f"correction:{campaign_id}:{number}:"
    correction = Amendment(DeliveryKind.CORRECTION, key, str(number), which, false())
    amendments.order(session, campaign_id, correction, now)


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
    left = counts.get(DeliveryStatus.SKIPPED, 0) - too_late
    return Amended(sum(counts.values()), counts.get(DeliveryStatus.SENT, 0), too_late, pending, left)


def too_old(session: Session, campaign_id: int, now: datetime) -> int:
    """How many of its messages Telegram does not let us delete any more."""
    late = (Delivery.settled_at < now - DELETABLE, Delivery.message_id.is_not(None))
    sent = (*_of(campaign_id), Delivery.status == DeliveryStatus.SENT.value)
    return session.scalar(select(func.count(Delivery.id)).where(*sent, *late)) or 0
