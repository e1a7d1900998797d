"""What a recipient answers to an announcement, by a button under it; whatever talk is open stays as it is."""

from conversations.announcing.answering import tapping
from conversations.announcing.answering.answering import NO_DELIVERY, SCREEN
from conversations.context import Context
from conversations.officer import officer_with
from conversations.screen import Outcome, Screen, number
from records import campaigns
from records.permissions import Permission


def told(context: Context, argument: str) -> Outcome:
    """`campaign.delivery.choice`, none of it trusted: the delivery must be of this campaign and to this chat."""
    named, _dot, rest = argument.partition(".")
    delivered, _dot, choice = rest.partition(".")
    campaign_id, delivery_id = number(named), number(delivered)
    campaign = None if campaign_id is None else campaigns.by_id(context.session, campaign_id)
    if campaign is None or delivery_id is None:
        return None
    if delivery_id == NO_DELIVERY:
        officer = officer_with(context, Permission.ANNOUNCE)
        return None if officer is None else tapping.tried(campaign, choice)
    return tapping.tapped(context, campaign, delivery_id, choice)


SCREENS = (Screen(SCREEN, told),)
