"""What an announcement and its audience are called among staff."""

from conversations.context import Context
from locales.text import Text, _, lines, verbatim
from records import cohorts
from records.audiences import Audience, Group, Trait
from records.campaigns import Campaign

TITLE_LETTERS = 32


def audience(context: Context, chosen: Audience) -> Text:
    """Its groups, one after the other."""
    if not chosen.groups:
        return _("nobody yet")
    return lines(*(_group(context, group) for group in chosen.groups), separator=" + ")


def _group(context: Context, group: Group) -> Text:
    found = (cohorts.by_id(context.session, int(value)) for value in sorted(group.of(Trait.COHORT)))
    return lines(*(verbatim(cohort.name) for cohort in found if cohort is not None), separator=", ")


def title(campaign: Campaign) -> Text:
    """Its first words."""
    if campaign.words is None:
        return _("without words yet")
    first = campaign.words.splitlines()[0]
    return verbatim(first if len(first) <= TITLE_LETTERS else first[: TITLE_LETTERS - 1] + "…")
