"""Deciding: an announcement that waits is approved or refused by a second officer, changed once more, or called off."""

from conversations.announcing import hub, naming, sending, version
from conversations.announcing.buttons import see
from conversations.announcing.timing import two_people, waiting
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.screens.announcing import begins_part, page_of
from locales.text import _, lines
from records import announcing, campaigns, steering
from records.campaigns import Campaign, CampaignStatus
from records.permissions import Permission
from records.staff import Officer

BEGUN = _("It is being sent already, or somebody else has decided.")


def _hers(context: Context, argument: str) -> tuple[Campaign, Officer] | None:
    """The announcement that a button names, and the officer who tapped it."""
    chosen, officer = number(argument), officer_with(context, Permission.ANNOUNCE)
    campaign = None if chosen is None else campaigns.by_id(context.session, chosen)
    return None if campaign is None or officer is None else (campaign, officer)


def approve(context: Context, argument: str) -> Outcome:
    """`announcement.version`: only what she has seen."""
    named, _dot, seen = argument.partition(".")
    found = _hers(context, named)
    if found is None:
        return None
    campaign, officer = found
    if campaign.status == CampaignStatus.PROPOSED.value and seen != version.of(context, campaign):
        return page_of(context, campaign).with_note(version.CHANGED)
    if amiss := sending.look(context, campaign).obstacles:
        return page_of(context, campaign).with_note(lines(_("It cannot go out as it stands."), *amiss, separator=" "))
    said = sending.approve(context, campaign, officer)
    if said is None:
        return page_of(context, campaign).with_note(BEGUN)
    return Reply(said, rows=column(see(campaign.id), waiting.DESK))


def reopen(context: Context, argument: str) -> Outcome:
    """It is a draft again; what waited for its time is given up."""
    found = _hers(context, argument)
    if found is None:
        return None
    campaign, officer = found
    if not announcing.reopen(context.session, campaign.id):
        return page_of(context, campaign).with_note(BEGUN)
    note(context, officer, "campaign.reopened", f"campaign:{campaign.id}")
    two_people.tell_proposer(context, campaign.id, officer)
    context.session.expire(campaign)
    said = _("It is a draft again. Nobody has got anything, and nothing goes out before you confirm it anew.")
    return hub.page(context, campaign.id).with_note(said)


def call_off(context: Context, argument: str) -> Outcome:
    """What is scheduled does not go out, once one says so twice."""
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    found = _hers(context, bare)
    if found is None or found[0].status != CampaignStatus.SCHEDULED.value:
        return None if found is None else page_of(context, found[0]).with_note(BEGUN)
    campaign, officer = found
    if not sure:
        return _really(campaign)
    if not steering.cancel(context.session, campaign.id, context.now):
        return page_of(context, campaign).with_note(BEGUN)
    note(context, officer, "campaign.cancelled", f"campaign:{campaign.id}")
    two_people.tell_proposer(context, campaign.id, officer)
    return Reply(_("It is called off: nobody gets it."), rows=column(waiting.DESK))


def _really(campaign: Campaign) -> Reply:
    yes = Button(_("🛑 Yes, do not send it"), f"m:anncalloff:{campaign.id}.yes", style=Style.DANGER)
    back = Button(_("⬅️ Leave it as it is"), f"m:campaign:{campaign.id}")
    return Reply(_("Nobody is to get this? {title}", title=naming.title(campaign)), rows=column(yes, back))


SCREENS = (
    Screen("annapprove", approve, Permission.ANNOUNCE),
    Screen("annrefuse", begins("announcement_refusal"), Permission.ANNOUNCE),
    Screen("annreopen", reopen, Permission.ANNOUNCE),
    Screen("anncalloff", call_off, Permission.ANNOUNCE),
    Screen("anntime", begins_part("announcement_time"), Permission.ANNOUNCE),
    Screen("annurgent", begins_part("announcement_urgent"), Permission.ANNOUNCE),
)
