"""Decisions on applications: what follows from one, and what staff see next."""

from conversations import timing
from conversations.context import Context
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from locales.text import _
from records import applications, deliveries, enrolments, people
from records.applications import ApplicationStatus
from records.deliveries import DeliveryKind
from records.permissions import Permission


def accept(context: Context, application_id: int) -> Reply | None:
    """Accepts: the applicant becomes a participant of the class and is told. None where this chat may not."""
    officer = officer_with(context, Permission.REVIEW)
    application = applications.by_id(context.session, application_id)
    if officer is None or application is None:
        return None
    decided = applications.decide(
        context.session, application_id, ApplicationStatus.PARTICIPANT, officer.id, None, context.now
    )
    if decided:
        enrolments.enrol(context.session, application.person_id, application.class_id, application_id, context.now)
        announce(context, application_id, "application.accepted")
    return reviewed(context, application.number, decided)


def announce(context: Context, application_id: int, action: str) -> None:
    """The applicant is told, and the trail notes who decided."""
    application = applications.by_id(context.session, application_id)
    officer = officer_with(context, Permission.REVIEW)
    if application is None or officer is None:
        return
    deliveries.order(
        context.session,
        key=f"decision:{application_id}",
        kind=DeliveryKind.DECISION,
        person_id=application.person_id,
        chat_id=people.chat_of(context.session, application.person_id),
        about=application_id,
        due_at=timing.due_at(context, DeliveryKind.DECISION),
        now=context.now,
    )
    note(context, officer, action, f"application:{application_id}")


def reviewed(context: Context, number: str, decided: bool) -> Reply:
    """What staff see after a decision: that it is theirs, or was another's, and the way to the next."""
    text = (
        _(
            "Decided: <b>{number}</b>. The applicant is told {when}.",
            number=number,
            when=timing.in_words(context, DeliveryKind.DECISION),
        )
        if decided
        else _("<b>{number}</b> has been decided meanwhile; nothing was changed.", number=number)
    )
    return Reply(text, rows=column(Button(_("Next application"), "m:review"), Button(_("🗂 Staff menu"), "m:staff")))
