"""Amending: an announcement that has begun is taken back, once one says so twice, or corrected."""

from conversations.announcing.going import amends
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.screen import Outcome, Screen, begins, number
from conversations.screens.announcing import page_of
from records import amending, campaigns
from records.permissions import Permission


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


SCREENS = (
    Screen("annrecall", take_back, Permission.ANNOUNCE),
    Screen("anncorrect", begins("announcement_correction"), Permission.ANNOUNCE),
)
