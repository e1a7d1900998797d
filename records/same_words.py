"""Same words: to how many of an audience an announcement says what another one told them lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.audiences import Audience, recipients
from records.campaigns import UNSENT, Campaign, CampaignStatus
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.plain import one_of

# Whoever got it, may have, or is about to.
_TOLD = (DeliveryStatus.SENT, DeliveryStatus.UNKNOWN, DeliveryStatus.CLAIMED, DeliveryStatus.WAITING)
_UNCONFIRMED = [status.value for status in UNSENT if status is not CampaignStatus.SCHEDULED]


@dataclass(frozen=True, slots=True)
class Echo:
    """How many of the audience were told the same, and when last."""

    people: int
    last: datetime


def heard(session: Session, fingerprint: str, audience: Audience, since: datetime, but: int) -> Echo | None:
    """Counted over the campaigns confirmed since then, save `but`; None where nobody was. Those are found first: they
    are few, and mostly none, where messages are a million.
    """
    alike = session.scalars(
        select(Campaign.id).where(
            Campaign.fingerprint == fingerprint,
            Campaign.id != but,
            Campaign.confirmed_at >= since,
            Campaign.status.not_in(_UNCONFIRMED),
        )
    ).all()
    return _echo(session, alike, audience) if alike else None


def _echo(session: Session, campaign_ids: Sequence[int], audience: Audience) -> Echo | None:
    person, _chat = recipients.of(audience).order_by(None).subquery().c
    found = session.execute(
        select(func.count(Delivery.person_id.distinct()), func.max(Campaign.confirmed_at))
        .join(Campaign, Campaign.id == Delivery.campaign_id)
        .where(
            Delivery.campaign_id.in_(campaign_ids),
            Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
            one_of(Delivery.status, _TOLD),
            Delivery.person_id.in_(select(person)),
        )
    ).one()
    people, last = found
    return None if last is None else Echo(people, last)
