"""Amending: an announcement that has begun is taken back, once one says so twice, or corrected; what is corrected for
many, a second officer decides.
"""

from conversations.announcing.going import amends, correcting, rewording
from conversations.announcing.timing import two_people
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.screen import Outcome, Screen, begins, number
from conversations.screens.announcing import page_of
from locales.text import Text, _
from records import amending, campaigns, rewordings
from records.permissions import Permission
from records.rewordings import Rewording
from records.staff import Officer


def take_back(context: Context, argument: str) -> Outcome:
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    chosen, officer = number(bare), officer_with(context, Permission.ANNOUNCE)
    campaign = None if chosen is None else campaigns.by_id(context.session, chosen)
    if campaign is None or officer is None:
        return None
    if not amends.can_be_taken_back(campaign):
        return page_of(context, campaign)
    if not sure:
        return amends.really(context, campaign)
    if amending.take_back(context.session, campaign.id, context.now):
        note(context, officer, "campaign.recalled", f"campaign:{campaign.id}")
    context.session.expire(campaign)
    return page_of(context, campaign)


def reword(context: Context, argument: str) -> Outcome:
    """A correction that waits: `rewording` shows it, `.yes` and `.no` decide on it."""
    named, _dot, decision = argument.partition(".")
    chosen, officer = number(named), officer_with(context, Permission.ANNOUNCE)
    found = None if chosen is None else rewordings.by_id(context.session, chosen)
    if found is None or officer is None:
        return None
    if decision == "yes" and rewordings.approve(context.session, found.id, officer.id):
        return _approved(context, found, officer)
    if decision == "no" and rewordings.drop(context.session, found.id):
        note(context, officer, "campaign.correction_dropped", f"campaign:{found.campaign_id}")
        two_people.tell_writer(context, found, officer)
        return _standing(context, found, _("The correction is dropped: the words stay as they are."))
    context.session.refresh(found)
    return rewording.page(context, found)


def _approved(context: Context, found: Rewording, officer: Officer) -> Outcome:
    note(context, officer, "campaign.correction_approved", f"campaign:{found.campaign_id}")
    if not rewording.say(context, found.campaign_id, found.words):
        return _standing(context, found, correcting.NOT_ANY_MORE)
    two_people.tell_writer(context, found, officer)
    return _standing(context, found, correcting.CORRECTING)


def _standing(context: Context, found: Rewording, said: Text) -> Outcome:
    """How the announcement stands, below what was done."""
    campaign = campaigns.by_id(context.session, found.campaign_id)
    if campaign is None:
        return None
    context.session.refresh(campaign)
    return page_of(context, campaign).with_note(said)


SCREENS = (
    Screen("annrecall", take_back, Permission.ANNOUNCE),
    Screen("anncorrect", begins("announcement_correction"), Permission.ANNOUNCE),
    Screen("annreword", reword, Permission.ANNOUNCE),
)
