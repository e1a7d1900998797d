"""Choosing the groups that a draft goes to, one by one."""

import json

from sqlalchemy.orm import Session

from records import announcing, group_recipients
from records.campaigns import Campaign
from records.group_recipients import KEY


def toggle(session: Session, campaign: Campaign, group_id: int) -> bool:
    """In it, or not any more. False: it is no draft any more."""
    chosen = set(group_recipients.ids_of(campaign.extras)) ^ {group_id}
    kept = json.loads(campaign.extras) if campaign.extras else {}
    kept = {name: other for name, other in kept.items() if name != KEY}
    if chosen:
        kept[KEY] = sorted(chosen)
    extras = json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else None
    return announcing.change(session, campaign.id, extras=extras)
