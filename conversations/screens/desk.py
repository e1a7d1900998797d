"""The staff's desk: announcements to a cohort, and how they stand."""

from dataclasses import replace

from conversations.announcement import progress
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, lines
from records import campaigns, cohorts
from records.audiences import Audience, Trait, recipients
from records.deliveries import DeliveryStatus
from records.permissions import Permission

LISTED = 30
# How a delivery ends that did not arrive, as far as we know, and what that means.
MISSED: dict[DeliveryStatus, Text] = {
    DeliveryStatus.BLOCKED: _("no chat, or the bot is blocked"),
    DeliveryStatus.FAILED: _("sending failed"),
    DeliveryStatus.UNKNOWN: _("perhaps it arrived"),
    DeliveryStatus.CANCELLED: _("stopped before"),
}


def announce(context: Context, argument: str) -> Outcome:
    """Chooses the cohort; the talk asks for the words."""
    chosen = number(argument)
    if chosen is not None:
        return None if cohorts.by_id(context.session, chosen) is None else Begin("announcement", chosen)
    buttons = [
        Button(_("{cohort} · {count} people", cohort=c.name, count=count), f"m:announce:{c.id}")
        for c in cohorts.all_of_them(context.session)[:LISTED]
        if (count := len(recipients.read(context.session, Audience.of(Trait.COHORT, c.id))))
    ]
    if not buttons:
        return Reply(_("No cohort has participants yet."), rows=column(STAFF_MENU))
    return Reply(_("To which cohort?"), rows=column(*buttons, STAFF_MENU))


def campaign(context: Context, argument: str) -> Outcome:
    """How a campaign stands, and who was not reached."""
    chosen = number(argument)
    found = None if chosen is None else campaigns.by_id(context.session, chosen)
    if found is None:
        return None
    finished = found.status != campaigns.CampaignStatus.SENDING.value
    stopped = found.status == campaigns.CampaignStatus.STOPPED.value
    standing = progress(found.id, campaigns.tally(context.session, found.id), finished, stopped)
    reply = replace(standing, rows=column(STAFF_MENU))
    return reply if not finished else reply.with_note(_report(context, found.id))


def _report(context: Context, campaign_id: int) -> Text:
    missed = campaigns.names_by_status(context.session, campaign_id, tuple(MISSED), LISTED)
    if not missed:
        return _("<b>Delivery report</b>: everybody got it.")
    listed = [_("• {name} ({how})", name=name, how=MISSED[status]) for name, status in missed]
    unlisted = campaigns.tally(context.session, campaign_id).of(*MISSED) - len(missed)
    rest = _("… and {count} more people", count=unlisted) if unlisted else None
    return _("<b>Delivery report</b>. Not reached: {names}", names=lines(*listed, rest))


SCREENS = (
    Screen("announce", announce, Permission.ANNOUNCE),
    Screen("campaign", campaign, Permission.ANNOUNCE),
)
