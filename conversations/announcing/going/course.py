"""Course: how far a campaign is, and what it waits for."""

from dataclasses import dataclass
from datetime import datetime

from conversations.announcing.going import amends
from conversations.announcing.timing import when
from conversations.context import Context
from locales.text import Text
from records import arrival, campaigns, leadership
from records.calendar import Calendar
from records.campaigns import Campaign, CampaignStatus, Tally

EARLY_ENDS = (CampaignStatus.STOPPED, CampaignStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Course:
    """`asked`: whether its officer means to cancel it. `held_until`: Telegram takes nothing before. `opens_at`: the
    sending hours are over until then. `ends_at`: about when the last message goes out, where that can be said.
    `amended`: how far a taking back or a correction is.
    """

    campaign_id: int
    status: CampaignStatus
    tally: Tally
    asked: bool = False
    held_until: datetime | None = None
    opens_at: datetime | None = None
    ends_at: datetime | None = None
    amended: Text | None = None

    @property
    def runs(self) -> bool:
        """Something of it may still go out."""
        return self.status in (CampaignStatus.SENDING, CampaignStatus.PAUSED) and self.tally.pending > 0

    @property
    def ended(self) -> bool:
        """All is settled of what was begun."""
        return self.tally.pending == 0


def read(context: Context, campaign: Campaign) -> Course:
    """How it stands now."""
    since = max(campaign.going_since or context.now, context.now - arrival.LOOK_BACK)
    tally = campaigns.tally(context.session, campaign.id, since)
    status = CampaignStatus(campaign.status)
    if status is not CampaignStatus.SENDING:
        asked = campaign.cancel_asked_at is not None
        return Course(campaign.id, status, tally, asked, amended=amends.said(context, campaign))
    calendar = when.calendar_of(context, campaign)
    held, opens = leadership.paused_until(context.session), calendar.next_allowed(context.now)
    return Course(
        campaign.id,
        status,
        tally,
        asked=campaign.cancel_asked_at is not None,
        held_until=held if held is not None and held > context.now else None,
        opens_at=opens if opens > context.now else None,
        ends_at=_ends_at(context.now, calendar, tally, since, held),
        amended=amends.said(context, campaign),
    )


def _ends_at(
    now: datetime, calendar: Calendar, tally: Tally, since: datetime, held: datetime | None
) -> datetime | None:
    left = arrival.time_left(tally.pending, tally.lately, now - since)
    return None if left is None else arrival.after(calendar, now if held is None else max(now, held), left)
