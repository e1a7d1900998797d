"""The buttons that stand below several pages about announcements."""

from conversations.reply import Button
from locales.text import _
from records.campaigns import Campaign


def back_to(campaign: Campaign) -> Button:
    """To the page of a draft."""
    return Button(_("⬅️ The draft"), f"m:campaign:{campaign.id}")
