"""Obstacles: what of its words and what goes with them keeps an announcement from being confirmed, and what one should
know before.
"""

from operator import itemgetter

from conversations.announcing import message, preview
from conversations.announcing.writing import lengths, markup
from conversations.announcing.writing.fields import Field
from conversations.context import Context
from conversations.script import Misread
from locales.text import Text, _
from records import contents
from records.audiences import recipients
from records.campaigns import Campaign


def broken(_context: Context, campaign: Campaign) -> Text | None:
    """Words that were taken once read as themselves; whatever else came into the records is not sent."""
    if campaign.words is None or not campaign.formatted:
        return None
    read = markup.read(campaign.words)
    if isinstance(read, Misread):
        return read.text
    return None if read == campaign.words else _("Its formatting is broken. Please write it anew.")


def too_long(_context: Context, campaign: Campaign) -> Text | None:
    if campaign.words is None or not campaign.formatted:
        return None
    return lengths.too_long(campaign.words, lengths.limit(contents.read(campaign)))


def no_day(_context: Context, campaign: Campaign) -> Text | None:
    issue = message.issue_of(campaign)
    if issue is None or Field.DATE not in issue.used or campaign.date_meant is not None:
        return None
    return _("The field {field} needs a day: tap “📅 Day”.", field=f"{{{Field.DATE}}}")


def day_over(context: Context, campaign: Campaign) -> Text | None:
    """Said, not forbidden: one may thank for a day that was."""
    if campaign.date_meant is None or campaign.date_meant >= context.today:
        return None
    return _("The day it is about is over: {day}.", day=campaign.date_meant)


def nobody_has_it(context: Context, campaign: Campaign) -> Text | None:
    """A field for which nobody has a value keeps it from everybody."""
    field, people = _most_lacked(context, campaign)
    if not people or people < recipients.count(context.session, campaign.people).with_chat:
        return None
    return _("Nobody in the audience has a {field}.", field=f"{{{field}}}")


def some_lack_it(context: Context, campaign: Campaign) -> Text | None:
    """Whoever has no value for a field gets nothing; the preview names them."""
    field, people = _most_lacked(context, campaign)
    if not people:
        return None
    return _("{count} people have no {field} and will not get it.", count=people, field=f"{{{field}}}")


def readers(context: Context, campaign: Campaign) -> int:
    """How many people get it: whoever has a chat, and a value for each field."""
    return recipients.count(context.session, campaign.people).with_chat - _most_lacked(context, campaign)[1]


def _most_lacked(context: Context, campaign: Campaign) -> tuple[Field, int]:
    issue = message.issue_of(campaign)
    lacking = [] if issue is None else preview.lacks(context, issue)
    return max(((field, missing.people) for field, missing in lacking), key=itemgetter(1), default=(Field.NUMBER, 0))
