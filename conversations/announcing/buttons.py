"""The buttons that stand below several pages about announcements."""

from conversations.reply import Button
from locales.text import _
from records.campaigns import Campaign, CampaignStatus


def back_to(campaign: Campaign) -> Button:
    """To the page of a draft, or of an announcement that waits."""
    is_draft = campaign.status == CampaignStatus.DRAFT.value
    return Button(_("⬅️ The draft") if is_draft else _("⬅️ Back"), f"m:campaign:{campaign.id}")
