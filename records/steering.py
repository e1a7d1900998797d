"""Steering: an officer pauses a campaign while it runs, lets it go on, or cancels what has not gone out.

Each change is conditional: of two officers who tap at once one does it, and False tells the other so.
"""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from records import announcing
from records.campaigns import Campaign, CampaignStatus

RUNNING = (CampaignStatus.SENDING, CampaignStatus.PAUSED)
# What has not all gone out yet.
CANCELLABLE = (CampaignStatus.SCHEDULED, *RUNNING)


def pause(session: Session, campaign_id: int) -> bool:
    """Nothing more is taken; the few that are under way arrive."""
    return _change(session, campaign_id, (CampaignStatus.SENDING,), status=CampaignStatus.PAUSED.value)


def go_on(session: Session, campaign_id: int, now: datetime) -> bool:
    sending = {"status": CampaignStatus.SENDING.value, "going_since": now, "cancel_asked_at": None}
    return _change(session, campaign_id, (CampaignStatus.PAUSED,), **sending)


def ask_to_cancel(session: Session, campaign_id: int, now: datetime) -> bool:
    """From now on its progress message asks whether it is meant, until somebody says so or not."""
    return _change(session, campaign_id, RUNNING, cancel_asked_at=now)


def keep(session: Session, campaign_id: int) -> bool:
    """It is not cancelled after all."""
    return _change(session, campaign_id, RUNNING, cancel_asked_at=None)


def cancel(session: Session, campaign_id: int, now: datetime) -> bool:
    """Whoever has not got it does not get it."""
    ended = {"status": CampaignStatus.CANCELLED.value, "finished_at": now, "cancel_asked_at": None}
    if not _change(session, campaign_id, CANCELLABLE, **ended):
        return False
    announcing.give_up(session, campaign_id, now)
    return True


def _change(session: Session, campaign_id: int, before: tuple[CampaignStatus, ...], **values: object) -> bool:
    changed = session.execute(
        update(Campaign)
        .where(Campaign.id == campaign_id, Campaign.status.in_([status.value for status in before]))
        .values(**values)
        .returning(Campaign.id)
    )
    return changed.first() is not None
