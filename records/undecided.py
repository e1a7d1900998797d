"""Undecided: announcements that wait for an officer, for a second one's look or for what became of a message."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.campaigns import Campaign, CampaignStatus
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.rewordings import Rewording, RewordingState
from records.series import Series, SeriesState

_OTHERS = (
    (Campaign.status == CampaignStatus.PROPOSED.value, Campaign.proposed_by),
    (Series.state == SeriesState.WAITING.value, Series.staff_id),
    (Rewording.state == RewordingState.WAITING.value, Rewording.staff_id),
)


def proposed(session: Session, staff_id: int) -> int:
    """How many announcements, repeated ones and corrections another officer than this has proposed."""
    return sum(
        session.scalar(select(func.count()).where(waits, proposer != staff_id)) or 0 for waits, proposer in _OTHERS
    )


def unknown(session: Session, since: datetime) -> int:
    """How many announcements that have begun since then have recipients of whom nobody knows whether they got it."""
    chosen = (
        select(func.count(Delivery.campaign_id.distinct()))
        .join(Campaign, Campaign.id == Delivery.campaign_id)
        .where(
            Delivery.status == DeliveryStatus.UNKNOWN.value,
            Delivery.kind == DeliveryKind.ANNOUNCEMENT.value,
            Campaign.started_at >= since,
        )
    )
    return session.scalar(chosen) or 0
