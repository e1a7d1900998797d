"""The phone list: the next person to call, what came of it, and numbers that somebody should find."""

from collections.abc import Callable

from conversations.buttons import ALUMNI_DESK, STAFF_MENU
from conversations.calling import entry as entries
from conversations.calling import outcome
from conversations.calling.outcome import NEXT, Hers
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.people.addressing import called
from conversations.reply import Background, Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, begins, number
from locales.text import Text, _, verbatim
from records import call_claims, people, phone_list, shown
from records.calls import CallOutcome
from records.permissions import Permission

LISTED = 20
SHEET = _("📄 Whom to call (Excel)")


def label(context: Context) -> Text:
    """How many there are to call now."""
    count = phone_list.count(context.session, context.now, context.house.profile.calling)
    return _("📞 Phone list: {count}", count=count)


def following(context: Context, _argument: str = "") -> Outcome:
    """Whom this officer has before her, or the next one."""
    officer, rules = officer_with(context, Permission.FOLLOW), context.house.profile.calling
    if officer is None:
        return None
    found = call_claims.take(context.session, officer.id, context.now, rules, entries.part_now(context))
    if found is None:
        return _nobody(context)
    shown.end(context.session, entries.code(found.person_id), context.now, context.chat_id)
    return entries.page(context, found, officer)


def _nobody(context: Context) -> Reply:
    """Nobody is left for now; when the next one is."""
    rules = context.house.profile.calling
    rested = phone_list.next_rested(context.session, context.now, rules)
    lacking = len(phone_list.without_number(context.session, context.now, rules))
    text = (
        _("Nobody is to be called now; all are done, or before other officers.")
        if rested is None
        else _("Nobody is to be called now. The next one from {when}.", when=entries.callable_from(context, rested))
    )
    lack = Button(_("❔ Without a number: {count}", count=lacking), "m:nonumber") if lacking else None
    return Reply(text, rows=column(lack, ALUMNI_DESK, STAFF_MENU))


def _on_hers(does: Callable[[Context, Hers], Outcome]) -> Callable[[Context, str], Outcome]:
    """A page about the entry that this officer has before her, and about no other."""

    def show(context: Context, argument: str) -> Outcome:
        found = outcome.hers(context, argument)
        return does(context, found) if isinstance(found, Hers) else found

    return show


def _again(context: Context, found: Hers) -> Outcome:
    shown.end(context.session, entries.code(found.entry.person_id), context.now, context.chat_id)
    return entries.page(context, found.entry, found.officer)


def _second(context: Context, found: Hers) -> Outcome:
    """What was agreed with the second contact."""
    which = found.entry.followup_id
    person = people.by_id(context.session, found.entry.person_id)
    text = _("👥 What was agreed with {name}?", name=person.second_contact or "?")
    rows = column(
        Button(_("She will be told"), f"m:calltold:{which}"),
        Button(_("Gave another number"), f"m:callnew:{which}"),
        Button(_("Cannot reach her either"), f"m:callspent:{which}"),
        _back(which),
    )
    return Reply(text, rows=rows, protected=True)


def _back(followup_id: int) -> Button:
    return Button(_("⬅️ Back"), f"m:callentry:{followup_id}")


def _died(context: Context, found: Hers) -> Outcome:
    """Asked again, since it ends everything."""
    person = people.by_id(context.session, found.entry.person_id)
    text = _(
        "🕊 Did you hear that <b>{name}</b> has died?\nThen nothing more is sent to her chat, and the figures count her "
        "no longer. It can be taken back.",
        name=called(person),
    )
    yes = Button(_("Yes, she has died"), f"m:calldiedyes:{found.entry.followup_id}", style=Style.DANGER)
    return Reply(text, rows=column(yes, _back(found.entry.followup_id)), protected=True)


def _skip(context: Context, found: Hers) -> Outcome:
    """Behind the others, and the next one."""
    call_claims.release(context.session, found.entry.person_id, context.now)
    shown.end(context.session, entries.code(found.entry.person_id), context.now, context.chat_id)
    return following(context)


def undo(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else outcome.undo(context, chosen)


def without_number(context: Context, _argument: str) -> Outcome:
    """Those who could be called if somebody knew a number."""
    found = phone_list.without_number(context.session, context.now, context.house.profile.calling)
    if not found:
        return Reply(_("Everybody on the list has a number."), rows=column(NEXT, ALUMNI_DESK, STAFF_MENU))
    buttons = [
        Button(verbatim(people.by_id(context.session, one.person_id).name), f"m:phone:{one.person_id}")
        for one in found[:LISTED]
    ]
    text = _(
        "<b>Without a number that works: {count}</b>\nWhoever knows one taps the name and writes it.", count=len(found)
    )
    return Reply(text, rows=column(*buttons, ALUMNI_DESK, STAFF_MENU), protected=True)


def sheet(context: Context, _argument: str) -> Outcome:
    """The list as a file. Whoever takes people's data out of the house is written down."""
    officer = officer_with(context, Permission.FOLLOW)
    if officer is None:
        return None
    if not phone_list.count(context.session, context.now, context.house.profile.calling):
        return _nobody(context)
    note(context, officer, "calls.exported", "phone_list")
    text = _("🖨 The file is being made …")
    return Reply(text, rows=column(NEXT, ALUMNI_DESK), background=Background("call_sheet"))


def _answers(context: Context, found: Hers) -> Outcome:
    """She answers: the same questions, on her behalf; she stays before this officer."""
    outcome.noted(context, found, CallOutcome.ANSWERED, rests=outcome.rest(context))
    call_claims.give(context.session, found.entry, found.officer.id, context.now)
    return Begin("followup_call", found.entry.followup_id)


_OF_HERS: dict[str, Callable[[Context, Hers], Outcome]] = {
    "callentry": _again,
    "callyes": _answers,
    "callno": outcome.not_answered,
    "callwrong": outcome.wrong_number,
    "callsecond": _second,
    "calltold": outcome.told,
    "callnew": lambda _context, found: Begin("call_number", found.entry.followup_id),
    "callspent": outcome.unhelpful,
    "callfix": lambda _context, found: Begin("phone", found.entry.person_id),
    "calldied": _died,
    "calldiedyes": outcome.deceased,
    "callstop": outcome.stopped,
    "callskip": _skip,
}

SCREENS = (
    Screen("call", following, Permission.FOLLOW),
    *(Screen(name, _on_hers(does), Permission.FOLLOW) for name, does in _OF_HERS.items()),
    Screen("callundo", undo, Permission.FOLLOW),
    Screen("phone", begins("phone"), Permission.FOLLOW),
    Screen("nonumber", without_number, Permission.FOLLOW),
    Screen("callsheet", sheet, Permission.FOLLOW),
)
