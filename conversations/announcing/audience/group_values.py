"""Values: what a group may ask for of each trait. Only what somebody can have is offered."""

from collections.abc import Callable

from conversations.announcing.answering import answering
from conversations.announcing.audience.group_words import ALUMNI
from conversations.context import Context
from records.audiences import Group, Trait, occurring, seats
from records.campaign_answers import SILENT
from records.indicators import UNKNOWN

# The latest announcements whose answers are offered.
ANNOUNCEMENTS = 8
# The latest tests and interviews that are offered.
SESSIONS = 40


def offered(context: Context, group: Group, trait: Trait) -> list[str]:
    """In the order in which they are shown; what the group asks for already is among them, or stands last."""
    found = _OFFERED[trait](context, group)
    return [*found, *sorted(group.of(trait) - set(found))]


def _classes(context: Context, group: Group) -> list[str]:
    """Of the cohorts and trades that the group asks for."""
    cohorts, programmes = ([int(value) for value in group.of(trait)] for trait in (Trait.COHORT, Trait.PROGRAMME))
    return _texts(occurring.classes(context.session, cohorts, programmes))


def _replies(context: Context, _group: Group) -> list[str]:
    return [
        f"{campaign.id}.{choice}"
        for campaign in occurring.answered(context.session, ANNOUNCEMENTS)
        for choice in (SILENT, *(option.choice for option in answering.options(campaign)))
    ]


def _places(context: Context, _group: Group) -> list[str]:
    return [*(one.code for one in context.house.profile.kecamatan), UNKNOWN]


def _texts(values: list[int]) -> list[str]:
    return [str(value) for value in values]


_OFFERED: dict[Trait, Callable[[Context, Group], list[str]]] = {
    Trait.COHORT: lambda context, _group: _texts(occurring.cohorts(context.session)),
    Trait.CLASS: _classes,
    Trait.PROGRAMME: lambda context, _group: _texts(occurring.programmes(context.session)),
    Trait.YEAR: lambda context, _group: _texts(occurring.years(context.session)),
    Trait.STATUS: lambda context, _group: occurring.statuses(context.session),
    Trait.KECAMATAN: _places,
    Trait.ALUMNI: lambda _context, _group: list(ALUMNI),
    Trait.WISH: lambda context, _group: _texts(occurring.wished(context.session)),
    Trait.CONSENT: lambda context, _group: occurring.purposes(context.session),
    Trait.REPLY: _replies,
    Trait.SITTING: lambda context, _group: _texts(seats.latest(context.session, SESSIONS)),
}
