"""Announcements to many: a second officer is asked to look, and whoever proposed hears what was decided."""

from conversations.announcing.buttons import see
from conversations.announcing.going import rewording
from conversations.announcing.timing import waiting
from conversations.context import Context
from conversations.notice import Composed, Hours, Notice, Skip
from conversations.officer import officer_with
from conversations.reply import Reply, column
from locales.text import Text, _
from records import campaigns, rewordings, staff
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import Claim
from records.permissions import Permission
from records.rewordings import RewordingState


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
    return Reply(_said(campaign, name), rows=column(see(campaign.id)))


def _said(campaign: Campaign, name: str) -> Text:
    if campaign.status == CampaignStatus.DRAFT.value and campaign.refusal is not None:
        return _(
            "🖊 {name} would not send your announcement as it stands: {why}\n\nIt is a draft again; change it and send "
            "it once more.",
            name=name,
            why=campaign.refusal,
        )
    if campaign.status in (CampaignStatus.DRAFT.value, CampaignStatus.PROPOSED.value):
        return _(
            "✏️ {name} is changing your announcement. It is a draft again: nobody has got anything, and nothing goes "
            "out before it is confirmed anew.",
            name=name,
        )
    if campaign.started_at is None and campaign.status == CampaignStatus.CANCELLED.value:
        return _("🛑 {name} has called your announcement off: nobody gets it.", name=name)
    return _("✅ {name} has approved your announcement.", name=name)


def _correction(context: Context, claim: Claim) -> Composed:
    found = rewordings.by_id(context.session, claim.about)
    if found is None or officer_with(context, Permission.ANNOUNCE) is None:
        return Skip("no officer any more")
    return rewording.page(context, found) if found.waits else Skip("decided already")


def _correction_decided(context: Context, claim: Claim) -> Composed:
    """The detail is who decided."""
    found = rewordings.by_id(context.session, claim.about)
    if found is None or officer_with(context, Permission.ANNOUNCE) is None:
        return Skip("no officer any more")
    name = staff.by_id(context.session, int(claim.detail or "0")).name
    if found.state == RewordingState.APPROVED.value:
        said = _("✅ {name} has approved your correction: it is being made in the chats.", name=name)
    else:
        said = _("🖊 {name} would not have your correction so: the words stay as they were.", name=name)
    return Reply(said, rows=column(see(found.campaign_id)))


PROPOSED = Notice("announcement_proposed", _proposed, Hours.URGENT)
DECIDED = Notice("announcement_decided", _decided, Hours.ANY)
CORRECTION = Notice("correction_proposed", _correction, Hours.URGENT)
CORRECTION_DECIDED = Notice("correction_decided", _correction_decided, Hours.ANY)
ALL = (PROPOSED, DECIDED, CORRECTION, CORRECTION_DECIDED)
