"""An officer makes the timetable of a class: weekdays and hours between two days; holidays are left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from conversations import hours, readers, weekdays
from conversations.context import Context
from conversations.notices import lessons as notices
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.training.trainee import TRAINING, chosen_class
from locales.text import Text, _, lines
from records import classes, meetings, trainees
from records.enrolments import EnrolmentStatus
from records.meetings import Lesson, lesson_days
from records.permissions import Permission

PLACE_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Facts:
    """`is_closed` tells the holidays of the centre's calendar."""

    class_id: int
    programme: str
    cohort: str
    place: str
    first: date
    last: date
    is_closed: Callable[[date], bool]


def gather(context: Context, matter: Matter) -> Facts | Text:
    found = None if matter.about is None else chosen_class(context, str(matter.about))
    brief = None if found is None else classes.brief(context.session, found.id)
    if officer_with(context, Permission.TRAINING) is None or found is None or brief is None:
        return INVISIBLE
    if found.ends_on < context.today:
        return _("This class has ended by its dates. Change its dates first.")
    first = max(found.starts_on, context.today)
    closed = context.house.calendar.is_closed
    return Facts(found.id, found.programme, found.cohort, brief.place, first, found.ends_on, closed)


def days(answers: Answers, facts: Facts) -> tuple[date, ...]:
    """The lesson days as answered."""
    wanted = {int(number) for number in answers["weekdays"].split(",")}
    return lesson_days(facts.first, facts.last, wanted, facts.is_closed)


def _left_out(answers: Answers, facts: Facts) -> tuple[date, ...]:
    wanted = {int(number) for number in answers["weekdays"].split(",")}
    every = lesson_days(facts.first, facts.last, wanted, lambda _day: False)
    return tuple(day for day in every if facts.is_closed(day))


def _summary(answers: Answers, facts: Facts) -> Text:
    chosen, left_out = days(answers, facts), _left_out(answers, facts)
    head = _("<b>Timetable of {programme}</b>, {cohort}", programme=facts.programme, cohort=facts.cohort)
    if not chosen:
        return lines(head, _("No day is left. Please choose other weekdays."))
    found = _(
        "{count} lessons, from {first} to {last}, {hours}.",
        count=len(chosen),
        first=chosen[0],
        last=chosen[-1],
        hours=hours.dotted(answers["hours"]),
    )
    without = (
        _("Left out as holidays: {days}", days=lines(*(_("{day}", day=day) for day in left_out), separator=", "))
        if left_out
        else None
    )
    return lines(head, found, without)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    chosen = days(answers, facts)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    begins, ends = hours.span(answers["hours"])
    topic = None if answers["topic"] == "none" else answers["topic"]
    place = facts.place if answers["place"] == "class" else answers["place"]
    made = meetings.plan(context.session, facts.class_id, chosen, Lesson(begins, ends, topic, place))
    note(context, officer, "timetable.made", f"class:{facts.class_id}")
    if made:
        for one in trainees.of_class(context.session, facts.class_id, EnrolmentStatus.PARTICIPANT):
            notices.TIMETABLE.to_person(context, one.person_id, one.id)
    said = _("{count} lessons are in the timetable. Days that had a lesson already stay as they were.", count=made)
    shown = Button(_("📅 Timetable"), f"m:lessons:{facts.class_id}")
    return Conclusion(Reply(said, rows=column(shown, TRAINING)))


WEEK = (
    ("0,1,2,3,4", _("Monday to Friday")),
    ("0,1,2,3", _("Monday to Thursday")),
    ("0,1,2,3,4,5", _("Monday to Saturday")),
)


def _shown_weekdays(value: str, _answers: Answers, _facts: Facts) -> Text:
    return lines(*(weekdays.WEEKDAYS[int(number)] for number in value.split(",")), separator=", ")


SCRIPT = Script(
    name="timetable",
    version=1,
    title=lambda facts: _("Timetable of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="weekdays",
            label=_("Days"),
            prompt=lambda _a, facts: _(
                "On which days is <b>{programme}</b> taught, from {first} to {last}? Tap, or write the days. "
                "Holidays are left out.",
                programme=facts.programme,
                first=facts.first,
                last=facts.last,
            ),
            choices=lambda _a, _f: tuple(Choice(value, label) for value, label in WEEK),
            reader=lambda typed, _a, _f: weekdays.weekdays(typed),
            shown=_shown_weekdays,
        ),
        Ask(
            key="hours",
            label=_("Hours"),
            prompt=lambda _a, _f: _("From when until when? For example 08.00-15.00"),
            reader=lambda typed, _a, _f: hours.hours(typed),
            shown=lambda value, _a, _f: _("{hours}", hours=hours.dotted(value)),
        ),
        Ask(
            key="place",
            label=_("Place"),
            prompt=lambda _a, _f: _("Where? Tap, or write the place."),
            choices=lambda _a, facts: (Choice("class", _("{place}", place=facts.place)),),
            reader=lambda typed, _a, _f: readers.words(typed, limit=PLACE_LETTERS, least=3),
        ),
        Ask(
            key="topic",
            label=_("Topic"),
            prompt=lambda _a, _f: _("What is taught? Write the topic, or tap; each lesson can be changed later."),
            choices=lambda _a, _f: (Choice("none", _("Without a topic")),),
            reader=lambda typed, _a, _f: readers.words(typed, limit=PLACE_LETTERS, least=3),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=2),
    summary=_summary,
    submit=_("✅ Put into the timetable"),
)
