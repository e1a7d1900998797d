"""Choosing the groups that a draft goes to, one by one."""

from sqlalchemy.orm import Session

from records import announcing, extras, group_recipients
from records.campaigns import Campaign
from records.group_recipients import KEY


def toggle(session: Session, campaign: Campaign, group_id: int) -> bool:
    """In it, or not any more. False: it is no draft any more."""
    chosen = set(group_recipients.ids_of(campaign.extras)) ^ {group_id}
    return announcing.change(session, campaign.id, extras=extras.put(campaign.extras, KEY, sorted(chosen)))
