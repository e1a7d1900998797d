"""Sittings, for officers: which there are for a class, inviting to them, who has answered, and what if one cannot be
held.
"""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.sittings import CANCELLED, INVITATION, SEAT, tell
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.sessions.appointment import is_ahead, kind_of, when_and_where
from locales.text import Text, _, lines, verbatim
from records import inviting, rolls, sittings, waiting
from records.appointments import Answer
from records.permissions import Permission
from records.rolls import ClassToTest
from records.sittings import Sitting, SittingState

LISTED = 30
MORE_SEATS = 5


def class_list(context: Context, _argument: str) -> Reply:
    """Classes whose applicants are to be tested."""
    found = rolls.classes_to_test(context.session)
    if not found:
        return Reply(
            _("No class has applicants to be tested: that begins once their papers are checked."),
            rows=column(STAFF_MENU),
        )
    buttons = [
        Button(_("{programme} · {cohort}", programme=c.programme, cohort=c.cohort), f"m:sittings:{c.class_id}")
        for c in found[:LISTED]
    ]
    return Reply(_("Tests and interviews of which class?"), rows=column(*buttons, STAFF_MENU))


def _class_of(context: Context, argument: str) -> ClassToTest | None:
    chosen = number(argument)
    return None if chosen is None else next(iter(rolls.classes_to_test(context.session, chosen)), None)


def of_class(context: Context, argument: str) -> Outcome:
    """The sittings of a class and of its whole cohort, with what is to be done."""
    c = _class_of(context, argument)
    return None if c is None else class_page(context, c)


def class_page(context: Context, c: ClassToTest) -> Reply:
    every = sittings.for_class(context.session, c.class_id, c.cohort_id)
    head = _(
        "<b>{programme}</b>, {cohort}\nChecked, without a date: {checked}. Scheduled for a test: {scheduled}.",
        programme=c.programme,
        cohort=c.cohort,
        checked=c.checked,
        scheduled=c.scheduled,
    )
    known = _("Choose a session, or schedule new ones.") if every else _("No session is scheduled yet.")
    shown = [Button(_sitting_label(context, one), f"m:sitting:{one.id}") for one in every[:LISTED]]
    return Reply(
        lines(head, known, separator="\n\n"),
        rows=column(
            *shown,
            *_invite_buttons(context, c, every),
            Button(_("➕ Schedule sessions"), f"m:schedule:{c.class_id}"),
            Button(_("📝 Scores"), f"m:scores:{c.class_id}"),
            Button(_("⬅️ Another class"), "m:sessions"),
            STAFF_MENU,
        ),
    )


def _sitting_label(context: Context, one: Sitting) -> Text:
    marks = {SittingState.OPEN: "", SittingState.HELD: "✔️ ", SittingState.CANCELLED: "⛔ "}
    local = one.starts_at.astimezone(context.house.calendar.zone)
    mark, kind = marks[SittingState(one.state)], kind_of(context, one)
    return verbatim(f"{mark}{kind} {local:%d/%m %H.%M} · {one.taken}/{one.capacity}")


def _invite_buttons(context: Context, c: ClassToTest, every: list[Sitting]) -> list[Button]:
    """One for each kind that has sittings ahead and people to be invited."""
    kinds = dict.fromkeys(one.kind for one in every if is_ahead(context, one))
    return [
        Button(
            _("✉️ Invite to {kind}: {count}", kind=context.house.profile.sessions.name_of(kind), count=count),
            f"m:invite:{c.class_id}.{kind}",
            style=Style.SUCCESS,
        )
        for kind in kinds
        if (count := len(inviting.candidates(context.session, kind, c.cohort_id, c.class_id)))
    ]


def _class_and_kind(context: Context, argument: str) -> tuple[ClassToTest, str] | None:
    left, _dot, kind = argument.partition(".")
    c = _class_of(context, left)
    known = {component.code for component in context.house.profile.sessions.components}
    return None if c is None or kind not in known else (c, kind)


def invite(context: Context, argument: str) -> Outcome:
    """Asks once more, with how many there are and how many seats."""
    chosen = _class_and_kind(context, argument)
    if chosen is None:
        return None
    c, kind = chosen
    people = len(inviting.candidates(context.session, kind, c.cohort_id, c.class_id))
    free = inviting.open_for(context.session, kind, c.cohort_id, c.class_id, context.now)
    seats_free = sum(one.free for one in free)
    text = _(
        "<b>{kind}</b>, {programme}\n{people} people are to be invited; {sessions} sessions have {seats} free seats."
        "\n\nThey get the earliest sessions by their registration number, and each gets a message with date, place and "
        "what to bring. Invite {count}?",
        kind=context.house.profile.sessions.name_of(kind),
        programme=c.programme,
        people=people,
        sessions=len(free),
        seats=seats_free,
        count=min(people, seats_free),
    )
    rows = column(
        Button(_("✉️ Yes, invite"), f"m:invited:{c.class_id}.{kind}", style=Style.SUCCESS),
        Button(_("No"), f"m:sittings:{c.class_id}"),
    )
    return Reply(text, rows=rows)


def invited(context: Context, argument: str) -> Outcome:
    chosen = _class_and_kind(context, argument)
    officer = officer_with(context, Permission.SESSIONS)
    if chosen is None or officer is None:
        return None
    c, kind = chosen
    done = inviting.invite_all(context.session, kind, c.cohort_id, c.class_id, officer.id, context.now)
    for appointment_id in done.appointments:
        tell(context, INVITATION, appointment_id)
    if done.appointments:
        note(context, officer, "test.invited", f"class:{c.class_id}:{kind}")
    due = INVITATION.due_at(context)
    told = _(
        "✉️ {count} people are invited; they are told {when}.",
        count=len(done.appointments),
        when=_("now") if due <= context.now else _("on {when}, when the sending hours begin", when=due),
    )
    left = _("{count} have no seat: schedule another session.", count=done.left) if done.left else None
    after = _class_of(context, str(c.class_id))
    return None if after is None else class_page(context, after).with_note(lines(told, left))


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
    Screen("sessions", class_list, Permission.SESSIONS),
    Screen("sittings", of_class, Permission.SESSIONS),
    Screen("sitting", one_sitting, Permission.SESSIONS),
    Screen("invite", invite, Permission.SESSIONS),
    Screen("invited", invited, Permission.SESSIONS),
    Screen("moreseats", more_seats, Permission.SESSIONS),
    Screen("calloff", call_off, Permission.SESSIONS),
    Screen("calledoff", called_off, Permission.SESSIONS),
    Screen("schedule", begins("schedule"), Permission.SESSIONS),
    Screen("postpone", begins("postpone"), Permission.SESSIONS),
)
