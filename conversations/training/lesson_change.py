"""An officer changes one lesson: cancels it, moves it (rob), or gives it another place or topic. The class is told."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from conversations import dates, hours, readers, weekdays, wordings
from conversations.context import Context
from conversations.notices import lessons as notices
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Misread, Script, Windows
from conversations.training.trainee import TRAINING
from locales.text import Text, _
from records import meetings, trainees
from records.enrolments import EnrolmentStatus
from records.meetings import Meeting
from records.permissions import Permission

LATEST_DAYS = 120


@dataclass(frozen=True, slots=True)
class Facts:
    """`taken`: days (ISO) on which the class has another lesson that begins at the same hour."""

    meeting_id: int
    class_id: int
    programme: str
    held_on: date
    hours: str
    today: date
    taken: frozenset[str] = field(default_factory=frozenset)


def gather(context: Context, matter: Matter) -> Facts | Text:
    meeting = None if matter.about is None else meetings.by_id(context.session, matter.about)
    if officer_with(context, Permission.TRAINING) is None or meeting is None:
        return INVISIBLE
    people = trainees.of_class(context.session, meeting.class_id)
    others = meetings.of_class(context.session, meeting.class_id)
    return Facts(
        meeting.id,
        meeting.class_id,
        people[0].programme if people else "",
        meeting.held_on,
        f"{meeting.begins}-{meeting.ends}",
        context.today,
        frozenset(one.held_on.isoformat() for one in others if one.id != meeting.id),
    )


def _day(typed: str, _answers: Answers, facts: Facts) -> str | Misread:
    found = dates.between(typed, facts.today, facts.today + timedelta(days=LATEST_DAYS))
    if isinstance(found, str) and found in facts.taken:
        return Misread(_("The class has another lesson on that day. Please choose another one."))
    return found


def _moves(answers: Answers, _facts: Facts) -> bool:
    return answers.get("what") == "move"


def _because(answers: Answers, _facts: Facts) -> bool:
    return answers.get("what") in ("move", "cancel")


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    meeting = meetings.by_id(context.session, facts.meeting_id)
    if officer is None or meeting is None:
        return Conclusion(Reply(INVISIBLE))
    _change(meeting, answers)
    context.session.flush()
    note(context, officer, f"lesson.{answers['what']}", f"lesson:{meeting.id}")
    people = trainees.of_class(context.session, meeting.class_id, EnrolmentStatus.PARTICIPANT)
    for one in people:
        notices.MEETING.to_person(context, one.person_id, one.id, detail=f"{meeting.id}.{meeting.revision}")
    said = _("The lesson is changed; {count} participants are told.", count=len(people))
    shown = Button(_("📅 Timetable"), f"m:lessons:{facts.class_id}")
    return Conclusion(Reply(said, rows=column(shown, TRAINING)))


def _change(meeting: Meeting, answers: Answers) -> None:
    meeting.revision += 1
    meeting.why = answers.get("reason")
    match answers["what"]:
        case "cancel":
            meeting.cancelled = True
        case "move":
            begins, ends = answers["hours"].split("-")
            meeting.moved_from, meeting.cancelled = meeting.held_on, False
            meeting.held_on, meeting.begins, meeting.ends = date.fromisoformat(answers["day"]), begins, ends
        case "place":
            meeting.place, meeting.moved_from = answers["words"], None
        case _:
            meeting.topic, meeting.moved_from = answers["words"], None


def _same_hours(_answers: Answers, facts: Facts) -> tuple[Choice, ...]:
    return (Choice(facts.hours, _("Same hours: {hours}", hours=hours.dotted(facts.hours))),)


SCRIPT = Script(
    name="lesson",
    version=1,
    title=lambda facts: _("Lesson of {day}", day=facts.held_on),
    asks=(
        Ask(
            key="what",
            prompt=lambda _a, facts: _(
                "The lesson of <b>{programme}</b> on {weekday}, {day}, {hours}: what changes?",
                programme=facts.programme,
                weekday=weekdays.weekday(facts.held_on),
                day=facts.held_on,
                hours=hours.dotted(facts.hours),
            ),
            choices=lambda _a, _f: (
                Choice("move", _("Move it to another day")),
                Choice("cancel", _("Cancel it"), Style.DANGER),
                Choice("place", _("Another place")),
                Choice("topic", _("Another topic")),
            ),
            columns=2,
        ),
        Ask(
            key="day",
            when=_moves,
            prompt=lambda _a, facts: _(
                "To which day? Write it, for example {example}.", example=dates.written(facts.today)
            ),
            reader=_day,
        ),
        Ask(
            key="hours",
            when=_moves,
            prompt=lambda _a, _f: _("At what hours? Tap, or write them."),
            choices=_same_hours,
            reader=lambda typed, _a, _f: hours.hours(typed),
        ),
        Ask(
            key="words",
            when=lambda answers, _f: answers.get("what") in ("place", "topic"),
            rests_on=("what",),
            prompt=lambda answers, _f: _("Where is it held?") if answers["what"] == "place" else _("What is taught?"),
            reader=lambda typed, _a, _f: readers.words(typed, limit=120, least=3),
        ),
        Ask(
            key="reason",
            when=_because,
            prompt=lambda _a, _f: _("Why? The participants read it. Tap, or write it."),
            choices=lambda _a, _f: wordings.choices(wordings.MEETING),
            reader=lambda typed, _a, _f: readers.words(typed, least=3),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
