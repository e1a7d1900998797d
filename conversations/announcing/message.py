"""The message of an announcement, as its recipients see it."""

from conversations.announcing.answering import answer_rows
from conversations.reply import Reply, Rows
from locales.text import Text, _, verbatim
from records.campaigns import Campaign


def shown(words: str) -> Text:
    return _("📢 <b>Announcement</b>\n\n{words}", words=verbatim(words))


def reply_for(campaign: Campaign) -> Reply | None:
    """What one recipient gets; None where nothing is written."""
    return None if campaign.words is None else Reply(shown(campaign.words))


def buttons(campaign: Campaign, delivery_id: int, chosen: str | None = None) -> Rows:
    """What stands under the message of one delivery, her choice marked."""
    return answer_rows(campaign, delivery_id, chosen)
