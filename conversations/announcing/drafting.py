"""Drafting: what the talks about a part of a draft have in common."""

from conversations.announcing import hub
from conversations.announcing.buttons import see
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import INVISIBLE, officer_with
from conversations.reply import Reply, column
from conversations.script import Conclusion, Matter, Windows
from locales.text import Text, _
from records import campaigns
from records.campaigns import Campaign, CampaignStatus
from records.permissions import Permission

LEAVING = _("Leave it as it was? The draft stays.")
BEGUN = _("This announcement is no draft any more: nothing of it was changed.")


def draft_of(context: Context, matter: Matter) -> Campaign | Text:
    """The draft a talk is about; else why it cannot go on."""
    campaign = None if matter.about is None else campaigns.by_id(context.session, matter.about)
    if officer_with(context, Permission.ANNOUNCE) is None or campaign is None:
        return INVISIBLE
    return campaign if campaign.status == CampaignStatus.DRAFT.value else BEGUN


def kept(context: Context, campaign_id: int, *, changed: bool) -> Conclusion:
    """Nothing goes out yet: the draft's page shows how it stands."""
    return Conclusion(hub.page(context, campaign_id) if changed else begun(campaign_id))


def begun(campaign_id: int) -> Reply:
    """It was proposed, confirmed or made to repeat meanwhile: its page says so."""
    return Reply(BEGUN, rows=column(see(campaign_id), STAFF_MENU))


def left(context: Context, matter: Matter, _facts: object) -> Reply:
    """Whoever leaves a part as it was is back at the draft."""
    draft = draft_of(context, matter)
    if isinstance(draft, Campaign):
        return hub.page(context, draft.id)
    return begun(matter.about or 0) if draft is BEGUN else Reply(draft)


def left_alone(_context: Context, matter: Matter, _facts: object) -> Reply:
    """Whoever leaves what is asked of one that is no draft has the way back to it."""
    return Reply(_("All stays as it was."), rows=column(see(matter.about or 0), STAFF_MENU))


def windows(_context: Context) -> Windows:
    return Windows(untouched_days=1, begun_days=2)
