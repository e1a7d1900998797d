"""Announcements that repeat: set up from a draft, looked at, one left out, stopped."""

from conversations.announcing import hub
from conversations.announcing.repeating import repeating, series_page
from conversations.context import Context
from conversations.notices.repeats import tell_owner
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from conversations.screens.announcing import begins_part
from locales.text import _
from records import campaigns, series, series_copies
from records.campaigns import CampaignStatus
from records.permissions import Permission
from records.series import Outcome as Fate
from records.series import Series


def _named(context: Context, argument: str) -> Series | None:
    chosen = number(argument)
    return None if chosen is None else series.by_id(context.session, chosen)


def page(context: Context, argument: str) -> Outcome:
    """One of them, or all."""
    if not argument:
        return series_page.listing(context)
    found = _named(context, argument)
    return None if found is None else series_page.page(context, found)


def skip(context: Context, argument: str) -> Outcome:
    """The next one is not sent; `series.key` once she has seen which."""
    named, _dot, key = argument.partition(".")
    found, officer = _named(context, named), officer_with(context, Permission.ANNOUNCE)
    if found is None or officer is None:
        return None
    coming = next(iter(repeating.upcoming(context, found, context.now)), None)
    if coming is None:
        return series_page.page(context, found)
    if key != coming.key:
        yes = Button(_("⏭ Yes, leave it out"), f"m:annskip:{found.id}.{coming.key}", style=Style.PRIMARY)
        back = Button(_("⬅️ Back"), f"m:annseries:{found.id}")
        which = series_page.which(context, found, coming.at, coming.audience)
        return Reply(_("Leave out the one of {which}? The ones after it go out.", which=which), rows=column(yes, back))
    series.take(context.session, found.id, coming.key, Fate.SKIPPED, coming.at)
    note(context, officer, "series.skipped", f"series:{found.id}")
    return series_page.page(context, found)


def halt(context: Context, argument: str) -> Outcome:
    """Once she has said so twice nothing more of it goes out."""
    bare, sure = argument.removesuffix(".yes"), argument.endswith(".yes")
    found, officer = _named(context, bare), officer_with(context, Permission.ANNOUNCE)
    if found is None or officer is None:
        return None
    if not sure:
        yes = Button(_("⏹ Yes, stop it"), f"m:annhalt:{found.id}.yes", style=Style.DANGER)
        back = Button(_("⬅️ Back"), f"m:annseries:{found.id}")
        return Reply(_("Stop this announcement? Nothing more of it goes out then."), rows=column(yes, back))
    if series.stop(context.session, found.id):
        note(context, officer, "series.stopped", f"series:{found.id}")
    stopped = series.by_id(context.session, found.id)
    return None if stopped is None else series_page.page(context, stopped)


def agree(context: Context, argument: str) -> Outcome:
    """A second officer lets it repeat."""
    found, officer = _named(context, argument), officer_with(context, Permission.ANNOUNCE)
    if found is None or officer is None:
        return None
    if series.approve(context.session, found.id, officer.id, context.now):
        note(context, officer, "series.approved", f"series:{found.id}")
        tell_owner(context, found)
    return page(context, argument)


def copy(context: Context, argument: str) -> Outcome:
    """A new draft with what repeats, to change it."""
    chosen, officer = number(argument), officer_with(context, Permission.ANNOUNCE)
    model = None if chosen is None else campaigns.by_id(context.session, chosen)
    if model is None or officer is None or model.status != CampaignStatus.MODEL.value:
        return None
    made = series_copies.copy(context.session, model, officer.id, context.now, model.people, None)
    return hub.page(context, made.id)


SCREENS = (
    Screen("annrepeat", begins_part("announcement_repeat"), Permission.ANNOUNCE),
    Screen("annseries", page, Permission.ANNOUNCE),
    Screen("annskip", skip, Permission.ANNOUNCE),
    Screen("annhalt", halt, Permission.ANNOUNCE),
    Screen("annagree", agree, Permission.ANNOUNCE),
    Screen("anncopy", copy, Permission.ANNOUNCE),
)
