"""Drafting: what the talks about a part of a draft have in common."""

from conversations.announcing import hub
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Reply
from conversations.script import Conclusion, Matter, Windows
from locales.text import Text, _
from records import campaigns
from records.campaigns import Campaign, CampaignStatus
from records.permissions import Permission

LEAVING = _("Leave it as it was? The draft stays.")
BEGUN = _("That announcement is confirmed already, so that it stays as it is.")


def draft_of(context: Context, matter: Matter) -> Campaign | Text:
    """The draft a talk is about; else why it cannot go on."""
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer_with(context, Permission.ANNOUNCE) is None or campaign is None:
        return INVISIBLE
    return campaign if campaign.status == CampaignStatus.DRAFT.value else BEGUN


def kept(context: Context, campaign_id: int, *, changed: bool) -> Conclusion:
    """Nothing goes out yet: the draft's page shows how it stands."""
    return Conclusion(hub.page(context, campaign_id) if changed else Reply(BEGUN))


def left(context: Context, matter: Matter, _facts: object) -> Reply:
    """Whoever leaves a part as it was is back at the draft."""
    draft = draft_of(context, matter)
    return Reply(draft) if isinstance(draft, Text) else hub.page(context, draft.id)


def windows(_context: Context) -> Windows:
    return Windows(untouched_days=1, begun_days=2)
