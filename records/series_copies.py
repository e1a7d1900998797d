"""Copies of a campaign: what it says, what goes with it and what may be answered, for other people or another day."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from records import group_recipients
from records.audiences import Audience
from records.campaigns import Campaign, CampaignStatus


def copy(
    session: Session,
    model: Campaign,
    staff_id: int,
    now: datetime,
    audience: Audience,
    day: date | None,
    *,
    groups: bool = True,
) -> Campaign:
    """A draft with the content of another, about a day (None: about none). Without `groups` it goes to people alone."""
    made = Campaign(
        audience=audience.to_json(),
        words=model.words,
        formatted=model.formatted,
        extras=model.extras if groups else group_recipients.without(model.extras),
        template=model.template,
        fingerprint=model.fingerprint,
        answering=model.answering,
        date_meant=day,
        status=CampaignStatus.DRAFT.value,
        staff_id=staff_id,
        drafted_at=now,
    )
    session.add(made)
    session.flush()
    return made
