"""Report: how an announcement ended, each reason once, and the lists of who they are."""

from conversations import paging
from conversations.announcing.going.reasons import OUTCOMES, in_words
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.reply import Button, Reply, Rows, column, grid
from locales.text import Text, _, lines, verbatim
from records import campaign_reports, campaigns, retrying
from records.campaign_reports import Line, Reason
from records.campaigns import Campaign
from records.deliveries import DeliveryStatus

SHOWN = 25
REACHED = (DeliveryStatus.SENT,)


def text(context: Context, campaign: Campaign) -> Text:
    """Why whoever did not get it did not."""
    found = [one for one in campaign_reports.reasons(context.session, campaign.id) if one.status in OUTCOMES]
    missed = [one for one in found if one.status not in REACHED]
    if not missed:
        return _("<b>Delivery report</b>: everybody got it.")
    told = sorted(_merged(missed), key=lambda one: list(OUTCOMES).index(one.status))
    listed = (_("• {what}: {count}", what=_what(one), count=one.count) for one in told)
    return lines(_("<b>Delivery report</b>"), *listed)


def _merged(found: list[Reason]) -> list[Reason]:
    """Reasons that are said in the same words are one."""
    by_words: dict[tuple[DeliveryStatus, str], Reason] = {}
    for one in found:
        key = (one.status, repr(in_words(one.status, one.why)))
        known = by_words.get(key)
        by_words[key] = Reason(one.status, one.why, one.count + (0 if known is None else known.count))
    return list(by_words.values())


def _what(one: Reason) -> Text:
    why = in_words(one.status, one.why)
    return OUTCOMES[one.status] if why is None else _("{outcome}, {why}", outcome=OUTCOMES[one.status], why=why)


def rows(context: Context, campaign: Campaign) -> Rows:
    """To the lists, to the file, and to what can still be done."""
    counts = campaigns.tally(context.session, campaign.id).counts
    lists = [
        Button(_("{outcome}: {count}", outcome=OUTCOMES[status], count=counts[status]), _to(campaign, status, 0))
        for status in OUTCOMES
        if status in counts
    ]
    again, unknown = retrying.missed(context.session, campaign.id), counts.get(DeliveryStatus.UNKNOWN, 0)
    retry = Button(_("🔁 Try the failed again ({count})", count=again), f"m:annagain:{campaign.id}") if again else None
    decide = Button(_("❓ Decide the unknown ({count})", count=unknown), f"m:annunknown:{campaign.id}")
    sheet = Button(_("📊 As Excel"), f"m:annreport:{campaign.id}")
    return (*grid(lists), *column(retry, decide if unknown else None, sheet))


def _to(campaign: Campaign, status: DeliveryStatus, page: int) -> str:
    return f"m:annlist:{campaign.id}.{status.value}.{page}"


def back(campaign: Campaign) -> Button:
    return Button(_("⬅️ The announcement"), f"m:campaign:{campaign.id}")


def listed(context: Context, campaign: Campaign, status: DeliveryStatus, wanted: int) -> Reply | None:
    """The names of those with whom it ended so, under each reason, a page at a time."""
    count = campaigns.tally(context.session, campaign.id).of(status)
    if not count or status not in OUTCOMES:
        return None
    at = paging.within(wanted, count, SHOWN)
    found = campaign_reports.lines(context.session, campaign.id, status, SHOWN, at * SHOWN)
    head = _("<b>{outcome}</b>: {count} people", outcome=OUTCOMES[status], count=count)
    turn = paging.turning(at, count, _to(campaign, status, 0)[:-1], SHOWN)
    told = lines(head, paging.where(at, count, SHOWN), *_under_reasons(status, found))
    return Reply(told, rows=(*((turn,) if turn else ()), (back(campaign), STAFF_MENU)), protected=True)


def _under_reasons(status: DeliveryStatus, found: list[Line]) -> list[Text]:
    """Each reason once, above its names."""
    told: list[Text] = []
    said: Text | None = None
    for one in found:
        why = in_words(status, one.why)
        if why is not None and why != said:
            told.append(_("\n<i>{why}:</i>", why=why))
            said = why
        told.append(_("• {name}", name=named(one)))
    return told


def named(one: Line) -> Text:
    return _("somebody we do not know by name") if one.name is None else verbatim(one.name)
