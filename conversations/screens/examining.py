"""The competency tests of a class: sessions, results by taps, BNSP certificates, OJT."""

from conversations import moments, pasted, vocabulary
from conversations.context import Context
from conversations.notices.competency import RESULT
from conversations.notices.training import days
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, begins, number
from conversations.training import bnsp_numbers
from conversations.training.trainee import TRAINING, back_to_class, chosen_class
from locales.text import Text, _, lines
from records import bnsp, competency, ojts, road, trainees
from records.bnsp import BnspStatus
from records.competency import Competency, CompetencyStatus, Examination
from records.enrolments import EnrolmentStatus
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
            _("{day} · {lsp}", day=moments.written(one.held_on), lsp=one.lsp),
            f"m:exam:{one.id}",
        )
        for one in competency.examinations_of(context.session, chosen.id)[:LISTED]
    ]
    new = Button(_("➕ New session"), f"m:newexam:{chosen.id}", style=Style.PRIMARY)
    back = back_to_class(chosen.id)
    text = _(
        "<b>Competency test of {programme}</b>, {cohort}\nThe results of which session?",
        programme=chosen.programme,
        cohort=chosen.cohort,
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


def certificates(context: Context, argument: str) -> Outcome:
    """The BNSP certificates of a class; a tap notes that one was handed over."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    names = {one.id: one.name for one in trainees.of_class(context.session, chosen.id)}
    found = bnsp.of_class(context.session, chosen.id)
    head = _("<b>BNSP certificates of {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    listed = pasted.listed(
        [names[enrolment_id] for enrolment_id, _one in found],
        [_bnsp(one) for _enrolment, one in found],
    )
    issued = [(one.id, names[e]) for e, one in found if one.status == BnspStatus.ISSUED.value]
    hand = [Button(_("🤝 Handed over: {name}", name=name), f"m:bnsphand:{bnsp_id}") for bnsp_id, name in issued]
    waiting = any(one.status == BnspStatus.IN_PROCESS.value for _e, one in found)
    enter = Button(_("✍️ Enter issued certificates"), f"m:bnsppaste:{chosen.id}") if waiting else None
    back = back_to_class(chosen.id)
    body = listed if found else _("Nobody of this class has been found competent yet.")
    return Reply(lines(head, body, separator="\n\n"), rows=column(enter, *hand[:LISTED], back), protected=True)


def _bnsp(one: bnsp.Bnsp) -> Text:
    status = vocabulary.BNSP[BnspStatus(one.status)]
    if one.number is None or one.expires_on is None:
        return status
    return _("{status}, {number}, until {day}", status=status, number=one.number, day=one.expires_on)


def paste(context: Context, argument: str) -> Outcome:
    chosen = chosen_class(context, argument)
    return None if chosen is None else Begin("bnsp_numbers", chosen.id)


def handed(context: Context, argument: str) -> Outcome:
    chosen, officer = number(argument), officer_with(context, Permission.TRAINING)
    enrolment_id = None if chosen is None else bnsp.enrolment_of(context.session, chosen)
    trainee = None if enrolment_id is None else trainees.by_id(context.session, enrolment_id)
    if chosen is None or trainee is None or officer is None:
        return None
    to = BnspStatus.HANDED_OVER
    if road.move(context.session, Kind.BNSP, chosen, to, context.now, staff_id=officer.id):
        note(context, officer, "bnsp.handed_over", f"bnsp:{chosen}")
        bnsp_numbers.tell(context, chosen, to)
    context.session.expire_all()
    return certificates(context, str(trainee.class_id))


def ojt_list(context: Context, argument: str) -> Outcome:
    """The graduates with their OJT; a tap notes one."""
    chosen = chosen_class(context, argument)
    if chosen is None:
        return None
    people = trainees.of_class(context.session, chosen.id, EnrolmentStatus.GRADUATED)
    said = []
    for one in people:
        found = ojts.latest(context.session, one.id)
        said.append(
            None
            if found is None
            else _("{company}, {days}", company=found.company[:40], days=days(found.first_day, found.last_day))
        )
    head = _("<b>OJT of {programme}</b>, {cohort}", programme=chosen.programme, cohort=chosen.cohort)
    buttons = [Button(_("🏭 {name}", name=one.name), f"m:ojt:{one.id}") for one in people[: 2 * LISTED]]
    hint = _("OJT is a status of its own; it is not counted as working. Tap a name to note it.")
    back = column(*buttons, back_to_class(chosen.id), TRAINING)
    listed = pasted.listed([one.name for one in people], said)
    return Reply(lines(head, listed, hint, separator="\n\n"), rows=back, protected=True)


SCREENS = (
    Screen("exams", exams, Permission.TRAINING),
    Screen("newexam", new_exam, Permission.TRAINING),
    Screen("exam", exam, Permission.TRAINING),
    Screen("exammark", mark, Permission.TRAINING),
    Screen("examdone", done, Permission.TRAINING),
    Screen("bnsp", certificates, Permission.TRAINING),
    Screen("bnsppaste", paste, Permission.TRAINING),
    Screen("bnsphand", handed, Permission.TRAINING),
    Screen("ojts", ojt_list, Permission.TRAINING),
    Screen("ojt", begins("ojt"), Permission.TRAINING),
)
