"""The officers' desk of trainings: a class with everything that is done about it."""

from datetime import timedelta

from conversations import dates, hours, weekdays
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.lessons import lesson
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins
from conversations.training.trainee import TRAINING, back_to_class, chosen_class
from locales.text import Percent, Text, _, lines, verbatim
from records import absences, attendance, classes, meetings, trainees
from records.classes import Running
from records.enrolments import EnrolmentStatus
from records.meetings import Meeting
from records.permissions import Permission

LISTED = 30
# A class that was closed stays on the list for so long: certificates and tests come after it.
CLOSED_DAYS = 400
LESSONS = 20


def training(context: Context, _argument: str) -> Reply:
    """The classes that have participants, those in training first."""
    every = [c for c in classes.with_participants(context.session) if _is_of_now(context, c)]
    every.sort(key=lambda c: (c.graduated, c.ends_on.toordinal() * (-1 if c.graduated else 1)))
    waiting = len(absences.waiting(context.session))
    leaves = Button(_("🙏 Requests for leave: {count}", count=waiting), "m:leaves") if waiting else None
    incubator = Button(_("🌱 Incubator"), "m:incubators")
    if not every:
        return Reply(_("No class has participants at present."), rows=column(leaves, incubator, STAFF_MENU))
    buttons = [Button(_label(c), f"m:train:{c.id}") for c in every[:LISTED]]
    return Reply(_("<b>Trainings</b>\nWhich class?"), rows=column(leaves, *buttons, incubator, STAFF_MENU))


def _is_of_now(context: Context, c: Running) -> bool:
    return not c.graduated or c.ends_on > context.today - timedelta(days=CLOSED_DAYS)


def _label(c: Running) -> Text:
    return _(
        "{mark} {programme} · {cohort} · {count}",
        mark="🎓" if c.graduated else "🏫",
        programme=c.programme,
        cohort=c.cohort,
        count=c.participants,
    )


def hub(context: Context, argument: str) -> Outcome:
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    text = _(
        "<b>{programme}</b>, {cohort}\n{days}\n{count} participants",
        programme=chosen.programme,
        cohort=chosen.cohort,
        days=dates.days(chosen.starts_on, chosen.ends_on),
        count=chosen.participants,
    )
    buttons = _after(chosen) if chosen.graduated else _during(context, chosen)
    return Reply(text, rows=column(*buttons, TRAINING, STAFF_MENU))


def _during(context: Context, chosen: Running) -> list[Button | None]:
    begun = chosen.starts_on <= context.today
    return [
        Button(_("🖊 Attendance"), f"m:presence:{chosen.id}") if begun else None,
        Button(_("📅 Timetable"), f"m:lessons:{chosen.id}"),
        Button(_("👥 Participants"), f"m:trainees:{chosen.id}"),
        Button(_("🎓 Close the training"), f"m:closing:{chosen.id}") if begun else None,
    ]


def _after(chosen: Running) -> list[Button | None]:
    return [
        Button(_("📜 Certificates"), f"m:certs:{chosen.id}"),
        Button(_("🧪 Competency test"), f"m:exams:{chosen.id}"),
        Button(_("🏅 BNSP certificates"), f"m:bnsp:{chosen.id}"),
        Button(_("🏭 OJT"), f"m:ojts:{chosen.id}"),
        Button(_("📝 Satisfaction"), f"m:satisfied:{chosen.id}"),
    ]


def lessons(context: Context, argument: str) -> Outcome:
    """The lessons ahead; a tap changes one."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    ahead = meetings.of_class(context.session, chosen.id, context.today)
    make = Button(_("➕ Make the timetable"), f"m:timetable:{chosen.id}", style=Style.PRIMARY)
    back = back_to_class(chosen.id)
    head = _("<b>Timetable of {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    if not ahead:
        return Reply(lines(head, _("No lesson lies ahead.")), rows=column(make, back))
    first = lesson(ahead[0])
    text = lines(head, _("Next: {lesson}", lesson=first), _("Tap a lesson to move, cancel or change it."))
    return Reply(text, rows=column(*(_lesson(one) for one in ahead[:LESSONS]), make, back))


def _lesson(one: Meeting) -> Button:
    label = _(
        "{mark}{weekday}, {day} {hours}",
        mark="✖️ " if one.cancelled else "",
        weekday=weekdays.weekday(one.held_on),
        day=dates.written(one.held_on),
        hours=hours.dotted(f"{one.begins}-{one.ends}"),
    )
    return Button(label, f"m:lesson:{one.id}")


def participants(context: Context, argument: str) -> Outcome:
    """Those in training, with their attendance; a tap notes that one has left."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    people = trainees.of_class(context.session, chosen.id, EnrolmentStatus.PARTICIPANT)
    rules = context.house.profile.training
    tallies = attendance.tallies(context.session, [one.id for one in people])
    buttons = []
    for one in people:
        share = tallies[one.id].share(rules.excused_counts)
        name = verbatim(one.name)
        label = name if share is None else _("{name} · {share}", name=name, share=Percent(share))
        buttons.append(Button(label, f"m:drop:{one.id}"))
    text = _(
        "<b>{programme}</b>, {cohort}\nWho has left, or must leave? Tap the name.",
        programme=chosen.programme,
        cohort=chosen.cohort,
    )
    back = back_to_class(chosen.id)
    return Reply(text, rows=column(*buttons, back), protected=True)


SCREENS = (
    Screen("training", training, Permission.TRAINING),
    Screen("train", hub, Permission.TRAINING),
    Screen("lessons", lessons, Permission.TRAINING),
    Screen("lesson", begins("lesson"), Permission.TRAINING),
    Screen("timetable", begins("timetable"), Permission.TRAINING),
    Screen("trainees", participants, Permission.TRAINING),
    Screen("drop", begins("dropping"), Permission.TRAINING),
)
