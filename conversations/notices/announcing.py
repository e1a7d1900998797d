"""Announcements to many: a second officer is asked to look, and whoever proposed hears what was decided."""

from conversations.announcing.timing import waiting
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.officer import officer_with
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _
from records import campaigns, staff
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import Claim
from records.permissions import Permission


def _proposed(context: Context, claim: Claim) -> Composed:
    campaign = campaigns.by_id(context.session, claim.about)
    if officer_with(context, Permission.ANNOUNCE) is None:
        return Skip("no officer any more")
    if campaign is None or campaign.status != CampaignStatus.PROPOSED.value:
        return Skip("decided already")
    return waiting.page(context, campaign)


def _decided(context: Context, claim: Claim) -> Composed:
    """The detail is who decided."""
    campaign = campaigns.by_id(context.session, claim.about)
    if campaign is None or officer_with(context, Permission.ANNOUNCE) is None:
        return Skip("no such announcement any more")
    name = staff.by_id(context.session, int(claim.detail or "0")).name
    button = Button(_("📢 See the announcement"), f"m:campaign:{campaign.id}", style=Style.PRIMARY)
    return Reply(_said(campaign, name), rows=column(button))


def _said(campaign: Campaign, name: str) -> Text:
    if campaign.status == CampaignStatus.DRAFT.value and campaign.refusal is not None:
        return _(
            "🖊 {name} would not send your announcement as it stands: {why}\n\nIt is a draft again; change it and send "
            "it once more.",
            name=name,
            why=campaign.refusal,
        )
    return _("✅ {name} has approved your announcement.", name=name)


PROPOSED = Notice("announcement_proposed", _proposed, Hours.URGENT)
DECIDED = Notice("announcement_decided", _decided, Hours.ANY)
ALL = (PROPOSED, DECIDED)
