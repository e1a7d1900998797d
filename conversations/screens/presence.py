"""Attendance: the list of a class for a day. A tap changes one name and is saved at once."""

from collections.abc import Mapping
from datetime import date, timedelta

from conversations import moments
from conversations.context import Context
from conversations.notices import training as notices
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.screen import Outcome, Screen, number
from conversations.trainee import TRAINING, chosen_class, tell_staff
from locales.text import Text, _
from records import absences, attendance, meetings, trainees
from records.attendance import Presence
from records.classes import Running
from records.enrolments import EnrolmentStatus
from records.permissions import Permission
from records.trainees import Trainee

PAGE = 20
MARKS: dict[Presence | None, str] = {
    Presence.PRESENT: "✅",
    Presence.EXCUSED: "🙏",
    Presence.ABSENT: "❌",
    None: "▫️",
}
# What a tap makes of it, and how that stands in a button.
AFTER: dict[Presence | None, Presence] = {
    None: Presence.PRESENT,
    Presence.PRESENT: Presence.EXCUSED,
    Presence.EXCUSED: Presence.ABSENT,
    Presence.ABSENT: Presence.PRESENT,
}
LETTERS = {"h": Presence.PRESENT, "i": Presence.EXCUSED, "a": Presence.ABSENT}
OF = {presence: letter for letter, presence in LETTERS.items()}


def presence(context: Context, argument: str) -> Outcome:
    """`class`, `class.yyyymmdd` or `class.yyyymmdd.page`; without a day today, or the training's last day."""
    wanted, _dot, rest = argument.partition(".")
    chosen = chosen_class(context, wanted)
    if chosen is None or chosen.starts_on > context.today or chosen.graduated:
        return None
    day, _dot, page = rest.partition(".")
    found = _day(day) if day else min(context.today, chosen.ends_on)
    if found is None or not _allowed(context, chosen, found):
        return None
    return _list(context, chosen, found, number(page) or 0)


def _day(argument: str) -> date | None:
    """yyyymmdd; a forged one is no day."""
    if number(argument) is None or len(argument) != 8:
        return None
    try:
        return date.fromisoformat(argument)
    except ValueError:
        return None


def _allowed(context: Context, chosen: Running, day: date) -> bool:
    return chosen.starts_on <= day <= context.today


