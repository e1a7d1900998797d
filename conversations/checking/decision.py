"""Decisions on applications: approved, sent back, not eligible; the minute in which one can be taken back; and what
follows from each.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from conversations.buttons import STAFF_MENU
from conversations.checking import checksheet
from conversations.context import Context
from conversations.notices import checking
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from locales.text import Text, _
from records import applications, claims, corrections, deliveries, people, road, shown, steps
from records.applications import Application, ApplicationStatus
from records.permissions import Permission
from records.staff import Officer
from records.steps import Kind, Step

GRACE = timedelta(seconds=60)
NEXT = Button(_("▶️ Next application"), "m:review")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of the three: its name in the trail, and how it is said to staff."""

    action: str
    said: Text


VERDICTS: dict[ApplicationStatus, Verdict] = {
    ApplicationStatus.ADMINISTRATIVELY_PASSED: Verdict("application.passed", _("✅ <b>{number}</b>: approved.")),
    ApplicationStatus.CORRECTION: Verdict("application.sent_back", _("↩️ <b>{number}</b>: sent back.")),
    ApplicationStatus.NOT_ELIGIBLE: Verdict(
        "application.not_eligible", _("⛔ <b>{number}</b>: does not meet the requirements.")
    ),
}


def decide(
    context: Context, application_id: int, verdict: ApplicationStatus, reason: str | None = None
) -> Reply | None:
    """Decides on the application that this officer has before her. None where this chat may not."""
    officer = officer_with(context, Permission.REVIEW)
    application = applications.by_id(context.session, application_id)
    if officer is None or application is None:
        return None
    if not claims.keep(context.session, application_id, officer.id, context.now):
        return not_hers(application)
    if not _moved(context, application, verdict, officer, reason):
        return _reply(_("<b>{number}</b> has been decided meanwhile; nothing was changed.", number=application.number))
    claims.release(context.session, application_id)
    shown.end(context.session, checksheet.about(application_id), context.now)
    note(context, officer, VERDICTS[verdict].action, f"application:{application_id}")
    return _decided(context, application, verdict)


def not_hers(application: Application) -> Reply:
    return _reply(_("<b>{number}</b> is with another officer by now, or was decided.", number=application.number))


def _reply(text: Text) -> Reply:
    return Reply(text, rows=column(NEXT, STAFF_MENU), fresh=True)


def _moved(
    context: Context, application: Application, verdict: ApplicationStatus, officer: Officer, reason: str | None
) -> bool:
    """By way of the check, where its papers were not complete or a correction was waited for."""
    session = context.session
    if application.status not in claims.CHECKABLE:
        return False
    if application.status != ApplicationStatus.VERIFYING.value:
        road.move(session, Kind.APPLICATION, application.id, ApplicationStatus.VERIFYING, context.now)
    if not road.move(
        session, Kind.APPLICATION, application.id, verdict, context.now, staff_id=officer.id, reason=reason
    ):
        return False
    if verdict is ApplicationStatus.CORRECTION:
        corrections.ask(session, application.id, correction_due(context))
    session.refresh(application)
    return True


def correction_due(context: Context) -> datetime:
    """The end of the last day that is given."""
    last = context.today + timedelta(days=context.house.profile.checking.correction_days)
    return datetime.combine(last, time(23, 59), context.house.calendar.zone)


def _decided(context: Context, application: Application, verdict: ApplicationStatus) -> Reply:
    """Orders the notice for a minute later, and says so with the way back."""
    step = steps.latest(context.session, Kind.APPLICATION, application.id)
    if step is None:
        raise ValueError("a decision is a step")
    notice = checking.OF[verdict]
    due_at = context.now + GRACE
    notice.to_person(context, application.person_id, application.id, key=str(step.id), not_before=due_at)
    said = Text(VERDICTS[verdict].said.msgid, {"number": application.number})
    if people.chat_of(context.session, application.person_id) is None:
        told = _("There is no chat with the applicant: please call.")
    elif notice.due_at(context, due_at) <= due_at:
        told = _("The applicant is told in a minute.")
    else:
        told = _("The applicant is told on {when}.", when=notice.due_at(context, due_at))
    undo = Button(_("↶ Undo"), f"m:undo:{step.id}")
    return Reply(_("{decided} {told}", decided=said, told=told), rows=column(undo, NEXT, STAFF_MENU), fresh=True)


def undo(context: Context, step_id: int) -> Reply | tuple[Reply, ...] | None:
    """Takes back a decision of one's own that nobody was told of yet."""
    officer = officer_with(context, Permission.REVIEW)
    step = steps.by_id(context.session, step_id)
    if officer is None or step is None or step.kind != Kind.APPLICATION.value or step.staff_id != officer.id:
        return None
    application = applications.by_id(context.session, step.matter_id)
    latest = steps.latest(context.session, Kind.APPLICATION, step.matter_id)
    if application is None or latest is None or step.status not in VERDICTS:
        return None
    if latest.id != step.id or not _taken_back(context, application, step, officer):
        text = _("It is too late to undo <b>{number}</b>: the applicant has been told.", number=application.number)
        return Reply(text, rows=column(NEXT, STAFF_MENU))
    note(context, officer, "application.undone", f"application:{application.id}")
    claims.give(context.session, application.id, officer.id, context.now)
    undone = Reply(
        _("Undone: <b>{number}</b> is before you again.", number=application.number), rows=column(STAFF_MENU)
    )
    opened = checksheet.opened(context, application.id)
    return (undone, opened) if opened.text is not None else replace(undone, background=opened.background)


def _taken_back(context: Context, application: Application, step: Step, officer: Officer) -> bool:
    """The notice first: once it is on its way there is nothing to undo. Without a chat there is a minute."""
    session, now = context.session, context.now
    key = checking.OF[ApplicationStatus(step.status)].key_of(application.id, str(step.id))
    silent = people.chat_of(session, application.person_id) is None and now < step.at + GRACE
    if not silent and not deliveries.cancel(session, key, "undone", now):
        return False
    back = ApplicationStatus.VERIFYING
    return road.move(session, Kind.APPLICATION, application.id, back, now, staff_id=officer.id)
