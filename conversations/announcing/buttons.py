"""The buttons that stand below several pages about announcements."""

from conversations.reply import Button, Style
from locales.text import _
from records.campaigns import Campaign, CampaignStatus


def see(campaign_id: int) -> Button:
    """To the page of an announcement, however it stands."""
    return Button(_("📢 See the announcement"), f"m:campaign:{campaign_id}", style=Style.PRIMARY)


def back_to(campaign: Campaign) -> Button:
    """To the page of a draft, or of an announcement that waits."""
    is_draft = campaign.status == CampaignStatus.DRAFT.value
    return Button(_("⬅️ The draft") if is_draft else _("⬅️ Back"), f"m:campaign:{campaign.id}")
