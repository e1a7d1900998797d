"""Appointments: somebody invited to a test says whether she comes, changes once, or waits for a seat."""

from conversations.buttons import ASK, MY_STATUS
from conversations.context import Context
from conversations.notices.sittings import ask_for_help, remind
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, number
from conversations.sessions import appointment as words
from conversations.sessions.appointment import Invitation, hers, is_ahead, shown
from conversations.sessions.freed import pass_on
from locales.text import Text, _, lines
from records import seats, sittings, waiting
from records.appointments import Answer
from records.audit import note as audit_note
from records.seats import Seated, Waits
from records.sittings import Sitting


def _two(argument: str) -> tuple[int, int] | None:
    """Two numbers joined by a dot."""
    left, _dot, right = argument.partition(".")
    first, second = number(left), number(right)
    return None if first is None or second is None else (first, second)


def _asked(context: Context, argument: str) -> Invitation | None:
    """`appointment.round` of somebody this chat speaks for."""
    about = _two(argument)
    return None if about is None else hers(context, about[0])


def _is_current(context: Context, argument: str, one: Invitation) -> bool:
    """A button from before the session was moved says nothing about its new time."""
    about = _two(argument)
    return about is not None and about[1] == one.sitting.round and _can_answer(context, one)


def _can_answer(context: Context, one: Invitation) -> bool:
    return one.appointment.seated and is_ahead(context, one.sitting)


def comes(context: Context, argument: str) -> Outcome:
    one = _asked(context, argument)
    if one is None:
        return None
    if not _is_current(context, argument, one):
        return shown(context, one)
    seats.answer(context.session, one.appointment.id, Answer.COMES, context.now)
    _note(context, one, "test.comes")
    text = lines(
        _("👍 Thank you, {name}. We expect you: <b>{kind}</b>.", name=one.person.name, kind=one.kind),
        words.when_and_where(one.sitting),
        words.to_bring(context, one.application.number),
        separator="\n\n",
    )
    cannot = Button(_("✖️ I cannot after all"), f"m:testno:{one.appointment.id}.{one.sitting.round}")
    return Reply(text, rows=column(cannot, MY_STATUS))


def cannot(context: Context, argument: str) -> Outcome:
    """Her seat stays hers until she takes another one, waits for one, or says that none will do."""
    one = _asked(context, argument)
    if one is None:
        return None
    if not _is_current(context, argument, one):
        return shown(context, one)
    seats.answer(context.session, one.appointment.id, Answer.CANNOT, context.now)
    _note(context, one, "test.cannot")
    return _alternatives(context, one)


def _alternatives(context: Context, one: Invitation) -> Reply:
    """One other session with a free seat, or the waiting list of one, or an officer."""
    free, full = _others(context, one)
    if one.appointment.changed:
        return _only_officer(one, _("You have changed once already, so an officer looks for a date with you."))
    if free is not None:
        return _offer(one, free)
    if full is not None:
        return _waiting_list(context, one, full)
    return _only_officer(one, _("There is no other session at present."))


def _others(context: Context, one: Invitation) -> tuple[Sitting | None, Sitting | None]:
    """The earliest other session with a free seat, and the earliest full one."""
    application = one.application
    same = [
        sitting
        for sitting in sittings.for_class(context.session, application.class_id, application.cohort_id)
        if sitting.kind == one.sitting.kind and sitting.id != one.sitting.id and is_ahead(context, sitting)
    ]
    free = next((sitting for sitting in same if sitting.free > 0), None)
    full = next((sitting for sitting in same if sitting.free <= 0), None)
    return free, full


def _offer(one: Invitation, free: Sitting) -> Reply:
    text = _(
        "{name}, another session of <b>{kind}</b> has a free seat:\n\n{session}\n\nYou can change once.",
        name=one.person.name,
        kind=one.kind,
        session=words.when_and_where(free),
    )
    take = Button(_("Change to this session"), f"m:testtake:{one.appointment.id}.{free.id}", style=Style.SUCCESS)
    return Reply(text, rows=column(take, _stay(one), _none(one)))


