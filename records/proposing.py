"""Proposing: an announcement to many is looked at by a second officer before it goes out.

Whoever proposed it does not approve it. Each change is conditional: of two who decide at once one does.
"""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from records import announcing, permissions, staff
from records.campaigns import Campaign, CampaignStatus
from records.permissions import Permission
from records.staff import Officer


def propose(session: Session, campaign_id: int, staff_id: int) -> bool:
    """A draft waits for a second officer from now on. False: it is no draft any more."""
    proposed = {"status": CampaignStatus.PROPOSED.value, "proposed_by": staff_id, "refusal": None}
    return announcing.change(session, campaign_id, **proposed)


def approve(session: Session, campaign_id: int, staff_id: int, due_at: datetime, now: datetime) -> bool:
    """It goes out as it stands. False: it waits no more, or she proposed it herself."""
    changed = session.execute(
        update(Campaign)
        .where(
            Campaign.id == campaign_id,
            Campaign.status == CampaignStatus.PROPOSED.value,
            Campaign.proposed_by != staff_id,
        )
        .values(approved_by=staff_id)
        .returning(Campaign.id)
    )
    return changed.first() is not None and announcing.confirm(session, campaign_id, due_at, now)


def refuse(session: Session, campaign_id: int, staff_id: int, why: str) -> bool:
    """It is a draft again, and says why. False as above."""
    changed = session.execute(
        update(Campaign)
        .where(
            Campaign.id == campaign_id,
            Campaign.status == CampaignStatus.PROPOSED.value,
            Campaign.proposed_by != staff_id,
        )
        .values(status=CampaignStatus.DRAFT.value, refusal=why)
        .returning(Campaign.id)
    )
    return changed.first() is not None


def others(session: Session, staff_id: int) -> list[Officer]:
    """Who could look at what an officer proposes."""
    return [one for one in _announcers(session) if one.id != staff_id]


def concerned(session: Session, staff_id: int) -> list[Officer]:
    """Who is told of what an officer has begun: she is; once she may not announce any more, all who may."""
    may = _announcers(session)
    return [one for one in may if one.id == staff_id] or may


def _announcers(session: Session) -> list[Officer]:
    return [one for one in staff.active(session) if Permission.ANNOUNCE in permissions.of_officer(session, one)]
