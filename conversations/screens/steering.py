"""Steering: the buttons of the progress message that pause a campaign, let it go on, or cancel the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from conversations.announcing.going import course
from conversations.announcing.going.progress import progress
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Reply
from conversations.screen import Outcome, Screen, number
from locales.text import Text, _
from records import campaigns, steering
from records.permissions import Permission
from records.session import Session

Change = Callable[[Session, int, datetime], bool]
OTHERWISE = _("That has changed meanwhile: look at how it stands now.")


def steers(action: str, change: Change, toast: Text | None) -> Callable[[Context, str], Outcome]:
    """A page that changes something of a campaign and shows how it stands then; `action` goes to the audit trail."""

    def show(context: Context, argument: str) -> Outcome:
        chosen, officer = number(argument), officer_with(context, Permission.ANNOUNCE)
        if chosen is None or officer is None or campaigns.by_id(context.session, chosen) is None:
            return None
        done = change(context.session, chosen, context.now)
        if done and action:
            note(context, officer, action, f"campaign:{chosen}")
        shown = as_it_stands(context, chosen)
        return None if shown is None else replace(shown, toast=toast if done else OTHERWISE)

    return show


def as_it_stands(context: Context, campaign_id: int) -> Reply | None:
    """The progress of a campaign as a page."""
    context.session.expire_all()
    campaign = campaigns.by_id(context.session, campaign_id)
    if campaign is None or campaign.started_at is None:
        return None
    return progress(course.read(context, campaign), context.now, context.house.calendar.zone)


def _pause(session: Session, campaign_id: int, _now: datetime) -> bool:
    return steering.pause(session, campaign_id)


def _keep(session: Session, campaign_id: int, _now: datetime) -> bool:
    return steering.keep(session, campaign_id)


_PAUSED = _("Paused. Those few that are on their way still arrive.")
SCREENS = tuple(
    Screen(name, steers(action, change, toast), Permission.ANNOUNCE)
    for name, action, change, toast in (
        ("camppause", "campaign.paused", _pause, _PAUSED),
        ("campgo", "campaign.resumed", steering.go_on, _("It goes on.")),
        ("campcancel", "", steering.ask_to_cancel, _("Are you sure?")),
        ("campkeep", "", _keep, _("Nothing is cancelled.")),
        ("campcancelyes", "campaign.cancelled", steering.cancel, _("The rest is cancelled.")),
    )
)
