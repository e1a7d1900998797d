"""How an announcement stands that was confirmed, and who was not reached."""

from dataclasses import replace

from conversations.announcing import course
from conversations.announcing.progress import progress
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Reply, column
from locales.text import Text, _, lines
from records import campaigns
from records.campaigns import Campaign
from records.deliveries import DeliveryStatus

LISTED = 30
# How a delivery ends that did not arrive, as far as we know, and what that means.
MISSED: dict[DeliveryStatus, Text] = {
    DeliveryStatus.BLOCKED: _("no chat, or the bot is blocked"),
    DeliveryStatus.FAILED: _("sending failed"),
    DeliveryStatus.UNKNOWN: _("perhaps it arrived"),
    DeliveryStatus.CANCELLED: _("stopped before"),
}


def page(context: Context, campaign: Campaign) -> Reply:
    """While it runs, the same as its progress message, steered by the same buttons."""
    going = course.read(context, campaign)
    shown = replace(progress(going, context.now, context.house.calendar.zone), stays=False)
    if going.runs:
        return replace(shown, rows=(*shown.rows, *column(STAFF_MENU)))
    return replace(shown, rows=column(STAFF_MENU)).with_note(_report(context, campaign.id))


def _report(context: Context, campaign_id: int) -> Text:
    missed = campaigns.names_by_status(context.session, campaign_id, tuple(MISSED), LISTED)
    if not missed:
        return _("<b>Delivery report</b>: everybody got it.")
    listed = [_("• {name} ({how})", name=name, how=MISSED[status]) for name, status in missed]
    unlisted = campaigns.tally(context.session, campaign_id).of(*MISSED) - len(missed)
    rest = _("… and {count} more people", count=unlisted) if unlisted else None
    return _("<b>Delivery report</b>. Not reached: {names}", names=lines(*listed, rest))
