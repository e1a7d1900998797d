"""The officers' desk of announcements: what is being sent, what is drafted, a new one, and the page of each."""

from collections.abc import Callable

from conversations import paging
from conversations.announcing import drafting, hub, naming, sending, version
from conversations.announcing.buttons import see
from conversations.announcing.going import standing
from conversations.announcing.groups import group_chat_page
from conversations.announcing.repeating import series_page
from conversations.announcing.timing import waiting
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import Text, _, lines
from records import announcing, campaigns, cohorts, series
from records.audiences import Audience, Trait, recipients
from records.campaigns import Campaign, CampaignStatus
from records.permissions import Permission

LISTED = 30
NEW = Button(_("➕ New announcement"), "m:annnew", style=Style.PRIMARY)
SIGNS = {
    CampaignStatus.DRAFT: "📝",
    CampaignStatus.MODEL: "🔁",
    CampaignStatus.PROPOSED: "🖊",
    CampaignStatus.SCHEDULED: "🕒",
    CampaignStatus.SENDING: "📤",
    CampaignStatus.PAUSED: "⏸",
    CampaignStatus.STOPPED: "⛔",
    CampaignStatus.CANCELLED: "✖️",
    CampaignStatus.FINISHED: "✅",
}


def desk(context: Context, argument: str) -> Outcome:
    """Those that are not over before the rest, the latest first."""
    at = number(argument or "0")
    if at is None:
        return None
    count = campaigns.count(context.session)
    at = paging.within(at, count)
    found = campaigns.latest(context.session, paging.SHOWN, at * paging.SHOWN)
    rows = ((NEW,), *column(*(_entry(context, one) for one in found)))
    turning = paging.turning(at, count, "m:announce:")
    text = _("📢 <b>Announcements</b>") if found else _("📢 <b>Announcements</b>\n\nNothing has been announced yet.")
    others = (series_page.ALL, group_chat_page.ALL)
    return Reply(text, rows=(*rows, *((turning,) if turning else ()), others, (STAFF_MENU,)))


def _entry(context: Context, campaign: Campaign) -> Button:
    sign = SIGNS[CampaignStatus(campaign.status)]
    day = campaign.drafted_at.astimezone(context.house.calendar.zone).date()
    label = _("{sign} {day} · {title}", sign=sign, day=day, title=naming.title(campaign))
    return Button(label, f"m:campaign:{campaign.id}")


def new(context: Context, argument: str) -> Outcome:
    """Chooses the cohort; the draft is there at once, and the talk asks for the words."""
    if not argument:
        return _choosing(context)
    chosen, officer = number(argument), officer_with(context, Permission.ANNOUNCE)
    if chosen is None or officer is None or cohorts.by_id(context.session, chosen) is None:
        return None
    draft = announcing.draft(context.session, Audience.of(Trait.COHORT, chosen), officer.id, context.now)
    return Begin("announcement_words", draft.id)


def _choosing(context: Context) -> Reply:
    buttons = [
        Button(_("{cohort} · {count} people", cohort=c.name, count=count), f"m:annnew:{c.id}")
        for c in cohorts.all_of_them(context.session)[:LISTED]
        if (count := recipients.count(context.session, Audience.of(Trait.COHORT, c.id)).people)
    ]
    text = _("To which cohort? Or choose the recipients yourself.") if buttons else _("Who shall get it?")
    return Reply(text, rows=column(*buttons, Button(_("👥 Choose recipients"), "m:annother"), hub.DESK))


def _named(context: Context, argument: str) -> Campaign | None:
    chosen = number(argument)
    return None if chosen is None else campaigns.by_id(context.session, chosen)


def campaign(context: Context, argument: str) -> Outcome:
    """A draft's own page, or how it stands."""
    found = _named(context, argument)
    return None if found is None else page_of(context, found)


def page_of(context: Context, found: Campaign) -> Reply:
    """Of one that waits, is sent or was sent; a draft's own."""
    if found.status == CampaignStatus.DRAFT.value:
        return hub.page(context, found.id)
    if found.status in (CampaignStatus.PROPOSED.value, CampaignStatus.SCHEDULED.value):
        return waiting.page(context, found)
    repeated = series.of_model(context.session, found.id)
    return standing.page(context, found) if repeated is None else series_page.page(context, repeated)


def begins_part(script: str) -> Callable[[Context, str], Outcome]:
    """A talk about a part of a draft; one that is no draft any more shows how it stands."""

    def show(context: Context, argument: str) -> Outcome:
        found = _named(context, argument)
        if found is None or found.status == CampaignStatus.DRAFT.value:
            return None if found is None else Begin(script, found.id)
        return page_of(context, found).with_note(drafting.BEGUN)

    return show


def send(context: Context, argument: str) -> Outcome:
    """The yes to what she has seen (`draft.version`). What stands in the way is said on the draft's page; where there
    is something to know first, one says so twice.
    """
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    named, _dot, seen = bare.partition(".")
    found, officer = _named(context, named), officer_with(context, Permission.ANNOUNCE)
    if found is None or officer is None:
        return None
    if found.status != CampaignStatus.DRAFT.value:
        return page_of(context, found)
    if seen != version.of(context, found):
        return page_of(context, found).with_note(version.CHANGED)
    look = sending.look(context, found)
    if look.obstacles:
        return page_of(context, found)
    if look.warnings and not sure:
        return _all_the_same(found, bare, look.warnings)
    said = sending.send(context, found, officer)
    return page_of(context, found) if said is None else Reply(said, rows=column(see(found.id), STAFF_MENU))


def _all_the_same(campaign: Campaign, seen: str, warnings: tuple[Text, ...]) -> Reply:
    yes = Button(_("📤 Yes, send it all the same"), f"m:annsend:{seen}.yes", style=Style.DANGER)
    back = Button(_("⬅️ Back to the draft"), f"m:campaign:{campaign.id}")
    said = (_("⚠️ {what}", what=what) for what in warnings)
    return Reply(lines(*said, _("Send it all the same?"), separator="\n\n"), rows=column(yes, back))


def drop(context: Context, argument: str) -> Outcome:
    """A draft is deleted once one says so twice."""
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    found, officer = _named(context, bare), officer_with(context, Permission.ANNOUNCE)
    if found is None or officer is None:
        return None
    if not sure:
        return _really(found)
    if not announcing.discard(context.session, found.id):
        return page_of(context, found)
    note(context, officer, "campaign.discarded", f"campaign:{bare}")
    return Reply(_("The draft is deleted."), rows=column(hub.DESK))


def _really(campaign: Campaign) -> Reply:
    yes = Button(_("🗑 Yes, delete it"), f"m:anndrop:{campaign.id}.yes", style=Style.DANGER)
    back = Button(_("⬅️ Keep it"), f"m:campaign:{campaign.id}")
    text: Text = _("Delete this draft? What was written is gone then: {title}", title=naming.title(campaign))
    return Reply(text, rows=column(yes, back))


SCREENS = (
    Screen("announce", desk, Permission.ANNOUNCE),
    Screen("annnew", new, Permission.ANNOUNCE),
    Screen("annwords", begins_part("announcement_words"), Permission.ANNOUNCE),
    Screen("annsend", send, Permission.ANNOUNCE),
    Screen("anndrop", drop, Permission.ANNOUNCE),
    Screen("campaign", campaign, Permission.ANNOUNCE),
)
