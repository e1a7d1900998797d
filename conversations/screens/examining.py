"""The competency tests of a class: their sessions, and results by taps."""

from conversations import dates
from conversations.context import Context
from conversations.notices.competency import RESULT
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.training.trainee import back_to_class, chosen_class
from locales.text import _
from records import bnsp, competency, road, trainees
from records.competency import Competency, CompetencyStatus, Examination
from records.permissions import Permission
from records.steps import Kind

LISTED = 30
MARKS: dict[CompetencyStatus | None, str] = {
    None: "▫️",
    CompetencyStatus.COMPETENT: "✅",
    CompetencyStatus.NOT_YET: "❌",
    CompetencyStatus.ABSENT: "🚫",
}
AFTER: dict[CompetencyStatus | None, CompetencyStatus] = {
    None: CompetencyStatus.COMPETENT,
    CompetencyStatus.COMPETENT: CompetencyStatus.NOT_YET,
    CompetencyStatus.NOT_YET: CompetencyStatus.ABSENT,
    CompetencyStatus.ABSENT: CompetencyStatus.COMPETENT,
}
LETTERS = {"k": CompetencyStatus.COMPETENT, "b": CompetencyStatus.NOT_YET, "t": CompetencyStatus.ABSENT}
OF = {status: letter for letter, status in LETTERS.items()}


def exams(context: Context, argument: str) -> Outcome:
    """The sessions of a class, and a new one."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    buttons = [
        Button(
            _("{day} · {lsp}", day=dates.written(one.held_on), lsp=one.lsp),
            f"m:exam:{one.id}",
        )
        for one in competency.examinations_of(context.session, chosen.id)[:LISTED]
    ]
    new = Button(_("➕ New session"), f"m:newexam:{chosen.id}", style=Style.PRIMARY)
    back = back_to_class(chosen.id)
    text = _(
        "<b>Competency test of {programme}</b>, {cohort}\n{which}",
        programme=chosen.programme,
        cohort=chosen.cohort,
        which=_("The results of which session?") if buttons else _("There is no session yet."),
    )
    return Reply(text, rows=column(*buttons, new, back))


def new_exam(context: Context, argument: str) -> Outcome:
    chosen = chosen_class(context, argument)
    return None if chosen is None else Begin("examination", chosen.id)


def exam(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    session = None if chosen is None else competency.examination(context.session, chosen)
    return None if session is None else _results(context, session)


def _results(context: Context, session: Examination) -> Reply:
    """Each candidate; a tap pencils a result in, which is told when all are sent."""
    names = {one.id: one.name for one in trainees.of_class(context.session, session.class_id)}
    candidates = competency.of_examination(context.session, session.id)
    text = _(
        "<b>Results of {day}</b>, {lsp}\n✅ competent, ❌ not yet, 🚫 absent, ▫️ open. Tap a name to change it.\n"
        "Nobody is told before you tap “Send the results”. A result that was sent (📨) can be taken back by a tap.",
        day=session.held_on,
        lsp=session.lsp,
    )
    pencilled = sum(one.mark is not None and one.status == CompetencyStatus.REGISTERED.value for one in candidates)
    send = Button(_("📨 Send the results: {count}", count=pencilled), f"m:examdone:{session.id}", style=Style.SUCCESS)
    back = Button(_("🧪 Competency test"), f"m:exams:{session.class_id}")
    buttons = column(*(_candidate(one, names[one.enrolment_id]) for one in candidates))
    return Reply(text, rows=(*buttons, *column(send if pencilled else None, back)), protected=True)


def _candidate(one: Competency, name: str) -> Button:
    status = CompetencyStatus(one.status)
    if status is not CompetencyStatus.REGISTERED:
        label = _("{mark} {name} 📨", mark=MARKS[status], name=name)
        return Button(label, f"m:exammark:{one.id}.x")
    mark = None if one.mark is None else CompetencyStatus(one.mark)
    return Button(_("{mark} {name}", mark=MARKS[mark], name=name), f"m:exammark:{one.id}.{OF[AFTER[mark]]}")


def mark(context: Context, argument: str) -> Outcome:
    """`candidate.letter`: k, b or t pencils in; x takes a result back that was sent."""
    left, _dot, letter = argument.partition(".")
    chosen, officer = number(left), officer_with(context, Permission.TRAINING)
    found = None if chosen is None else competency.by_id(context.session, chosen)
    session = None if found is None else competency.examination(context.session, found.examination_id)
    if found is None or session is None or officer is None or letter not in (*LETTERS, "x"):
        return None
    if letter != "x":
        competency.mark(context.session, found.id, LETTERS[letter])
    elif not _taken_back(context, found.id, officer.id):
        said = _("A BNSP certificate was issued on this result; it can no longer be taken back here.")
        return _results(context, session).with_note(said)
    else:
        note(context, officer, "competency.taken_back", f"competency:{found.id}")
    context.session.refresh(found)
    return _results(context, session)


def _taken_back(context: Context, competency_id: int, staff_id: int) -> bool:
    """Back to the list, unless a certificate rests on it; one in process goes with it."""
    if not bnsp.forget_in_process(context.session, competency_id):
        return False
    registered = CompetencyStatus.REGISTERED
    return road.move(context.session, Kind.COMPETENCY, competency_id, registered, context.now, staff_id=staff_id)


def done(context: Context, argument: str) -> Outcome:
    """What was pencilled in becomes the result; each candidate is told, and who is competent awaits the certificate."""
    chosen, officer = number(argument), officer_with(context, Permission.TRAINING)
    session = None if chosen is None else competency.examination(context.session, chosen)
    if session is None or officer is None:
        return None
    count = 0
    for one in competency.of_examination(context.session, session.id):
        result = None if one.mark is None else CompetencyStatus(one.mark)
        if result is None or not road.move(
            context.session, Kind.COMPETENCY, one.id, result, context.now, staff_id=officer.id
        ):
            continue
        if result is CompetencyStatus.COMPETENT:
            bnsp.expect(context.session, one.id, context.now)
        _tell(context, one)
        count += 1
    note(context, officer, "competency.results", f"examination:{session.id}")
    context.session.expire_all()
    return _results(context, session).with_note(_("{count} results are sent.", count=count))


def _tell(context: Context, one: Competency) -> None:
    trainee = trainees.by_id(context.session, one.enrolment_id)
    if trainee is not None:
        RESULT.to_person(context, trainee.person_id, one.id, key=f"{context.now:%Y%m%d%H%M}")


SCREENS = (
    Screen("exams", exams, Permission.TRAINING),
    Screen("newexam", new_exam, Permission.TRAINING),
    Screen("exam", exam, Permission.TRAINING),
    Screen("exammark", mark, Permission.TRAINING),
    Screen("examdone", done, Permission.TRAINING),
)
