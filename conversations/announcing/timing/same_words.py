"""Same words: an officer is warned where most of the people were told the same a few days ago."""

import re
from datetime import timedelta

from conversations.announcing.writing import markup
from conversations.context import Context
from locales.text import Text, _
from records import same_words
from records.audiences import recipients
from records.campaigns import Campaign

_WORD = re.compile(r"\w+")


def fingerprint(context: Context, campaign: Campaign) -> str | None:
    """The same for words that differ in nothing but marks, capitals and spaces; nobody can read them from it."""
    return None if campaign.words is None else fingerprint_of(context, campaign.words, formatted=campaign.formatted)


def fingerprint_of(context: Context, words: str, *, formatted: bool) -> str:
    read = markup.words(words) if formatted else words
    return context.house.vault.digest("announcement", " ".join(_WORD.findall(read.casefold())))


def warning(context: Context, campaign: Campaign) -> Text | None:
    made = fingerprint(context, campaign)
    if made is None:
        return None
    since = context.now - timedelta(days=context.house.profile.announcements.same_words_days)
    echo = same_words.heard(context.session, made, campaign.people, since, campaign.id)
    if echo is None:
        return None
    return _(
        "The same words went to {people} of these {count} people on {when}.",
        people=echo.people,
        count=recipients.count(context.session, campaign.people).people,
        when=echo.last,
    )
