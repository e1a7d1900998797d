"""An officer makes a session of the competency test: day, hour, place, who examines. Candidates are told."""

from dataclasses import dataclass
from datetime import date, timedelta

from conversations import dates, hours, readers
from conversations.context import Context
from conversations.notices.competency import INVITED
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Choice, Conclusion, Matter, Script, Windows
from conversations.training.trainee import TRAINING, chosen_class
from locales.text import Text, _, verbatim
from records import classes, competency, trainees
from records.competency import Examination
from records.permissions import Permission

LATEST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Facts:
    """`candidates` are enrolments that are neither competent nor registered."""

    class_id: int
    programme: str
    place: str
    candidates: tuple[int, ...]
    today: date


def gather(context: Context, matter: Matter) -> Facts | Text:
    found = None if matter.about is None else chosen_class(context, str(matter.about))
    brief = None if found is None else classes.brief(context.session, found.id)
    if officer_with(context, Permission.TRAINING) is None or found is None or brief is None:
        return INVISIBLE
    candidates = tuple(competency.candidates_of(context.session, found.id))
    if not candidates:
        return _("Every graduate of this class is registered or competent already.")
    return Facts(found.id, found.programme, brief.place, candidates, context.today)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    officer = officer_with(context, Permission.TRAINING)
    if officer is None:
        return Conclusion(Reply(INVISIBLE))
    session = Examination(
        class_id=facts.class_id,
        held_on=date.fromisoformat(answers["day"]),
        begins=answers["hour"],
        place=facts.place if answers["place"] == "class" else answers["place"],
        lsp=answers["lsp"],
        created_by=officer.id,
        created_at=context.now,
    )
    for candidate_id in competency.schedule(context.session, session, facts.candidates, context.now):
        candidate = competency.by_id(context.session, candidate_id)
        trainee = None if candidate is None else trainees.by_id(context.session, candidate.enrolment_id)
        if trainee is not None:
            INVITED.to_person(context, trainee.person_id, candidate_id)
    note(context, officer, "competency.scheduled", f"examination:{session.id}")
    said = _("The session is made; {count} candidates are told.", count=len(facts.candidates))
    back = Button(_("🧪 Competency test"), f"m:exams:{facts.class_id}")
    return Conclusion(Reply(said, rows=column(back, TRAINING)))


def _summary(_answers: Answers, facts: Facts) -> Text:
    return _(
        "<b>Competency test of {programme}</b>\n{count} candidates are registered and told.",
        programme=facts.programme,
        count=len(facts.candidates),
    )


SCRIPT = Script(
    name="examination",
    version=1,
    title=lambda facts: _("Competency test of {programme}", programme=facts.programme),
    asks=(
        Ask(
            key="day",
            label=_("Day"),
            prompt=lambda _a, facts: _(
                "On which day is the competency test of <b>{programme}</b>? For example {example}.",
                programme=facts.programme,
                example=dates.written(facts.today + timedelta(days=7)),
            ),
            reader=lambda typed, _a, facts: dates.between(
                typed, facts.today, facts.today + timedelta(days=LATEST_DAYS)
            ),
            shown=lambda value, _a, _f: dates.shown_day(value),
        ),
        Ask(
            key="hour",
            label=_("Hour"),
            prompt=lambda _a, _f: _("At what hour does it begin? For example 08.00"),
            reader=lambda typed, _a, _f: hours.hour(typed),
            shown=lambda value, _a, _f: verbatim(hours.dotted(value)),
        ),
        Ask(
            key="place",
            label=_("Place"),
            prompt=lambda _a, _f: _("Where? Tap, or write the place."),
            choices=lambda _a, facts: (Choice("class", _("{place}", place=facts.place)),),
            reader=lambda typed, _a, _f: readers.words(typed, limit=120, least=3),
        ),
        Ask(
            key="lsp",
            label=_("LSP"),
            prompt=lambda _a, _f: _("Which body (LSP) holds the test? Write its name."),
            reader=lambda typed, _a, _f: readers.words(typed, limit=120, least=3),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=2),
    summary=_summary,
    submit=_("✅ Make the session"),
)
