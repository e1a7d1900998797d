"""How an announcement stands that was confirmed, and who was not reached."""

from dataclasses import replace

from conversations.announcing import amends, answers, course
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
    """How it stands, what was answered until now, and where nothing more is going out, who was not reached."""
    going = course.read(context, campaign)
    shown = replace(progress(going, context.now, context.house.calendar.zone), stays=False)
    steering = shown.rows if going.runs else ()
    notes = (None if going.runs else _report(context, campaign.id), answers.summary(context, campaign))
    rows = (*steering, *amends.rows(campaign), *column(answers.button(campaign), STAFF_MENU))
    standing = replace(shown, rows=rows)
    return standing.with_note(lines(*notes, separator="\n\n")) if any(notes) else standing


def _report(context: Context, campaign_id: int) -> Text:
    missed = campaigns.names_by_status(context.session, campaign_id, tuple(MISSED), LISTED)
    if not missed:
        return _("<b>Delivery report</b>: everybody got it.")
    listed = [_("• {name} ({how})", name=name, how=MISSED[status]) for name, status in missed]
    unlisted = campaigns.tally(context.session, campaign_id).of(*MISSED) - len(missed)
    rest = _("… and {count} more people", count=unlisted) if unlisted else None
    return _("<b>Delivery report</b>. Not reached: {names}", names=lines(*listed, rest))
