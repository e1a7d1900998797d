"""Polls: the options of the one question that an announcement may ask, kept with what goes with its words."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from records import announcing, extras
from records.campaigns import Answering, Campaign

FEWEST, MOST = 2, 6
_KEY = "poll"


def options(campaign: Campaign) -> tuple[str, ...]:
    """Its options in order; none where it asks no such question."""
    return tuple(extras.read(campaign.extras).get(_KEY, ()))


def offer(session: Session, campaign_id: int, answering: Answering | None, poll: Sequence[str] = ()) -> bool:
    """What a draft's recipients may answer; `poll` are the options of a poll. False: it is no draft any more."""
    campaign = session.get(Campaign, campaign_id, populate_existing=True)
    if campaign is None:
        return False
    kind = None if answering is None else answering.value
    return announcing.change(session, campaign_id, answering=kind, extras=extras.put(campaign.extras, _KEY, list(poll)))
