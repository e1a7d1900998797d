"""Attendance: the list of a class for a day. A tap changes one name and is saved at once."""

from collections.abc import Mapping
from datetime import date, timedelta

from conversations import dates, hours, weekdays
from conversations.context import Context
from conversations.notices import absences as notices
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Rows, Style, column
from conversations.screen import Outcome, Screen, number
from conversations.training.trainee import TRAINING, back_to_class, chosen_class, tell_staff
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
    """`class`, `class.yyyymmdd` or `class.yyyymmdd.page`; without a day that of the latest lesson."""
    wanted, _dot, rest = argument.partition(".")
    chosen = chosen_class(context, wanted)
    if chosen is None or chosen.starts_on > context.today or chosen.graduated:
        return None
    day, _dot, page = rest.partition(".")
    found = _day(day) if day else _latest(context, chosen)
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


def _held(context: Context, chosen: Running) -> list[date]:
    """The days with a lesson until today; without a timetable none."""
    planned = meetings.of_class(context.session, chosen.id, chosen.starts_on, context.today)
    return sorted({one.held_on for one in planned if not one.cancelled})


def _latest(context: Context, chosen: Running) -> date:
    held = _held(context, chosen)
    return held[-1] if held else min(context.today, chosen.ends_on)


def _beside(context: Context, chosen: Running, day: date) -> list[date]:
    """The lesson before and the one after; where the timetable has none, the day before and the day after."""
    held = _held(context, chosen)
    before = max((one for one in held if one < day), default=day - timedelta(days=1))
    after = min((one for one in held if one > day), default=None if held else day + timedelta(days=1))
    return [one for one in (before, after) if one is not None and _allowed(context, chosen, one)]


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
        weekday=weekdays.weekday(day),
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
        return _(" (no lesson in the timetable)") if _held(context, chosen) else ""
    if planned[0].cancelled:
        return _(" (the lesson was cancelled)")
    return _(", {hours}", hours=hours.dotted(f"{planned[0].begins}-{planned[0].ends}"))


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
    beside = [
        Button(
            _("⬅️ {day}", day=dates.written(near)) if near < day else _("{day} ➡️", day=dates.written(near)),
            f"m:presence:{chosen.id}.{near:%Y%m%d}",
        )
        for near in _beside(context, chosen, day)
    ]
    back = back_to_class(chosen.id)
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
)
