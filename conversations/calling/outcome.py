"""Outcomes: what came of a call is noted by the officer who has the person before her, and can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from conversations.buttons import STAFF_MENU
from conversations.calling import entry as entries
from conversations.calling import own_talk
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.people.addressing import called
from conversations.reply import Button, Reply, column
from conversations.screen import number
from locales.text import Text, _, lines
from records import call_claims, calls, people, phone_list, quieting, shown
from records.calls import Call, CallOutcome
from records.people import Person
from records.permissions import Permission
from records.phone_list import Entry
from records.staff import Officer

NEXT = Button(_("▶️ Next call"), "m:call")
GONE = _("This call is noted already, she is before another officer by now, or is no longer on the list.")


@dataclass(frozen=True, slots=True)
class Hers:
    """The entry that an officer has before her."""

    entry: Entry
    officer: Officer


def hers(context: Context, argument: str) -> Hers | Reply | None:
    """The entry of this follow-up, if this officer has it before her, for another half an hour."""
    officer, chosen = officer_with(context, Permission.FOLLOW), number(argument)
    if officer is None or chosen is None:
        return None
    found = None
    if call_claims.keep(context.session, chosen, officer.id, context.now):
        found = phone_list.entry(context.session, chosen, context.now, context.house.profile.calling)
    return Reply(GONE, rows=column(NEXT, STAFF_MENU)) if found is None else Hers(found, officer)


def noted(
    context: Context,
    about: Hers,
    outcome: CallOutcome,
    *,
    rests: timedelta | None = None,
    before: Mapping[str, str] | None = None,
) -> Call:
    """One call: in the records and in the trail. The officer is through with her, and what was shown goes."""
    made = calls.note(
        context.session,
        followup_id=about.entry.followup_id,
        person_id=about.entry.person_id,
        staff_id=about.officer.id,
        outcome=outcome,
        now=context.now,
        part=entries.part_now(context),
        rests_until=None if rests is None else context.now + rests,
        before=before,
    )
    call_claims.release(context.session, about.entry.person_id)
    shown.end(context.session, entries.code(about.entry.person_id), context.now)
    note(context, about.officer, f"call.{outcome.value}", f"followup:{about.entry.followup_id}")
    return made


def said(context: Context, made: Call, more: Text | None = None) -> Reply:
    """What was noted, with the way back and on."""
    name = called(people.by_id(context.session, made.person_id))
    head = _("<b>{name}</b>: {outcome}.", name=name, outcome=entries.OUTCOMES[CallOutcome(made.outcome)])
    undo = Button(_("↶ Undo"), f"m:callundo:{made.id}")
    return Reply(lines(head, more), rows=column(undo, NEXT, STAFF_MENU), fresh=True, protected=True)


def rest(context: Context) -> timedelta:
    """Between two calls."""
    return timedelta(hours=context.house.profile.calling.rest_hours)


def not_answered(context: Context, about: Hers) -> Reply:
    made = noted(context, about, CallOutcome.NO_ANSWER, rests=rest(context))
    most = context.house.profile.calling.most_tries
    if about.entry.tries + 1 >= most:
        return said(context, made, _("That was try {count} of {most}: she leaves the list.", count=most, most=most))
    again = entries.callable_from(context, made.rests_until or context.now)
    return said(
        context,
        made,
        _("Try {count} of {most}. Again from {when}.", count=about.entry.tries + 1, most=most, when=again),
    )


def wrong_number(context: Context, about: Hers) -> Reply:
    made = noted(context, about, CallOutcome.WRONG_NUMBER)
    return said(context, made, _("The number is not offered again until another is on record."))


def told(context: Context, about: Hers) -> Reply:
    """The second contact passes it on."""
    made = noted(context, about, CallOutcome.TOLD, rests=timedelta(days=context.house.profile.calling.told_days))
    return said(context, made, _("We wait for her until {when}.", when=made.rests_until or context.now))


def unhelpful(context: Context, about: Hers) -> Reply:
    return said(context, noted(context, about, CallOutcome.UNHELPFUL))


def stopped(context: Context, about: Hers) -> Reply:
    """“Do not ask again”, said on the phone."""
    before = quieting.quiet(context.session, about.entry.person_id)
    own_talk.close(context, about.entry.person_id)
    made = noted(context, about, CallOutcome.STOPPED, before=before)
    return said(context, made, _("She is not asked again, neither here nor by phone."))


def deceased(context: Context, about: Hers) -> Reply:
    """The whole follow-up ends, and no message goes to her chat any more."""
    person_id = about.entry.person_id
    before = quieting.quiet(context.session, person_id)
    own_talk.close(context, person_id)
    quieting.bury(context.session, person_id, context.today, context.now)
    made = noted(context, about, CallOutcome.DECEASED, before=before)
    text = _(
        "Our condolences. Nothing more is sent to her chat, and the figures count her no longer. Should it be an "
        "error, any officer can take it back on her page."
    )
    return said(context, made, text)


def new_number(context: Context, about: Hers, phone: str) -> Call:
    """The second contact gave another number: it is on record from now on."""
    before = people.by_id(context.session, about.entry.person_id).phone
    people.correct_phone(context.session, context.house.vault, about.entry.person_id, phone)
    return noted(context, about, CallOutcome.NEW_NUMBER, before={} if before is None else {"phone": before})


def undo(context: Context, call_id: int) -> Reply | tuple[Reply, ...] | None:
    """Takes back the latest call about somebody; one's own."""
    officer, made = officer_with(context, Permission.FOLLOW), calls.by_id(context.session, call_id)
    if officer is None or made is None or made.staff_id != officer.id:
        return None
    latest = calls.latest(context.session, made.person_id)
    if latest is None or latest.id != made.id or not calls.undo(context.session, made.id, context.now):
        return Reply(_("It is too late to undo this."), rows=column(NEXT, STAFF_MENU))
    _restore(context, made)
    note(context, officer, "call.undone", f"followup:{made.followup_id}")
    undone = Reply(_("Undone."), rows=column(NEXT, STAFF_MENU))
    found = phone_list.entry(context.session, made.followup_id, context.now, context.house.profile.calling)
    if found is None or not call_claims.give(context.session, found, officer.id, context.now):
        return undone
    return (undone, entries.page(context, found, officer))


def alive(context: Context, person: Person) -> bool:
    """An error: she has not died. What was planned for her goes on."""
    made = calls.of_outcome(context.session, person.id, CallOutcome.DECEASED)
    if made is not None and calls.undo(context.session, made.id, context.now):
        _restore(context, made)
    quieting.unbury(context.session, person.id)
    return made is not None


def _restore(context: Context, made: Call) -> None:
    match CallOutcome(made.outcome):
        case CallOutcome.NEW_NUMBER:
            people.correct_phone(context.session, context.house.vault, made.person_id, made.restores.get("phone"))
        case CallOutcome.STOPPED | CallOutcome.DECEASED as outcome:
            quieting.restore(context.session, made.restores)
            if outcome is CallOutcome.DECEASED:
                quieting.unbury(context.session, made.person_id)
            own_talk.revive(context, [int(followup_id) for followup_id in made.restores], made.at)
        case _:
            pass
    context.session.expire_all()
