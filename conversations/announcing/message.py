"""The message of an announcement, as its recipients see it."""

from conversations.reply import Reply
from locales.text import Text, _, verbatim
from records.campaigns import Campaign


def shown(words: str) -> Text:
    return _("📢 <b>Announcement</b>\n\n{words}", words=verbatim(words))


def reply_for(campaign: Campaign) -> Reply | None:
    """What one recipient gets; None where nothing is written."""
    return None if campaign.words is None else Reply(shown(campaign.words))
