"""The officers' desk of trainings: a class with everything that is done about it."""

from datetime import timedelta

from conversations import moments
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices.training import days, lesson
from conversations.reply import Background, Button, Reply, Style, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.training.trainee import TRAINING, back_to_class, chosen_class
from conversations.wordings import absence_reason
from locales.text import Percent, Text, _, lines, verbatim
from records import absences, attendance, classes, meetings, satisfaction, trainees
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
        days=days(chosen.starts_on, chosen.ends_on),
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
        weekday=moments.weekday(one.held_on),
        day=moments.written(one.held_on),
        hours=moments.dotted(f"{one.begins}-{one.ends}"),
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


def leaves(context: Context, _argument: str) -> Reply:
    """Requests for leave that wait."""
    waiting = absences.waiting(context.session)
    if not waiting:
        return Reply(_("No request for leave waits."), rows=column(TRAINING))
    said, buttons = [], []
    for n, one in enumerate(waiting[:8], 1):
        trainee = trainees.by_id(context.session, one.enrolment_id)
        if trainee is None:
            continue
        said.append(
            _(
                "<b>{n}.</b> {name}, {programme}: {days}. {reason}",
                n=n,
                name=trainee.name,
                programme=trainee.programme,
                days=days(one.first_day, one.last_day),
                reason=absence_reason(one.reason),
            )
        )
        answer = Button(_("Answer {n}", n=n), f"m:permit:{one.id}")
        photo = Button(_("📎 Photo {n}", n=n), f"m:leavephoto:{one.id}")
        buttons.append((answer, photo) if one.photo else (answer,))
    head = _("<b>Requests for leave: {count}</b>", count=len(waiting))
    return Reply(lines(head, *said, separator="\n\n"), rows=(*buttons, (TRAINING,)), protected=True)


def leave_photo(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    absence = None if chosen is None else absences.by_id(context.session, chosen)
    if absence is None or absence.photo is None:
        return None
    back = Button(_("Answer"), f"m:permit:{absence.id}")
    return Reply(_("The photo follows."), rows=column(back), background=Background("leave_photo", str(absence.id)))


def satisfied(context: Context, argument: str) -> Outcome:
    """The index of a class, once its survey is over and from five answers on."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    back = column(back_to_class(chosen.id))
    found = satisfaction.of_class(context.session, chosen.id, context.today)
    head = _("<b>Satisfaction with {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    if found is None:
        return Reply(lines(head, _not_shown(context, chosen.id)), rows=back)
    rows = [
        _("U{n}. {element}: {average}", n=n, element=ELEMENTS[n - 1], average=f"{average:.2f}".replace(".", ","))
        for n, average in enumerate(found.elements, 1)
    ]
    index = _(
        "SKM index: <b>{index}</b>, category <b>{category}</b> ({count} answers)",
        index=f"{found.index:.2f}".replace(".", ","),
        category=found.category.value,
        count=found.answers,
    )
    return Reply(lines(head, index, lines(*rows), separator="\n\n"), rows=back)


def _not_shown(context: Context, class_id: int) -> Text:
    """While answers may come, an index would give away the latest of them."""
    closes_on = satisfaction.closing(context.session, class_id)
    if closes_on is None:
        return _("Participants are asked when the class is graduated.")
    if context.today <= closes_on:
        return _(
            "Participants may answer until {day}. The index is shown after that day and once {count} have answered, so "
            "that nobody's answer can be guessed.",
            day=closes_on,
            count=satisfaction.SHOWN_FROM,
        )
    return _(
        "The survey is over. Fewer than {count} have answered: nothing is shown, so that nobody can be guessed.",
        count=satisfaction.SHOWN_FROM,
    )


# The nine elements of the regulation, in its order.
ELEMENTS: tuple[Text, ...] = (
    _("Requirements"),
    _("System and procedure"),
    _("Time of completion"),
    _("Cost"),
    _("Product of the service"),
    _("Competence of the staff"),
    _("Conduct of the staff"),
    _("Handling of complaints"),
    _("Facilities"),
)

SCREENS = (
    Screen("training", training, Permission.TRAINING),
    Screen("train", hub, Permission.TRAINING),
    Screen("lessons", lessons, Permission.TRAINING),
    Screen("lesson", begins("lesson"), Permission.TRAINING),
    Screen("timetable", begins("timetable"), Permission.TRAINING),
    Screen("trainees", participants, Permission.TRAINING),
    Screen("drop", begins("dropping"), Permission.TRAINING),
    Screen("leaves", leaves, Permission.TRAINING),
    Screen("permit", begins("permit"), Permission.TRAINING),
    Screen("leavephoto", leave_photo, Permission.TRAINING),
    Screen("satisfied", satisfied, Permission.TRAINING),
)
