"""Outline: an announcement at a glance, as officers look at it before it goes out."""

from conversations.announcing import message
from conversations.announcing.audience import group_words
from conversations.announcing.groups import group_chat_page
from conversations.announcing.timing import when
from conversations.context import Context
from locales.text import Text, _, lines
from records.audiences.recipients import Size
from records.campaigns import Campaign

# A page has room for more than the words alone.
SHOWN_LETTERS = 2500


def facts(context: Context, campaign: Campaign, size: Size) -> Text:
    """Whom it is for, when it goes out, and why it is urgent."""
    return lines(
        _(
            "👥 {audience}: <b>{count}</b> people{rest}",
            audience=group_words.in_a_line(context, campaign.people),
            count=size.people,
            rest=_without_chat(size),
        ),
        _("🕒 Goes out {when}", when=when.in_words(context, campaign)),
        group_chat_page.named(context, campaign),
        None if campaign.urgent_why is None else _("🚨 Urgent: {why}", why=campaign.urgent_why),
    )


def _without_chat(size: Size) -> Text:
    missing = size.people - size.with_chat
    return _(", {people} of them without a Telegram chat with us", people=missing) if missing else Text("")


def words(campaign: Campaign) -> Text | None:
    """As recipients read it, the fields as they are written; of long ones the beginning."""
    return None if campaign.words is None else message.head(message.shown(campaign, SHOWN_LETTERS))
