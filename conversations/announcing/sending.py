"""Sending: what must be put right before an announcement is confirmed, what one should know, and the yes itself."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.announcing import obstacles
from conversations.announcing.groups import group_chat_page
from conversations.announcing.timing import same_words, two_people, when
from conversations.context import Context
from conversations.officer import note
from locales.text import Text, _, lines
from records import announcing, group_recipients, proposing
from records.audiences import recipients
from records.campaigns import Campaign
from records.staff import Officer

Check = Callable[[Context, Campaign], Text | None]


def _no_words(_context: Context, campaign: Campaign) -> Text | None:
    return _("Nothing is written yet.") if campaign.words is None else None


def _nobody(context: Context, campaign: Campaign) -> Text | None:
    groups = group_recipients.usable(context.session, campaign)
    if groups or recipients.count(context.session, campaign.people).with_chat:
        return None
    return _("Nobody in the audience has a Telegram chat with us.")


# Why it cannot be sent as it is. To add one: name it here.
CHECKS: tuple[Check, ...] = (
    group_chat_page.obstacle,
    _no_words,
    _nobody,
    obstacles.broken,
    obstacles.too_long,
    obstacles.no_day,
    obstacles.nobody_has_it,
)
# Of one that repeats: its people and its day are those of each time.
LASTING = tuple(check for check in CHECKS if check not in (_nobody, obstacles.no_day))
# What an officer should know before she sends it all the same.
WARNINGS: tuple[Check, ...] = (same_words.warning, two_people.warning, obstacles.some_lack_it, obstacles.day_over)


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands in the way, and what should be known."""

    obstacles: tuple[Text, ...]
    warnings: tuple[Text, ...]


def look(context: Context, campaign: Campaign) -> Findings:
    return Findings(_said(context, campaign, CHECKS), _said(context, campaign, WARNINGS))


def keeps_from_repeating(context: Context, campaign: Campaign) -> tuple[Text, ...]:
    """What stands in the way whenever it would go out."""
    return _said(context, campaign, LASTING)


def _said(context: Context, campaign: Campaign, checks: tuple[Check, ...]) -> tuple[Text, ...]:
    return tuple(said for check in checks if (said := check(context, campaign)) is not None)


def send(context: Context, campaign: Campaign, officer: Officer) -> Text | None:
    """Confirms it, or lets a second officer look first. What was said of it; None where another officer was faster."""
    made = same_words.fingerprint(context, campaign)
    if not announcing.change(context.session, campaign.id, fingerprint=made, proposed_by=officer.id, refusal=None):
        return None
    if two_people.needs_another(context, campaign, officer):
        return _propose(context, campaign, officer)
    due = when.due_at(context, campaign)
    if not announcing.confirm(context.session, campaign.id, due, context.now):
        return None
    alone = two_people.is_large(context, campaign)
    note(context, officer, "campaign.confirmed_alone" if alone else "campaign.confirmed", f"campaign:{campaign.id}")
    return lines(
        _(
            "Confirmed: the announcement goes to {whom}, {when}.",
            whom=_whom(context, campaign),
            when=when.in_words(context, campaign),
        ),
        _("How it goes stands below.") if due <= context.now else _("Until then it can be changed, or called off."),
        separator=" ",
    )


def _propose(context: Context, campaign: Campaign, officer: Officer) -> Text | None:
    if not proposing.propose(context.session, campaign.id, officer.id):
        return None
    note(context, officer, "campaign.proposed", f"campaign:{campaign.id}")
    two_people.ask_others(context, campaign, officer)
    return two_people.asked(context)


def approve(context: Context, campaign: Campaign, officer: Officer) -> Text | None:
    """Confirms what another officer proposed; None where that is not hers to do, or was done."""
    due = when.due_at(context, campaign)
    if not proposing.approve(context.session, campaign.id, officer.id, due, context.now):
        return None
    note(context, officer, "campaign.approved", f"campaign:{campaign.id}")
    two_people.tell_proposer(context, campaign.id, officer)
    return _(
        "Approved: the announcement goes to {whom}, {when}.",
        whom=_whom(context, campaign),
        when=when.in_words(context, campaign),
    )


def _whom(context: Context, campaign: Campaign) -> Text:
    """Who gets it, counted."""
    people, groups = obstacles.readers(context, campaign), len(group_recipients.usable(context.session, campaign))
    told = (
        _("{count} people", count=people) if people or not groups else None,
        _("{count} groups or channels", count=groups) if groups else None,
    )
    return lines(*told, separator=" + ")