def _list(context: Context, chosen: Running, day: date, page: int) -> Reply:
    people = trainees.of_class(context.session, chosen.id, EnrolmentStatus.PARTICIPANT)
    noted = attendance.on(context.session, chosen.id, day)
    excused = absences.excused_on(context.session, chosen.id, day)
    page = min(page, max(0, (len(people) - 1) // PAGE))
    shown = people[page * PAGE : (page + 1) * PAGE]
    text = _(
        "<b>Attendance of {programme}</b>, {cohort}\n{weekday}, {day}{lesson}\n\n"
        "✅ present {present}, 🙏 leave {excused}, ❌ absent {absent}, ▫️ open {open}\n"
        "Tap a name to change it; each tap is saved.",
        programme=chosen.programme,
        cohort=chosen.cohort,
        weekday=moments.weekday(day),
        day=day,
        lesson=_lesson(context, chosen, day),
        present=sum(noted.get(one.id) is Presence.PRESENT for one in people),
        excused=sum(noted.get(one.id) is Presence.EXCUSED for one in people),
        absent=sum(noted.get(one.id) is Presence.ABSENT for one in people),
        open=sum(one.id not in noted for one in people),
    )
    names = column(*(_name(one, day, page, noted, excused) for one in shown))
    return Reply(text, rows=(*names, *_below(context, chosen, day, page, len(people))), protected=True)


def _lesson(context: Context, chosen: Running, day: date) -> Text | str:
    planned = meetings.of_class(context.session, chosen.id, day, day)
    if not planned:
        return ""
    if planned[0].cancelled:
        return _(" (the lesson was cancelled)")
    return _(", {hours}", hours=moments.dotted(f"{planned[0].begins}-{planned[0].ends}"))


def _name(one: Trainee, day: date, page: int, noted: Mapping[int, Presence], excused: frozenset[int]) -> Button:
    now = noted.get(one.id)
    has_leave = now is None and one.id in excused
    to = Presence.EXCUSED if has_leave else AFTER[now]
    label = _("{mark} {name}{leave}", mark=MARKS[now], name=one.name, leave=_(" (has leave)") if has_leave else "")
    return Button(label, f"m:tick:{one.id}.{day:%Y%m%d}.{OF[to]}.{page}")


def _below(context: Context, chosen: Running, day: date, page: int, count: int) -> Rows:
    stamp = f"{chosen.id}.{day:%Y%m%d}"
    everyone = Button(_("✅ All present"), f"m:allhere:{stamp}", style=Style.SUCCESS)
    others = [n for n in range((count + PAGE - 1) // PAGE) if n != page]
    pages = [Button(_("Page {n}", n=n + 1), f"m:presence:{stamp}.{n}") for n in others]
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    beside = [
        Button(
            _("⬅️ {day}", day=moments.written(near)) if near < day else _("{day} ➡️", day=moments.written(near)),
            f"m:presence:{chosen.id}.{near:%Y%m%d}",
        )
        for near in (before, after)
        if _allowed(context, chosen, near)
    ]
    back = Button(_("Back to the class"), f"m:train:{chosen.id}")
    return tuple(tuple(row) for row in ([everyone], pages[:4], beside, [back], [TRAINING]) if row)


def tick(context: Context, argument: str) -> Outcome:
    """`enrolment.yyyymmdd.letter.page`: notes what the button said, so that a second tap on it changes nothing more."""
    parts = argument.split(".")
    if len(parts) != 4 or parts[2] not in LETTERS:
        return None
    enrolment, day, to = number(parts[0]), _day(parts[1]), LETTERS[parts[2]]
    trainee = None if enrolment is None else trainees.by_id(context.session, enrolment)
    officer = officer_with(context, Permission.TRAINING)
    if trainee is None or day is None or officer is None or trainee.status is not EnrolmentStatus.PARTICIPANT:
        return None
    chosen = chosen_class(context, str(trainee.class_id))
    if chosen is None or not _allowed(context, chosen, day):
        return None
    attendance.mark(context.session, trainee.id, day, to, officer.id, context.now)
    note(context, officer, f"attendance.{to.value}", f"enrolment:{trainee.id}:{day:%Y%m%d}")
    if to is Presence.ABSENT:
        _warn(context, trainee)
    return _list(context, chosen, day, number(parts[3]) or 0)


def _warn(context: Context, trainee: Trainee) -> None:
    """From so many days absent on, staff hear of it; a mark that is corrected meanwhile is not told."""
    absent = attendance.tallies(context.session, [trainee.id])[trainee.id].absent
    if absent >= context.house.profile.training.warn_at_absences:
        tell_staff(context, notices.WARNING, Permission.TRAINING, trainee.id, detail=str(absent))


def all_here(context: Context, argument: str) -> Outcome:
    """Everyone who has no mark yet was there, but for those who have leave."""
    wanted, _dot, stamp = argument.partition(".")
    chosen, day = chosen_class(context, wanted), _day(stamp)
    officer = officer_with(context, Permission.TRAINING)
    if chosen is None or day is None or officer is None or chosen.graduated or not _allowed(context, chosen, day):
        return None
    noted = attendance.on(context.session, chosen.id, day)
    excused = absences.excused_on(context.session, chosen.id, day)
    for one in trainees.of_class(context.session, chosen.id, EnrolmentStatus.PARTICIPANT):
        if one.id not in noted:
            to = Presence.EXCUSED if one.id in excused else Presence.PRESENT
            attendance.mark(context.session, one.id, day, to, officer.id, context.now)
    note(context, officer, "attendance.all_present", f"class:{chosen.id}:{day:%Y%m%d}")
    return _list(context, chosen, day, 0)


SCREENS = (
    Screen("presence", presence, Permission.TRAINING),
    Screen("tick", tick, Permission.TRAINING),
    Screen("allhere", all_here, Permission.TRAINING),
"""Attendance, for officers: a list to tap, who has not answered, and who needs another session."""

from conversations.appointment import invitation, kind_of
from conversations.notices.sittings import INVITATION, tell
from conversations.numbers import serial
from conversations.screen import Begin, Outcome, Screen, number
from conversations.screens import sittings as pages
from locales.text import Text, _, lines, verbatim
from records import inviting, presence, rolls, seats, sittings
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
    people = rolls.of_sitting(context.session, sitting.id)
    at = min(chosen[1], max(0, (len(people) - 1) // A_PAGE))
    return _list(context, sitting, people, at)


def _list(context: Context, sitting: Sitting, people: list[Invitee], at: int) -> Reply:
    counts = {mark: sum(each.attendance == mark for each in people) for mark in MARKS}
        "<b>Attendance: {kind}</b>, {when}\n✅ present {present} · ❌ absent {absent} · 📝 excused {excused} · "
        "▫️ not marked {blank}\n\nTap a name: present, absent, excused.",
        kind=kind_of(context, sitting),
        when=sitting.starts_at,
        present=counts["present"],
        absent=counts["absent"],
        excused=counts["excused"],
        blank=counts[None],
    taps = [
            verbatim(f"{MARKS[each.attendance]} {serial(each.number)} {each.name}"[:60]),
            f"m:testmark:{each.appointment_id}.{at}",
        for each in people[at * A_PAGE : (at + 1) * A_PAGE]
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
    came = presence.AFTER[one.appointment.attendance]
    if came is None and one.sitting.state == SittingState.HELD.value:
        came = "present"
    presence.mark(context.session, one.sitting.id, [one.appointment.id], came)
    note(context, officer, f"test.attendance.{came or 'blank'}", f"appointment:{one.appointment.id}")
    return tap_list(context, f"{one.sitting.id}.{chosen[1]}")


def close_list(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.SESSIONS)
    if chosen is None or officer is None or not presence.close(context.session, chosen, context.now):
    note(context, officer, "test.held", f"sitting:{chosen}")
    sitting = sittings.by_id(context.session, chosen)
    if sitting is None:
    return pages.page(context, sitting).with_note(
        _("The session is closed. Whoever was absent stays scheduled until the selection is decided.")


def silent(context: Context, argument: str) -> Outcome:
    """Whoever has not answered, with a phone number to call."""
    chosen = number(argument)
    sitting = None if chosen is None else sittings.by_id(context.session, chosen)
    if sitting is None:
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
    people = rolls.without_seat(context.session, sitting.id)
    buttons = [
        Button(verbatim(f"{serial(each.number)} {each.name}"[:60]), f"m:place:{each.appointment_id}")
        for each in people[:30]
    back = Button(_("⬅️ Back"), f"m:sitting:{sitting.id}")
    return Reply(_("Whom do you give a seat? Ask her or him first."), rows=column(*buttons, back), protected=True)


def place(context: Context, argument: str) -> Outcome:
    """Sessions with free seats for one of them."""
    chosen = number(argument)
    one = None if chosen is None else invitation(context, chosen)
    if one is None:
    application = one.application
    free = inviting.open_for(
        context.session, one.appointment.kind, application.cohort_id, application.class_id, context.now
    buttons = [Button(_when(context, sitting), f"m:placed:{one.appointment.id}.{sitting.id}") for sitting in free[:20]]
    text = (
        _("Which session for {name} ({number})?", name=one.person.name, number=one.application.number)
        if buttons
        else _("No session has a free seat: add seats to one, or schedule another.")
    return Reply(text, rows=column(*buttons, Button(_("⬅️ Back"), f"m:unseated:{one.sitting.id}")), protected=True)


def _when(context: Context, sitting: Sitting) -> Text:
    local = sitting.starts_at.astimezone(context.house.calendar.zone)
    return _("{when} · {free} free", when=f"{local:%d/%m/%Y %H.%M}", free=sitting.free)


def placed(context: Context, argument: str) -> Outcome:
    chosen, officer = _pair(argument), officer_with(context, Permission.SESSIONS)
    if chosen is None or officer is None:
    if not seats.place(context.session, chosen[0], chosen[1], context.now):
        return place(context, str(chosen[0]))
    tell(context, INVITATION, chosen[0])
    note(context, officer, "test.placed", f"appointment:{chosen[0]}")
    sitting = sittings.by_id(context.session, chosen[1])
    told = _("She or he has a seat here now and is told.")
    return None if sitting is None else pages.page(context, sitting).with_note(told)


def rollcall(_context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else Begin("rollcall", chosen)


    Screen("testlist", tap_list, Permission.SESSIONS),
    Screen("testmark", attend, Permission.SESSIONS),
    Screen("testend", close_list, Permission.SESSIONS),
    Screen("silent", silent, Permission.SESSIONS),
    Screen("unseated", unseated, Permission.SESSIONS),
    Screen("place", place, Permission.SESSIONS),
    Screen("placed", placed, Permission.SESSIONS),
    Screen("rollcall", rollcall, Permission.SESSIONS),
)
