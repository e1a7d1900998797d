"""Outline: an announcement at a glance, as officers look at it before it goes out."""

from conversations.announcing import extras, message
from conversations.announcing.audience import group_words
from conversations.announcing.groups import group_chat_page
from conversations.announcing.timing import when
from conversations.announcing.writing.letters import width
from conversations.context import Context
from locales.text import Text, _, lines
from records.audiences.recipients import Size
from records.campaigns import Campaign

# What Telegram takes, less a note that is said above a page.
ROOM = 4096 - 300
LEAST_LETTERS, GROUP_LETTERS = 100, 400


def facts(context: Context, campaign: Campaign, size: Size) -> Text:
    """Whom it is for, when it goes out, and why it is urgent."""
    return lines(
        people(context, campaign, size),
        _("🕒 Goes out {when}", when=when.in_words(context, campaign)),
        groups(context, campaign),
        None if campaign.urgent_why is None else _("🚨 Urgent: {why}", why=campaign.urgent_why),
    )


def people(context: Context, campaign: Campaign, size: Size) -> Text:
    """Who they are, and how many."""
    return _(
        "👥 {audience}: <b>{count}</b> people{rest}",
        audience=group_words.in_a_line(context, campaign.people),
        count=size.people,
        rest=_without_chat(size),
    )


def _without_chat(size: Size) -> Text:
    missing = size.people - size.with_chat
    return _(", {people} of them without a Telegram chat with us", people=missing) if missing else Text("")


def groups(context: Context, campaign: Campaign) -> Text | None:
    """The groups that it goes to besides."""
    named = group_chat_page.named(context, campaign)
    return None if named is None else group_words.within(context, named, GROUP_LETTERS)


def page(
    context: Context, campaign: Campaign, above: tuple[Text | None, ...], below: tuple[Text | None, ...] = ()
) -> Text:
    """What it says as recipients read it, the fields as they are written, and what goes with it, between what else
    there is to say. Of long words it is the beginning that fits.
    """
    if campaign.words is None:
        return lines(*above, extras.told(campaign), *below, separator="\n\n")
    above, below = (*above, _("This is what they will read:")), (extras.told(campaign), *below)
    around = context.plain(lines(*above, *below, separator="\n\n"))
    words = message.shown(campaign, max(ROOM - width(around), LEAST_LETTERS))
    return lines(*above, message.head(words), *below, separator="\n\n")
