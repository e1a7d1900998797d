"""An officer answers an objection: it is granted, or the decision stays and she says why."""

from dataclasses import dataclass

from conversations import readers
from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.notices import objecting
from conversations.officer import INVISIBLE, note, officer_with
from conversations.reply import Button, Reply, column
from conversations.script import Answers, Ask, Conclusion, Matter, Script, Windows
from conversations.selecting import promotion
from locales.text import Text, _, lines
from records import applications, objections, permissions, reserves, road, shown, staff, steps
from records.applications import ApplicationStatus
from records.objections import ROADS_BACK, Objection, ObjectionState
from records.permissions import Permission
from records.staff import Officer
from records.steps import Kind

LIST = Button(_("⚖️ Objections"), "m:objections")
MEANWHILE = _("This objection has been answered meanwhile.")


def about(objection_id: int) -> str:
    """The code under which messages that show it are kept."""
    return f"objection:{objection_id}"


def may_answer(context: Context, officer: Officer, decided_by: int | None) -> bool:
    """Somebody who did not decide, where there is anybody else who may."""
    return officer.id != decided_by or not any(
        other.id != officer.id and Permission.REVIEW in permissions.of_officer(context.session, other)
        for other in staff.active(context.session)
    )


def answerable(context: Context, objection_id: int | None) -> Objection | Text | None:
    """The objection, or why this officer cannot answer it; None where this chat may not know."""
    officer = officer_with(context, Permission.REVIEW)
    objection = None if objection_id is None else objections.by_id(context.session, objection_id)
    if officer is None or objection is None:
        return None
    if objection.state != ObjectionState.OPEN.value:
        return MEANWHILE
    step = steps.by_id(context.session, objection.step_id)
    if not may_answer(context, officer, None if step is None else step.staff_id):
        return _("This decision was yours: another officer answers the objection.")
    return objection


def answered(context: Context, objection: Objection, state: ObjectionState, words: str | None) -> Reply:
    """Writes the answer down, leads back where it is granted, and has the applicant told."""
    session, officer = context.session, officer_with(context, Permission.REVIEW)
    application = applications.by_id(session, objection.application_id)
    rows = column(LIST, STAFF_MENU)
    if officer is None or application is None:
        return Reply(INVISIBLE)
    back = ROADS_BACK.get(ApplicationStatus(application.status))
    latest = steps.latest(session, Kind.APPLICATION, application.id)
    if back is None or latest is None or latest.id != objection.step_id:
        back = None
    if back is ApplicationStatus.RESERVE and not promotion.can_wait(context, application.id):
        back = None
    if not objections.answer(session, objection.id, state, words, officer.id, context.now):
        return Reply(MEANWHILE, rows=rows, fresh=True)
    if state is ObjectionState.GRANTED and back is not None:
        road.move(session, Kind.APPLICATION, application.id, back, context.now, staff_id=officer.id)
        if back is ApplicationStatus.RESERVE:
            reserves.append(session, application.id)
    session.refresh(objection)
    shown.end(session, about(objection.id), context.now)
    note(context, officer, f"objection.{state.value}", about(objection.id))
    objecting.ANSWERED.to_person(context, application.person_id, objection.id)
    return Reply(_said(application.number, state, leads_back=back is not None), rows=rows, fresh=True)


def _said(number: str, state: ObjectionState, *, leads_back: bool) -> Text:
    if state is not ObjectionState.GRANTED:
        return _("The decision on <b>{number}</b> stays. The applicant is told why.", number=number)
    granted = _("✅ The objection to <b>{number}</b> is granted. The applicant is told.", number=number)
    if leads_back:
        return granted
    return lines(granted, _("A seat in that class can be offered no more: please speak with her about another class."))


@dataclass(frozen=True, slots=True)
class Facts:
    objection_id: int
    number: str


def gather(context: Context, matter: Matter) -> Facts | Text:
    found = answerable(context, matter.about)
    if not isinstance(found, Objection):
        return INVISIBLE if found is None else found
    application = applications.by_id(context.session, found.application_id)
    return Facts(found.id, "" if application is None else application.number)


def conclude(context: Context, _matter: Matter, answers: Answers, facts: Facts) -> Conclusion:
    objection = objections.by_id(context.session, facts.objection_id)
    if objection is None:
        return Conclusion(Reply(INVISIBLE))
    return Conclusion(answered(context, objection, ObjectionState.UPHELD, answers["words"]))


SCRIPT = Script(
    name="upholding",
    version=1,
    title=lambda facts: _("Answer to the objection of {number}", number=facts.number),
    asks=(
        Ask(
            key="words",
            prompt=lambda _a, facts: _(
                "The decision on <b>{number}</b> stays. Please say why, kindly and so that it can be understood. The "
                "applicant reads it.",
                number=facts.number,
            ),
            reader=lambda typed, _a, _f: readers.words(typed, limit=readers.LONG_WORDS, least=5),
        ),
    ),
    gather=gather,
    conclude=conclude,
    windows=lambda _context: Windows(untouched_days=1, begun_days=1),
)
