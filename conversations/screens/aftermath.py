"""The aftermath of an announcement: lists by outcome, a file, another try, and what officers decide of the unknown."""

from collections.abc import Callable

from conversations.announcing.going import report, unknown
from conversations.announcing.going.unknown import AGAIN, ALL, ARRIVED, SURE
from conversations.announcing.timing import when
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Background, Reply
from conversations.screen import Outcome, Screen, number
from conversations.screens.announcing import page_of
from conversations.screens.steering import OTHERWISE
from locales.text import Text, _
from records import campaigns, retrying
from records.campaigns import Campaign
from records.deliveries import DeliveryStatus
from records.permissions import Permission
from records.staff import Officer

Shown = Callable[[Context, Campaign, Officer, list[str]], Outcome]


def of_campaign(show: Shown) -> Callable[[Context, str], Outcome]:
    """The argument begins with the campaign's id; what follows is parted by full stops."""

    def screen(context: Context, argument: str) -> Outcome:
        first, *rest = argument.split(".")
        chosen, officer = number(first), officer_with(context, Permission.ANNOUNCE)
        campaign = None if chosen is None else campaigns.by_id(context.session, chosen)
        return None if campaign is None or officer is None else show(context, campaign, officer, rest)

    return screen


def _list(context: Context, campaign: Campaign, _officer: Officer, rest: list[str]) -> Outcome:
    if len(rest) != 2 or rest[0] not in {status.value for status in DeliveryStatus}:
        return None
    page = number(rest[1])
    return None if page is None else report.listed(context, campaign, DeliveryStatus(rest[0]), page)


def _file(context: Context, campaign: Campaign, officer: Officer, _rest: list[str]) -> Outcome:
    """Names and telephone numbers leave the house with it."""
    note(context, officer, "campaign.report_exported", f"campaign:{campaign.id}")
    return Reply(None, toast=_("The file follows."), background=Background("announcement_report", str(campaign.id)))


def _again(context: Context, campaign: Campaign, officer: Officer, _rest: list[str]) -> Outcome:
    count = retrying.try_again(context.session, campaign.id, when.due_at(context, campaign), context.now)
    if count:
        note(context, officer, "campaign.retried", f"campaign:{campaign.id}")
    return _changed(context, campaign, count, _("{count} messages are tried once more.", count=count))


def _unknown(context: Context, campaign: Campaign, officer: Officer, rest: list[str]) -> Outcome:
    if len(rest) != 2:
        return unknown.page(context, campaign)
    which, what = rest
    delivery = None if which == ALL else number(which)
    if (delivery is None and which != ALL) or what not in (ARRIVED, SURE, AGAIN):
        return None
    if what == SURE:
        return unknown.really(context, campaign)
    return _decided(context, campaign, officer, delivery, what)


def _decided(context: Context, campaign: Campaign, officer: Officer, delivery: int | None, what: str) -> Outcome:
    if what == ARRIVED:
        count = retrying.take_as_sent(context.session, campaign.id, delivery, context.now)
    else:
        due = when.due_at(context, campaign)
        count = retrying.send_again(context.session, campaign.id, delivery, due, context.now)
    if count:
        action = "campaign.unknown_arrived" if what == ARRIVED else "campaign.unknown_again"
        note(context, officer, action, f"campaign:{campaign.id}")
    if delivery is None or not count:
        once_more = _("{count} messages go out once more.", count=count)
        told = _("{count} messages are taken as arrived.", count=count) if what == ARRIVED else once_more
        return _changed(context, campaign, count, told)
    context.session.expire(campaign)
    return unknown.page(context, campaign)


def _changed(context: Context, campaign: Campaign, count: int, told: Text) -> Reply:
    context.session.expire(campaign)
    return page_of(context, campaign).with_note(told if count else OTHERWISE)


SCREENS = tuple(
    Screen(name, of_campaign(show), Permission.ANNOUNCE)
    for name, show in (
        ("annlist", _list),
        ("annreport", _file),
        ("annagain", _again),
        ("annunknown", _unknown),
    )
)