def _waiting_list(context: Context, one: Invitation, full: Sitting) -> Reply:
    ahead = len(waiting.of_sitting(context.session, full.id))
    text = _(
        "{name}, the other session of <b>{kind}</b> is full:\n\n{session}\n\n"
        "You can wait for a seat there; {ahead} people wait already. Your present seat is then free for others.",
        name=one.person.name,
        kind=one.kind,
        session=words.when_and_where(full),
        ahead=ahead,
    )
    wait = Button(_("Wait for a seat there"), f"m:testtake:{one.appointment.id}.{full.id}")
    return Reply(text, rows=column(wait, _stay(one), _none(one)))


def _only_officer(one: Invitation, why: Text) -> Reply:
    text = lines(_("{name}, we have noted it.", name=one.person.name), why, separator=" ")
    return Reply(text, rows=column(_none(one), _stay(one)))


def _stay(one: Invitation) -> Button:
    return Button(_("I can come to my first session after all"), f"m:testback:{one.appointment.id}")


def _none(one: Invitation) -> Button:
    return Button(_("None will do: tell an officer"), f"m:testnone:{one.appointment.id}")


def take(context: Context, argument: str) -> Outcome:
    """Claims a seat in the session that was offered. Where the last one has just gone: another session with a free
    seat, or her true place on the waiting list.
    """
    chosen = _two(argument)
    one = None if chosen is None else hers(context, chosen[0])
    if chosen is None or one is None:
        return None
    if not _can_answer(context, one) or one.appointment.changed:
        return shown(context, one)
    wanted = sittings.by_id(context.session, chosen[1])
    free, _full = _others(context, one)
    if wanted is not None and wanted.free <= 0 and free is not None:
        return _offer(one, free).with_note(_("The last seat there has just been taken."))
    outcome = seats.change(context.session, one.appointment.id, chosen[1], context.now)
    pass_on(context, one.sitting.id)
    now = hers(context, one.appointment.id)
    if now is None:
        return None
    match outcome:
        case Seated():
            _note(context, now, "test.changed")
            remind(context, now)
            return shown(context, now).with_note(_("👍 You have a seat in the other session."))
        case Waits():
            _note(context, now, "test.waits")
            return shown(context, now).with_note(_("No seat is left there."))
        case _:
            return _alternatives(context, now).with_note(_("That session is no longer offered."))


def back(context: Context, argument: str) -> Outcome:
    """Her own session after all, while it still has a seat for her."""
    chosen = number(argument)
    one = None if chosen is None else hers(context, chosen)
    if one is None:
        return None
    if not is_ahead(context, one.sitting):
        return shown(context, one)
    if not seats.come_back(context.session, one.appointment.id, context.now):
        return shown(context, one).with_note(_("The seat you had has been taken meanwhile."))
    seats.answer(context.session, one.appointment.id, Answer.COMES, context.now)
    now = hers(context, one.appointment.id)
    _note(context, one, "test.comes")
    return None if now is None else shown(context, now)


def none(context: Context, argument: str) -> Outcome:
    """An officer looks for a date; the seat is free for others."""
    chosen = number(argument)
    one = None if chosen is None else hers(context, chosen)
    if one is None:
        return None
    if not is_ahead(context, one.sitting) or not seats.give_up(context.session, one.appointment.id):
        return shown(context, one)
    seats.answer(context.session, one.appointment.id, Answer.CANNOT, context.now)
    pass_on(context, one.sitting.id)
    ask_for_help(context, one)
    _note(context, one, "test.no_session")
    text = _(
        "{name}, an officer has been told and looks for a date with you. You hear from us here.", name=one.person.name
    )
    return Reply(text, rows=column(MY_STATUS, ASK))


def _note(context: Context, one: Invitation, action: str) -> None:
    """What a person decides about her appointment stands in the trail too."""
    actor = context.house.vault.pseudonym("person", one.person.id)
    audit_note(context.session, at=context.now, actor=actor, action=action, matter=f"appointment:{one.appointment.id}")


SCREENS = (
    Screen("testyes", comes),
    Screen("testno", cannot),
    Screen("testtake", take),
    Screen("testback", back),
    Screen("testnone", none),
)
