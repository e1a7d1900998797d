"""Unknown: messages that perhaps arrived. Telegram cannot be asked; officers decide, one by one or for all."""

from conversations.announcing.going.report import back, named
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, Style, column
from locales.text import Text, _, lines
from records import campaign_reports, campaigns
from records.campaign_reports import Line
from records.campaigns import Campaign
from records.deliveries import DeliveryStatus

SHOWN = 8
ALL = "all"
# What a button decides; `sure` asks first.
ARRIVED, SURE, AGAIN = "yes", "sure", "again"
TWICE = _(
    "Telegram did not say whether it arrived, and cannot be asked. If you send it again, they may get it twice; if "
    "not, they may not get it at all."
)


def page(context: Context, campaign: Campaign) -> Reply:
    """Who they are, each with her two buttons, and the two for all."""
    count = campaigns.tally(context.session, campaign.id).of(DeliveryStatus.UNKNOWN)
    if not count:
        return Reply(_("Nothing is unknown any more."), rows=column(back(campaign), STAFF_MENU))
    found = campaign_reports.lines(context.session, campaign.id, DeliveryStatus.UNKNOWN, SHOWN)
    text = lines(_("<b>Unknown</b>: {count} people", count=count), TWICE, separator="\n\n")
    everybody = column(
        Button(_("✅ All {count} have it", count=count), _data(campaign, ALL, ARRIVED)),
        Button(_("📤 Send it again to all {count}", count=count), _data(campaign, ALL, SURE), style=Style.DANGER),
        back(campaign),
    )
    return Reply(text, rows=(*_each(campaign, found), *everybody), protected=True)


def _each(campaign: Campaign, found: list[Line]) -> Rows:
    return tuple(
        (
            Button(_("✅ {name} has it", name=named(one)), _data(campaign, str(one.delivery_id), ARRIVED)),
            Button(_("📤 Send again"), _data(campaign, str(one.delivery_id), AGAIN)),
        )
        for one in found
    )


def _data(campaign: Campaign, which: str, what: str) -> str:
    return f"m:annunknown:{campaign.id}.{which}.{what}"


def really(context: Context, campaign: Campaign) -> Reply:
    """Before it goes to all of them once more."""
    count = campaigns.tally(context.session, campaign.id).of(DeliveryStatus.UNKNOWN)
    text: Text = lines(_("<b>Send it once more to {count} people?</b>", count=count), TWICE, separator="\n\n")
    yes = Button(_("📤 Yes, once more to all"), _data(campaign, ALL, AGAIN), style=Style.DANGER)
    return Reply(text, rows=column(yes, Button(_("⬅️ Leave it as it is"), f"m:annunknown:{campaign.id}")))
