"""Announcing: what becomes of a campaign: drafted, confirmed, begun, stopped, finished.

The audience is frozen when it is confirmed. Each change is conditional: of two officers who tap at once one does it.
"""

from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from records import group_recipients, plain
from records.audiences import Audience
from records.base import Instant
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import STOPPED, Delivery, DeliveryKind, DeliveryStatus
from records.freezing import URGENT, freeze

_UNDER_WAY = (CampaignStatus.SCHEDULED.value, CampaignStatus.SENDING.value, CampaignStatus.PAUSED.value)
# A million of them held the loop for a quarter of a minute. Whoever takes one meanwhile puts it off as well.
PORTION = 5_000
# Built once: whoever takes messages to send asks for it before. Every status by its name, for one step in the index.
_IS_TIME = select(Delivery.id).where(
    Delivery.campaign_id == Campaign.id,
    Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
    plain.one_of(Delivery.status, DeliveryStatus),
    Delivery.due_at <= bindparam("now", type_=Instant),
)
_OVERDUE = select(Campaign.id).where(Campaign.status == CampaignStatus.SCHEDULED.value, _IS_TIME.exists())


def draft(session: Session, audience: Audience, staff_id: int, now: datetime) -> Campaign:
    """A new one, which goes nowhere until it is confirmed."""
    campaign = Campaign(
        audience=audience.to_json(),
        status=CampaignStatus.DRAFT.value,
        staff_id=staff_id,
        drafted_at=now,
    )
    session.add(campaign)
    session.flush()
    return campaign


def write(session: Session, campaign_id: int, words: str, *, formatted: bool) -> bool:
    """What a draft says from now on. False: it is no draft any more."""
    return change(session, campaign_id, words=words, formatted=formatted)


def change(session: Session, campaign_id: int, **values: object) -> bool:
    """Other values in the columns of a draft. False: it is no draft any more, and stays as it was."""
    is_draft = (Campaign.id == campaign_id, Campaign.status == CampaignStatus.DRAFT.value)
    changed = session.execute(update(Campaign).where(*is_draft).values(**values).returning(Campaign.id))
    return changed.first() is not None


def confirm(session: Session, campaign_id: int, due_at: datetime, now: datetime) -> bool:
    """Freezes the audience: one delivery a person, whatever happens to its groups afterwards, sent from `due_at` on.

    False: it was confirmed before, or has no words.
    """
    changed = session.execute(
        update(Campaign)
        .where(
            Campaign.id == campaign_id,
            Campaign.words.is_not(None),
            Campaign.status.in_((CampaignStatus.DRAFT.value, CampaignStatus.PROPOSED.value)),
        )
        .values(status=CampaignStatus.SCHEDULED.value, confirmed_at=now)
        .returning(Campaign.audience, Campaign.urgent_why, Campaign.extras)
    ).first()
    if changed is None:
        return False
    urgent = changed.urgent_why is not None
    freeze(session, campaign_id, Audience.from_json(changed.audience), due_at, now, urgent=urgent)
    group_recipients.order(session, campaign_id, changed.extras, due_at, now, URGENT if urgent else None)
    if due_at <= now:
        start(session, campaign_id, now)
    return True


def start(session: Session, campaign_id: int, now: datetime) -> None:
    """Its time has come: from now on it cannot be edited."""
    session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status == CampaignStatus.SCHEDULED.value)
        .values(status=CampaignStatus.SENDING.value, started_at=now, going_since=now)
    )


def reopen(session: Session, campaign_id: int) -> bool:
    """A scheduled or proposed one becomes a draft again, and its frozen audience is given up. False: it has begun."""
    before = (CampaignStatus.SCHEDULED.value, CampaignStatus.PROPOSED.value)
    begun = select(Delivery.id).where(Delivery.campaign_id == campaign_id, Delivery.attempts > 0).exists()
    changed = session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status.in_(before), ~begun)
        .values(status=CampaignStatus.DRAFT.value, confirmed_at=None, approved_by=None)
        .returning(Campaign.id)
    )
    if changed.first() is None:
        return False
    session.execute(delete(Delivery).where(Delivery.campaign_id == campaign_id))
    return True


def discard(session: Session, campaign_id: int) -> bool:
    """A draft that is not wanted leaves nothing behind. False: it is no draft any more."""
    is_draft = (Campaign.id == campaign_id, Campaign.status == CampaignStatus.DRAFT.value)
    return session.execute(delete(Campaign).where(*is_draft).returning(Campaign.id)).first() is not None


def due(session: Session, now: datetime) -> list[int]:
    """The ids of those that are scheduled and whose time has come."""
    return [campaign_id for (campaign_id,) in plain.rows(session, _OVERDUE, now=now)]


def start_due(session: Session, now: datetime) -> None:
    """Before anything of them is taken: of one that is scheduled nothing has gone out."""
    for campaign_id in due(session, now):
        start(session, campaign_id, now)


def finish(session: Session, campaign_id: int, now: datetime) -> None:
    """Nothing of it waits any more, also where it was paused a moment before the last message. As long as something
    does, this changes nothing.
    """
    going = (CampaignStatus.SENDING.value, CampaignStatus.PAUSED.value)
    pending = (DeliveryStatus.WAITING.value, DeliveryStatus.CLAIMED.value)
    waits = select(Delivery.id).where(
        Delivery.campaign_id == campaign_id,
        Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
        Delivery.status.in_(pending),
    )
    session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status.in_(going), ~waits.exists())
        .values(status=CampaignStatus.FINISHED.value, finished_at=now)
    )


def stop(session: Session, campaign_id: int, why: str, now: datetime) -> None:
    """Stops what has not gone out: what waited is cancelled."""
    session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status.in_(_UNDER_WAY))
        .values(status=CampaignStatus.STOPPED.value, why_stopped=why[:200], finished_at=now)
    )
    give_up(session, campaign_id, now)


def put_off(session: Session, campaign_id: int, until: datetime, now: datetime) -> int:
    """What of it is due waits until then, a portion at once; how many that are."""
    due = select(Delivery.id).where(
        Delivery.campaign_id == campaign_id,
        Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
        Delivery.status == DeliveryStatus.WAITING.value,
        Delivery.due_at <= now,
    )
    portion = update(Delivery).where(Delivery.id.in_(due.limit(PORTION))).values(due_at=until)
    return plain.changed(session, portion)


def give_up(session: Session, campaign_id: int, now: datetime) -> None:
    """Cancels what waits, and marks what is on its way, so that it is not tried a second time."""
    of_it = (Delivery.campaign_id == campaign_id, Delivery.kind == DeliveryKind.ANNOUNCEMENT.value)
    session.execute(update(Delivery).where(*of_it, Delivery.status == DeliveryStatus.CLAIMED.value).values(why=STOPPED))
    session.execute(
        update(Delivery)
        .where(*of_it, Delivery.status == DeliveryStatus.WAITING.value)
        .values(status=DeliveryStatus.CANCELLED.value, why=STOPPED, settled_at=now)
    )
