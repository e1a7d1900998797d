"""Sending: what must be put right before an announcement is confirmed, what one should know, and the yes itself."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations import timing
from conversations.context import Context
from conversations.officer import note
from locales.text import Text, _
from records import announcing
from records.audiences import recipients
from records.campaigns import Campaign
from records.deliveries import DeliveryKind
from records.staff import Officer

Check = Callable[[Context, Campaign], Text | None]


def _no_words(_context: Context, campaign: Campaign) -> Text | None:
    return _("Nothing is written yet.") if campaign.words is None else None


def _nobody(context: Context, campaign: Campaign) -> Text | None:
    if recipients.count(context.session, campaign.people).with_chat:
        return None
    return _("Nobody in the audience has a Telegram chat with us.")


# Why it cannot be sent as it is. To add one: name it here.
CHECKS: tuple[Check, ...] = (_no_words, _nobody)
# What an officer should know before she sends it all the same.
WARNINGS: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands in the way, and what should be known."""

    obstacles: tuple[Text, ...]
    warnings: tuple[Text, ...]


def look(context: Context, campaign: Campaign) -> Findings:
    return Findings(_said(context, campaign, CHECKS), _said(context, campaign, WARNINGS))


def _said(context: Context, campaign: Campaign, checks: tuple[Check, ...]) -> tuple[Text, ...]:
    return tuple(said for check in checks if (said := check(context, campaign)) is not None)


def send(context: Context, campaign: Campaign, officer: Officer) -> Text | None:
    """Confirms it: the audience is frozen, the sender does the rest. What was said of it, or None where another
    officer was faster.
    """
    due = timing.due_at(context, DeliveryKind.ANNOUNCEMENT)
    reachable = recipients.count(context.session, campaign.people).with_chat
    if not announcing.confirm(context.session, campaign.id, due, context.now):
        return None
    note(context, officer, "campaign.confirmed", f"campaign:{campaign.id}")
    return _(
        "Confirmed: the announcement goes to {count} people, {when}. How it goes stands below.",
        count=reachable,
        when=timing.when(context, due),
    )
