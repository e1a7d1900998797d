"""Asking again: the way back from "do not ask again", for a slip of the finger or a change of mind."""

from conversations.buttons import BACK_HOME
from conversations.context import Context
from conversations.reply import Button, Reply
from conversations.screen import Begin, Outcome, number
from locales.text import Text, _
from records import asking_again, audit, followups, people
from records.followups import Followup
from records.people import Person

AFTER_ALL = _("↩️ You may ask me after all")
NEXT_TIME = _("Thank you. We ask again when the next time comes; you can stop it again with one tap.")


def button(followup_id: int) -> Button:
    """Below the farewell."""
    return Button(AFTER_ALL, f"m:askagain:{followup_id}")


def buttons(context: Context) -> list[Button]:
    """For /status: each of the living this chat speaks for who said it."""
    hers = people.of_chat(context.session, context.chat_id)
    said = [(person, followups.last_stopped(context.session, person.id)) for person in hers]
    return [
        Button(_label(person, alone=len(hers) == 1), f"m:askagain:{followup_id}")
        for person, followup_id in said
        if followup_id is not None and person.deceased_on is None
    ]


def _label(person: Person, *, alone: bool) -> Text:
    if alone:
        return _("🔔 You may ask me again")
    return _("🔔 You may ask {name} again", name=person.name.split()[0])


def ask_again(context: Context, argument: str) -> Outcome:
    """Only in the chat that speaks for her. What she was being asked stands open again at once."""
    chosen = number(argument)
    row = None if chosen is None else followups.by_id(context.session, chosen)
    if row is None or people.chat_of(context.session, row.person_id) != context.chat_id:
        return None
    if people.has_died(context.session, row.person_id):
        return None
    if not followups.has_stopped(context.session, row.person_id):
        return Reply(_("That is so already: we may ask. Thank you."), rows=((BACK_HOME,),))
    going_on = take_back(context, row)
    if going_on is not None:
        return Begin("followup", going_on)
    return Reply(NEXT_TIME, rows=((BACK_HOME,),))


def take_back(context: Context, row: Followup) -> int | None:
    """She may be asked again. The id of the follow-up that she can answer now; None where the next is still to come."""
    window, calendar = context.house.profile.followup.open_for, context.house.calendar
    going_on = asking_again.take_back(context.session, row.person_id, calendar, context.now, window)
    audit.note(
        context.session,
        at=context.now,
        actor=context.house.vault.pseudonym("person", row.person_id),
        action="followup.asked_again",
        matter=f"followup:{row.id}",
    )
    return going_on
