"""Sittings, for officers: which there are for a class, and inviting to them."""

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.sittings import INVITATION, tell
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.sessions.appointment import is_ahead, kind_of
from locales.text import Text, _, lines, verbatim
from records import inviting, rolls, sittings
from records.permissions import Permission
from records.rolls import ClassToTest
from records.sittings import Sitting, SittingState

LISTED = 30


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
    told = _(
        "✉️ {count} people are invited; they are told {when}.",
        count=len(done.appointments),
        when=INVITATION.due_in_words(context),
    )
    left = _("{count} have no seat: schedule another session.", count=done.left) if done.left else None
    after = _class_of(context, str(c.class_id))
    return None if after is None else class_page(context, after).with_note(lines(told, left))


SCREENS = (
    Screen("sessions", class_list, Permission.SESSIONS),
    Screen("sittings", of_class, Permission.SESSIONS),
    Screen("invite", invite, Permission.SESSIONS),
    Screen("invited", invited, Permission.SESSIONS),
    Screen("schedule", begins("schedule"), Permission.SESSIONS),
)
