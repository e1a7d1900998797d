"""Amending: what becomes of a message that an announcement has left in a chat, once it is taken back or corrected."""

from dataclasses import replace

from conversations.amendment import Erase, Rewrite
from conversations.announcing import message
from conversations.announcing.ahead import Ahead
from conversations.context import Context
from conversations.notice import Skip
from conversations.reply import Reply
from locales.text import Text, _, lines
from records import amending, campaign_answers, deliveries
from records.campaigns import Campaign
from records.deliveries import Claim


def recall(context: Context, claim: Claim) -> Erase | Skip:
    original = deliveries.by_id(context.session, claim.about)
    if original is None or original.settled_at is None or claim.detail is None:
        return Skip("nothing to take back")
    if original.settled_at < context.now - amending.DELETABLE:
        return Skip(amending.TOO_OLD)
    return Erase(int(claim.detail))


def correction(context: Context, claim: Claim, ahead: Ahead) -> Rewrite | Skip:
    """The words as they are by now, and when they were corrected; her answer stays marked."""
    campaign = ahead.campaign_of(claim)
    if campaign is None or claim.detail is None or campaign.recalled_at is not None:
        return Skip("taken back")
    if claim.topic != str(campaign.corrections):
        return Skip("corrected once more")
    reply = ahead.reply_for(claim, claim.about)
    if isinstance(reply, Skip):
        return reply
    chosen = campaign_answers.given(context.session, claim.about)
    return Rewrite(int(claim.detail), _marked(context, campaign, reply, claim.about, chosen))


def _marked(context: Context, campaign: Campaign, reply: Reply, delivery_id: int, chosen: str | None) -> Reply:
    text = reply.text or Text("")
    rows = message.buttons(campaign, delivery_id, chosen)
    return replace(reply, text=lines(text, said(context, campaign), separator="\n\n"), rows=rows)


def said(context: Context, campaign: Campaign) -> Text:
    """The line below the corrected words, which is still read days later."""
    return _("✏️ corrected {when}", when=campaign.corrected_at or context.now)
