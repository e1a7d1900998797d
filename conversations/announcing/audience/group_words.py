"""Groups in words: what a trait is called, what a value of it is, and the people of an audience in a line or a list."""

from collections.abc import Callable

from conversations import vocabulary
from conversations.announcing import naming
from conversations.announcing.answering import answering
from conversations.announcing.writing.lengths import cut
from conversations.context import Context
from conversations.reporting import naming as places
from locales.text import Text, _, lines, verbatim
from records import campaigns, classes, cohorts, programmes, sittings
from records.applications import ApplicationStatus
from records.audiences import Audience, Group, Trait
from records.audiences.lives import NEVER
from records.campaign_answers import SILENT
from records.consents import Purpose
from records.enrolments import EnrolmentStatus
from records.labour import LabourStatus

# So many values of a trait are named, and so many letters of each: a phone shows no more on a button. Of a class its
# trade and its cohort share them.
NAMED, LETTERS, HALF = 3, 38, 18
# So many letters of a group, and of a whole audience in a line.
GROUP, LINE = 120, 160
GONE = _("(no longer there)")
TRAITS: dict[Trait, Text] = {
    Trait.COHORT: _("Cohort"),
    Trait.CLASS: _("Class"),
    Trait.PROGRAMME: _("Trade"),
    Trait.YEAR: _("Year"),
    Trait.STATUS: _("Status"),
    Trait.KECAMATAN: _("Kecamatan"),
    Trait.ALUMNI: _("Alumni"),
    Trait.WISH: _("Waiting for"),
    Trait.CONSENT: _("Consent"),
    Trait.REPLY: _("Reply"),
    Trait.SITTING: _("Test or interview"),
}
ALUMNI: dict[str, Text] = {
    LabourStatus.WORKING: _("alumni at work"),
    LabourStatus.UNEMPLOYED: _("alumni who look for work"),
    LabourStatus.OJT: _("alumni in OJT"),
    LabourStatus.OUTSIDE: _("alumni not looking for work"),
    LabourStatus.UNDETERMINED: _("alumni not clear yet"),
    NEVER: _("alumni who never answered"),
}
PURPOSES: dict[str, Text] = {
    Purpose.REGISTRATION: _("read the notice of registration"),
    Purpose.FOLLOWUP: _("agreed to follow-ups"),
    Purpose.OPTIONAL: _("agreed to optional questions"),
    Purpose.VACANCIES: _("wants job openings"),
    Purpose.SHOWCASE: _("agreed to be shown"),
}


def in_a_line(context: Context, chosen: Audience) -> Text:
    """Its groups, one after the other, and that some are left out."""
    tidy = chosen.tidied()
    if not tidy.groups:
        return _("nobody yet")
    named = within(context, lines(*(group(context, one) for one in tidy.groups), separator=" + "), LINE)
    return _("{groups}, with exceptions", groups=named) if tidy.without or tidy.without_people else named


def group(context: Context, chosen: Group) -> Text:
    """What all of its people have in common."""
    said = [_values(context, trait, chosen.of(trait)) for trait in Trait if chosen.of(trait)]
    return within(context, lines(*said, separator=" · "), GROUP)


def within(context: Context, said: Text, letters: int) -> Text:
    """As much of it as there is room for."""
    words = context.plain(said)
    return said if len(words) <= letters else verbatim(cut(words, letters))


def _values(context: Context, trait: Trait, values: frozenset[str]) -> Text:
    """The first few by name."""
    ordered = sorted(values, key=lambda one: (len(one), one))
    named = [value(context, trait, one) for one in ordered[:NAMED]]
    rest = len(ordered) - NAMED
    return lines(*named, verbatim(f"+{rest}") if rest > 0 else None, separator=" / ")


def value(context: Context, trait: Trait, code: str) -> Text:
    """One value of a trait, which may be gone by now."""
    return _NAMES[trait](context, code)


def _short(words: str | None) -> Text:
    return GONE if words is None else verbatim(cut(words, LETTERS))


def _cohort(context: Context, code: str) -> Text:
    found = cohorts.by_id(context.session, int(code))
    return _short(None if found is None else found.name)


def _class(context: Context, code: str) -> Text:
    found = classes.brief(context.session, int(code))
    return GONE if found is None else verbatim(f"{cut(found.programme, HALF)} · {cut(found.cohort, HALF)}")


def _programme(context: Context, code: str) -> Text:
    found = programmes.by_id(context.session, int(code))
    return _short(None if found is None else found.name)


def _status(_context: Context, code: str) -> Text:
    """An enrolment speaks for an application of the same status."""
    if code in tuple(EnrolmentStatus):
        return vocabulary.ENROLMENT[EnrolmentStatus(code)]
    return vocabulary.APPLICATION[ApplicationStatus(code)]


def _reply(context: Context, code: str) -> Text:
    campaign_id, _dot, choice = code.partition(".")
    campaign = campaigns.by_id(context.session, int(campaign_id))
    if campaign is None:
        return GONE
    option = answering.option(campaign, choice)
    said = _("not answered") if choice == SILENT else GONE if option is None else option.label
    return _("{reply}: {title}", reply=said, title=naming.title(campaign))


def _sitting(context: Context, code: str) -> Text:
    found = sittings.by_id(context.session, int(code))
    if found is None:
        return GONE
    kind = context.house.profile.sessions.name_of(found.kind)
    return _("{session} {when}", session=cut(kind, HALF), when=found.starts_at)


_NAMES: dict[Trait, Callable[[Context, str], Text]] = {
    Trait.COHORT: _cohort,
    Trait.CLASS: _class,
    Trait.PROGRAMME: _programme,
    Trait.YEAR: lambda _context, code: verbatim(code),
    Trait.STATUS: _status,
    Trait.KECAMATAN: places.place,
    Trait.ALUMNI: lambda _context, code: ALUMNI[code],
    Trait.WISH: lambda context, code: _("waits for {programme}", programme=_programme(context, code)),
    Trait.CONSENT: lambda _context, code: PURPOSES[code],
    Trait.REPLY: _reply,
    Trait.SITTING: _sitting,
}
