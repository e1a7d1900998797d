"""What an announcement is called among staff."""

from conversations.announcing.writing import lengths, markup
from locales.text import Text, _, verbatim
from records.campaigns import Campaign

TITLE_LETTERS = 32


def title(campaign: Campaign) -> Text:
    """Its first words."""
    if campaign.words is None:
        return _("without words yet")
    first = (markup.words(campaign.words) if campaign.formatted else campaign.words).splitlines()[0]
    return verbatim(lengths.cut(first, TITLE_LETTERS))
