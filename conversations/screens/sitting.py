"""One sitting, for officers: who has said what, more seats, and what if it cannot be held."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.sittings import CANCELLED, INVITATION, SEAT, tell
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.sessions.appointment import is_ahead, kind_of, when_and_where
from locales.text import Text, _, verbatim
from records import inviting, rolls, sittings, waiting
from records.appointments import Answer
from records.permissions import Permission
from records.sittings import Sitting, SittingState

MORE_SEATS = 5


def one_sitting(context: Context, argument: str) -> Outcome:
    sitting = _sitting(context, argument)
    return None if sitting is None else page(context, sitting)


def _sitting(context: Context, argument: str) -> Sitting | None:
    chosen = number(argument)
    return None if chosen is None else sittings.by_id(context.session, chosen)


def page(context: Context, sitting: Sitting) -> Reply:
    """A sitting: who has said what, and what can be done."""
    people = rolls.of_sitting(context.session, sitting.id)
    said = {answer: sum(each.answer is answer for each in people) for answer in Answer}
    came = sum(each.attendance == "present" for each in people)
    text = _(
        "<b>{kind}</b>{state}\n{session}\n\nSeats: {taken} of {capacity}\nWill come: {comes}\nCannot: {cannot}\n"
        "No answer: {silent}\nWaiting list: {waiting}\nWithout a session: {lost}\nPresent: {present}",
        kind=kind_of(context, sitting),
        state=_state(context, sitting),
        session=when_and_where(sitting),
        taken=sitting.taken,
        capacity=sitting.capacity,
        comes=said[Answer.COMES],
        cannot=said[Answer.CANNOT],
        silent=said[Answer.SILENT],
        waiting=len(waiting.of_sitting(context.session, sitting.id)),
        lost=len(rolls.without_seat(context.session, sitting.id)),
        present=came,
    )
    return Reply(text, rows=column(*_actions(context, sitting)))


def _state(context: Context, sitting: Sitting) -> Text:
    match SittingState(sitting.state):
        case SittingState.CANCELLED:
            return _(" (cancelled)")
        case SittingState.HELD:
            return _(" (held)")
        case SittingState.OPEN:
            return verbatim("") if sitting.starts_at > context.now else _(" (begun)")


def _actions(context: Context, sitting: Sitting) -> list[Button]:
    back = Button(_("⬅️ Back"), f"m:sittings:{sitting.class_id}" if sitting.class_id else "m:sessions")
    buttons: list[Button] = []
    if sitting.state != SittingState.CANCELLED.value:
        buttons += [
            Button(_("☑️ Attendance list"), f"m:testlist:{sitting.id}.0"),
            Button(_("⌨️ Attendance by numbers"), f"m:rollcall:{sitting.id}"),
            Button(_("🔕 Without an answer"), f"m:silent:{sitting.id}"),
        ]
    if rolls.without_seat(context.session, sitting.id):
        buttons.append(Button(_("👥 Without a session"), f"m:unseated:{sitting.id}"))
    if is_ahead(context, sitting):
        buttons.append(Button(_("➕ {count} more seats", count=MORE_SEATS), f"m:moreseats:{sitting.id}"))
    if sitting.state == SittingState.OPEN.value:
        buttons += [
            Button(_("🌊 Another time"), f"m:postpone:{sitting.id}"),
            Button(_("⛔ Cancel the session"), f"m:calloff:{sitting.id}", style=Style.DANGER),
        ]
    return [*buttons, back, STAFF_MENU]


def more_seats(context: Context, argument: str) -> Outcome:
    """Whoever waits longest gets them at once."""
    sitting, officer = _sitting(context, argument), officer_with(context, Permission.SESSIONS)
    if sitting is None or officer is None or not sittings.enlarge(context.session, sitting.id, MORE_SEATS):
        return None
    note(context, officer, "test.enlarged", f"sitting:{sitting.id}")
    for promoted in inviting.promote(context.session, sitting.id, context.now):
        tell(context, SEAT, promoted)
    after = sittings.by_id(context.session, sitting.id)
    return None if after is None else page(context, after)


def call_off(context: Context, argument: str) -> Outcome:
    sitting = _sitting(context, argument)
    if sitting is None or sitting.state != SittingState.OPEN.value:
        return None
    text = _(
        "Cancel this session? {count} people have a seat, {waiting} wait for one. Each of them is told.\n\n{session}",
        count=sitting.taken,
        waiting=len(waiting.of_sitting(context.session, sitting.id)),
        session=when_and_where(sitting),
    )
    rows = column(
        Button(_("Cancel it, move them to other sessions"), f"m:calledoff:{sitting.id}.1", style=Style.DANGER),
        Button(_("Cancel it, they get a date later"), f"m:calledoff:{sitting.id}.0", style=Style.DANGER),
        Button(_("No"), f"m:sitting:{sitting.id}"),
    )
    return Reply(text, rows=rows)


def called_off(context: Context, argument: str) -> Outcome:
    left, _dot, elsewhere = argument.partition(".")
    sitting, officer = _sitting(context, left), officer_with(context, Permission.SESSIONS)
    if sitting is None or officer is None or elsewhere not in ("0", "1"):
        return None
    displaced = inviting.cancel(context.session, sitting.id, elsewhere == "1", officer.id, context.now)
    moved = 0
    for each in displaced:
        tell(context, CANCELLED, each.appointment_id, f"off{sitting.id}")
        if each.now_in is not None:
            moved += 1
            tell(context, INVITATION, each.appointment_id)
    note(context, officer, "test.cancelled", f"sitting:{sitting.id}")
    after = sittings.by_id(context.session, sitting.id)
    told = _(
        "The session is cancelled. {moved} people have a seat elsewhere, {back} wait for a new date. All are told.",
        moved=moved,
        back=len(displaced) - moved,
    )
    return None if after is None else page(context, after).with_note(told)


SCREENS = (
    Screen("sitting", one_sitting, Permission.SESSIONS),
    Screen("moreseats", more_seats, Permission.SESSIONS),
    Screen("calloff", call_off, Permission.SESSIONS),
    Screen("calledoff", called_off, Permission.SESSIONS),
    Screen("postpone", begins("postpone"), Permission.SESSIONS),
)
