"""What applicants hear of the check: complete, something to correct, a reminder of it, or that they do not meet the
requirements.
"""

from datetime import datetime

from conversations.applying import dossier
from conversations.buttons import ASK, CLASSES, MY_STATUS
from conversations.checking import appeal, reasons
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.reply import Button, Reply, Rows, column
from locales.text import Text, _
from records import applications, classes, corrections, documents, people, receiving, steps
from records.applications import Application, ApplicationStatus
from records.deliveries import Claim
from records.steps import Kind


def _standing(context: Context, claim: Claim, status: ApplicationStatus) -> Application | Skip:
    """The application, where it still stands as it did when the notice was ordered."""
    application = applications.by_id(context.session, claim.about)
    if application is None or application.status != status.value:
        return Skip("decided anew")
    return application


def _name(context: Context, application: Application) -> str:
    return people.by_id(context.session, application.person_id).name


def _programme(context: Context, application: Application) -> str:
    brief = classes.brief(context.session, application.class_id)
    return brief.programme if brief else ""


def _reason(context: Context, application: Application) -> Text:
    step = steps.latest(context.session, Kind.APPLICATION, application.id)
    return reasons.in_words("" if step is None else step.reason or "")


def _passed(context: Context, claim: Claim) -> Composed:
    application = _standing(context, claim, ApplicationStatus.ADMINISTRATIVELY_PASSED)
    if isinstance(application, Skip):
        return application
    text = _(
        "<b>{name}</b>, your registration {number} for {programme} has been checked, and it is <b>complete</b>.\n\n"
        "That does not mean yet that you are accepted: a test and an interview follow, and we tell you here when. "
        "Everything is free. No officer asks you for money or an OTP.",
        name=_name(context, application),
        number=application.number,
        programme=_programme(context, application),
    )
    return Reply(text, rows=column(MY_STATUS, ASK))


def _correction(context: Context, claim: Claim) -> Composed:
    application = _standing(context, claim, ApplicationStatus.CORRECTION)
    if isinstance(application, Skip):
        return application
    _want_anew(context, application)
    text = _(
        "<b>{name}</b>, your registration {number} is almost there. One thing has to be corrected:\n\n{reason}\n\n"
        "Please do so until {day}. Then an officer looks at it again; nothing is lost until then.",
        name=_name(context, application),
        number=application.number,
        reason=_reason(context, application),
        day=_due(context, application),
    )
    return Reply(text, rows=_ways(context, application))


def _want_anew(context: Context, application: Application) -> None:
    """From now on, when it cannot be undone any more, the documents that the reason names are wanted once more."""
    kinds = dossier.to_correct(context, application.id)
    for document in documents.of_application(context.session, application.id):
        if document.kind in kinds:
            receiving.ask_again(context.session, document.id, "officer", context.now)


def _reminder(context: Context, claim: Claim) -> Composed:
    application = _standing(context, claim, ApplicationStatus.CORRECTION)
    if isinstance(application, Skip):
        return application
    text = _(
        "<b>{name}</b>, a reminder: in your registration {number} something still has to be corrected, until {day}:\n\n"
        "{reason}\n\nIf you cannot do it, ask an officer; we gladly help.",
        name=_name(context, application),
        number=application.number,
        day=_due(context, application),
        reason=_reason(context, application),
    )
    return Reply(text, rows=_ways(context, application))


def _due(context: Context, application: Application) -> datetime:
    correction = corrections.by_id(context.session, application.id)
    return context.now if correction is None else correction.due_at


def _ways(context: Context, application: Application) -> Rows:
    """How it can be put right."""
    return column(
        dossier.send_button(context, application) if dossier.lacking(context, application) else None,
        Button(_("✏️ Change my answers"), f"m:change:{application.id}"),
        Button(_("✅ I have corrected it"), f"m:corrected:{application.id}"),
        ASK,
    )


def _not_eligible(context: Context, claim: Claim) -> Composed:
    application = _standing(context, claim, ApplicationStatus.NOT_ELIGIBLE)
    if isinstance(application, Skip):
        return application
    text = _(
        "<b>{name}</b>, we are sorry: your registration {number} for {programme} does not meet the requirements.\n\n"
        "Reason: {reason}\n\nPerhaps another class fits: see the trainings. If you think this is a mistake, object: "
        "another officer looks at it again, within {hours} hours.",
        name=_name(context, application),
        number=application.number,
        programme=_programme(context, application),
        reason=_reason(context, application),
        hours=context.house.profile.checking.objection_hours,
    )
    return Reply(text, rows=column(appeal.button(application.id), CLASSES, ASK))


PASSED = Notice("checked_passed", _passed)
CORRECTION = Notice("checked_correction", _correction)
NOT_ELIGIBLE = Notice("checked_not_eligible", _not_eligible)
REMINDER = Notice("correction_reminder", _reminder)

NOTICES = (PASSED, CORRECTION, NOT_ELIGIBLE, REMINDER)
# By the decision that is told.
OF: dict[ApplicationStatus, Notice] = {
    ApplicationStatus.ADMINISTRATIVELY_PASSED: PASSED,
    ApplicationStatus.CORRECTION: CORRECTION,
    ApplicationStatus.NOT_ELIGIBLE: NOT_ELIGIBLE,
}
