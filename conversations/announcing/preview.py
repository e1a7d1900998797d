"""The preview: an announcement exactly as some of its recipients will get it, and first of all in the officer's own
chat.
"""

from dataclasses import replace
from datetime import date

from conversations.announcing import message
from conversations.announcing.buttons import back_to
from conversations.announcing.message import Issue
from conversations.announcing.writing.fields import Field
from conversations.context import Context
from conversations.notice import Skip
from conversations.reply import Button, Reply, Style, column
from locales.text import Text, _, lines, verbatim
from records import field_values, people, samples
from records.campaigns import Campaign
from records.field_values import FieldValues, Lacking
from records.staff import Officer

NAMED = 10
NO_WORDS = _("Nothing is written yet.")
NOBODY = _("Nobody in the audience has a Telegram chat with us.")


def of_sample(context: Context, campaign: Campaign, n: int, day: date | None = None) -> tuple[Reply, ...] | None:
    """What the n-th sample gets, and below it who that is. None: there is no such sample. `day`: of one that repeats,
    the next.
    """
    issue, count = message.issue_of(campaign, day), samples.size(context.session, campaign.people)
    if issue is None or not count:
        return (_back_to(campaign, NO_WORDS if issue is None else NOBODY),)
    if not 0 <= n < count:
        return None
    person = _person(context, issue, samples.person(context.session, campaign.people, n))
    got = message.reply_for(issue, person)
    below = _below(context, campaign, issue, person, n, count)
    if isinstance(got, Skip):
        nothing = _("{name} will not get it: there is no value for a field.", name=person.name)
        return (replace(below, text=lines(nothing, below.text, separator="\n\n"), fresh=True),)
    return (replace(got, protected=True, fresh=True), below)


def _person(context: Context, issue: Issue, person_id: int | None) -> FieldValues:
    if person_id is None:
        return message.NOBODY
    known = message.values_for(context.session, issue, [person_id])
    return known.get(person_id) or FieldValues(people.by_id(context.session, person_id).name)


def _below(context: Context, campaign: Campaign, issue: Issue, person: FieldValues, n: int, count: int) -> Reply:
    text = lines(
        _("⬆️ This is what <b>{name}</b> will read ({n} of {count} examples).", name=person.name, n=n + 1, count=count),
        *(_missed(field, lacking) for field, lacking in lacks(context, issue, NAMED)),
        separator="\n\n",
    )
    turning = tuple(
        Button(label, f"m:annsee:{campaign.id}.{at}")
        for label, at in ((_("◀️ Before"), n - 1), (_("Next person ▶️"), n + 1))
        if 0 <= at < count
    )
    first = Button(_("📨 Send it to me first"), f"m:annme:{campaign.id}", style=Style.PRIMARY)
    rows = (*((turning,) if turning else ()), (first,), (back_to(campaign),))
    return Reply(text, rows=rows, protected=True, fresh=True)


def lacks(context: Context, issue: Issue, names: int = 0) -> list[tuple[Field, Lacking]]:
    """For which fields some of the audience have nothing, how many they are, and the first names."""
    asked = {Field.CLASS: field_values.without_class, Field.NUMBER: field_values.without_number}
    found = [
        (field, look(context.session, issue.campaign.people, names))
        for field, look in asked.items()
        if field in issue.used
    ]
    return [(field, lacking) for field, lacking in found if lacking.people]


def _missed(field: Field, lacking: Lacking) -> Text:
    unnamed = lacking.people - len(lacking.names)
    rest = _("and {count} more", count=unnamed) if unnamed else None
    names = lines(*(verbatim(name) for name in lacking.names), rest, separator=", ")
    return _(
        "⚠️ {count} people have no {field} and will not get it: {names}",
        count=lacking.people,
        field=f"{{{field}}}",
        names=names,
    )


def to_myself(context: Context, campaign: Campaign, officer: Officer, day: date | None = None) -> tuple[Reply, ...]:
    """The real message in the officer's own chat, with her name, and of the first sample the class; a number is
    nobody's.
    """
    issue = message.issue_of(campaign, day)
    if issue is None:
        return (_back_to(campaign, NO_WORDS),)
    sample = _person(context, issue, samples.person(context.session, campaign.people, 0))
    number = "".join("0" if char.isdigit() else char for char in sample.number or "B4-0007")
    got = message.reply_for(issue, FieldValues(officer.name, None, sample.class_name or "Menjahit", number))
    if isinstance(got, Skip):
        return (_back_to(campaign, _("The field {field} needs a day.", field=f"{{{Field.DATE}}}")),)
    below = _("⬆️ So it arrives, with your own name. You may forward it to a colleague.")
    return (replace(got, fresh=True), replace(_back_to(campaign, below), fresh=True))


def _back_to(campaign: Campaign, text: Text) -> Reply:
    return Reply(text, rows=column(back_to(campaign)))
