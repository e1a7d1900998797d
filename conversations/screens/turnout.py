"""Attendance, for officers: a list to tap, who has not answered, and who needs another session."""

from conversations.context import Context
from conversations.notices.sittings import INVITATION, tell
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.screens import sitting as pages
from conversations.sessions.appointment import invitation, kind_of
from conversations.sessions.serials import serial
from locales.text import Text, _, lines, verbatim
from records import inviting, presence, rolls, seats, sittings
from records.permissions import Permission
from records.rolls import Invitee
from records.sittings import Sitting, SittingState

A_PAGE = 12
MARKS = {None: "▫️", "present": "✅", "absent": "❌", "excused": "📝"}


def _pair(argument: str) -> tuple[int, int] | None:
    left, _dot, right = argument.partition(".")
    first, second = number(left), number(right)
    return None if first is None or second is None else (first, second)


def tap_list(context: Context, argument: str) -> Outcome:
    """`sitting.page`: a button a person; a tap goes round present, absent, excused."""
    chosen = _pair(argument)
    sitting = None if chosen is None else sittings.by_id(context.session, chosen[0])
    if chosen is None or sitting is None or sitting.state == SittingState.CANCELLED.value:
        return None
    people = rolls.of_sitting(context.session, sitting.id)
    at = min(chosen[1], max(0, (len(people) - 1) // A_PAGE))
    return _list(context, sitting, people, at)


def _list(context: Context, sitting: Sitting, people: list[Invitee], at: int) -> Reply:
    counts = {mark: sum(each.attendance == mark for each in people) for mark in MARKS}
    text = _(
        "<b>Attendance: {kind}</b>, {when}\n✅ present {present} · ❌ absent {absent} · 📝 excused {excused} · "
        "▫️ not marked {blank}\n\nTap a name: present, absent, excused.",
        kind=kind_of(context, sitting),
        when=sitting.starts_at,
        present=counts["present"],
        absent=counts["absent"],
        excused=counts["excused"],
        blank=counts[None],
    )
    taps = [
        Button(
            verbatim(f"{MARKS[each.attendance]} {serial(each.number)} {each.name}"[:60]),
            f"m:testmark:{each.appointment_id}.{at}",
        )
        for each in people[at * A_PAGE : (at + 1) * A_PAGE]
    ]
    return Reply(text, rows=(*column(*taps), *_turning(sitting, len(people), at), *_closing(context, sitting)))


def _turning(sitting: Sitting, people: int, at: int) -> Rows:
    last = max(0, (people - 1) // A_PAGE)
    back = Button(_("◀️ Before"), f"m:testlist:{sitting.id}.{at - 1}") if at > 0 else None
    on = Button(_("Next ▶️"), f"m:testlist:{sitting.id}.{at + 1}") if at < last else None
    row = tuple(button for button in (back, on) if button is not None)
    return (row,) if row else ()


def _closing(context: Context, sitting: Sitting) -> Rows:
    begun = sitting.state == SittingState.OPEN.value and sitting.starts_at <= context.now
    close = Button(_("🏁 Close: whoever is not marked was absent"), f"m:testend:{sitting.id}", style=Style.PRIMARY)
    return column(close if begun else None, Button(_("⬅️ Back"), f"m:sitting:{sitting.id}"))


def attend(context: Context, argument: str) -> Outcome:
    """`appointment.page`: one tap on a name."""
    chosen = _pair(argument)
    one = None if chosen is None else invitation(context, chosen[0])
    officer = officer_with(context, Permission.SESSIONS)
    if chosen is None or one is None or officer is None or not one.appointment.seated:
        return None
    came = presence.AFTER[one.appointment.attendance]
    if came is None and one.sitting.state == SittingState.HELD.value:
        came = "present"
    presence.mark(context.session, one.sitting.id, [one.appointment.id], came)
    note(context, officer, f"test.attendance.{came or 'blank'}", f"appointment:{one.appointment.id}")
    return tap_list(context, f"{one.sitting.id}.{chosen[1]}")


def close_list(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.SESSIONS)
    if chosen is None or officer is None or not presence.close(context.session, chosen, context.now):
        return None
    note(context, officer, "test.held", f"sitting:{chosen}")
    sitting = sittings.by_id(context.session, chosen)
    if sitting is None:
        return None
    return pages.page(context, sitting).with_note(
        _("The session is closed. Whoever was absent stays scheduled until the selection is decided.")
    )


def silent(context: Context, argument: str) -> Outcome:
    """Whoever has not answered, with a phone number to call."""
    chosen = number(argument)
    sitting = None if chosen is None else sittings.by_id(context.session, chosen)
    if sitting is None:
        return None
    people = rolls.silent(context.session, sitting.id)
    back = Button(_("⬅️ Back"), f"m:sitting:{sitting.id}")
    if not people:
        return Reply(_("Everybody has answered."), rows=column(back))
    listed = [verbatim(f"{serial(each.number)} {each.name} {each.phone or ''}".strip()) for each in people[:50]]
    head = _("<b>{count} people have not answered</b>: {kind}", count=len(people), kind=kind_of(context, sitting))
    rest = _("… and {count} more", count=len(people) - 50) if len(people) > 50 else None
    return Reply(lines(head, *listed, rest), rows=column(back), protected=True)


def unseated(context: Context, argument: str) -> Outcome:
    """Whoever can come to no session so far: a button each."""
    chosen = number(argument)
    sitting = None if chosen is None else sittings.by_id(context.session, chosen)
    if sitting is None:
        return None
    people = rolls.without_seat(context.session, sitting.id)
    buttons = [
        Button(verbatim(f"{serial(each.number)} {each.name}"[:60]), f"m:place:{each.appointment_id}")
        for each in people[:30]
    ]
    back = Button(_("⬅️ Back"), f"m:sitting:{sitting.id}")
    return Reply(_("Whom do you give a seat? Ask her or him first."), rows=column(*buttons, back), protected=True)


def place(context: Context, argument: str) -> Outcome:
    """Sessions with free seats for one of them."""
    chosen = number(argument)
    one = None if chosen is None else invitation(context, chosen)
    if one is None:
        return None
    application = one.application
    free = inviting.open_for(
        context.session, one.appointment.kind, application.cohort_id, application.class_id, context.now
    )
    buttons = [Button(_when(context, sitting), f"m:moved:{one.appointment.id}.{sitting.id}") for sitting in free[:20]]
    text = (
        _("Which session for {name} ({number})?", name=one.person.name, number=one.application.number)
        if buttons
        else _("No session has a free seat: add seats to one, or schedule another.")
    )
    return Reply(text, rows=column(*buttons, Button(_("⬅️ Back"), f"m:unseated:{one.sitting.id}")), protected=True)


def _when(context: Context, sitting: Sitting) -> Text:
    local = sitting.starts_at.astimezone(context.house.calendar.zone)
    return _("{when} · {free} free", when=f"{local:%d/%m/%Y %H.%M}", free=sitting.free)


def placed(context: Context, argument: str) -> Outcome:
    chosen, officer = _pair(argument), officer_with(context, Permission.SESSIONS)
    if chosen is None or officer is None:
        return None
    if not seats.place(context.session, chosen[0], chosen[1], context.now):
        return place(context, str(chosen[0]))
    tell(context, INVITATION, chosen[0])
    note(context, officer, "test.placed", f"appointment:{chosen[0]}")
    sitting = sittings.by_id(context.session, chosen[1])
    told = _("She or he has a seat here now and is told.")
    return None if sitting is None else pages.page(context, sitting).with_note(told)


SCREENS = (
    Screen("testlist", tap_list, Permission.SESSIONS),
    Screen("testmark", attend, Permission.SESSIONS),
    Screen("testend", close_list, Permission.SESSIONS),
    Screen("silent", silent, Permission.SESSIONS),
    Screen("unseated", unseated, Permission.SESSIONS),
    Screen("place", place, Permission.SESSIONS),
    Screen("moved", placed, Permission.SESSIONS),
    Screen("rollcall", begins("rollcall"), Permission.SESSIONS),
)
