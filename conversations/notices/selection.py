"""What becomes of an applicant: the result, a seat that is offered to a reserve, the reminder, silence, and the end of
the reserves. Each says what it does not mean yet, and what to do next.
"""

from conversations.buttons import ASK, MY_STATUS
from conversations.checking import appeal
from conversations.context import Context
from conversations.notice import Composed, Notice, Skip
from conversations.reply import Button, Reply, Rows, column
from conversations.selecting import standing
from locales.text import _, lines
from records import applications, classes, people, reregistrations
from records.applications import Application, ApplicationStatus
from records.deliveries import Claim
from records.ranking import Outcome

FREE = _("Everything is free. No officer asks you for money or an OTP.")


def _result(context: Context, claim: Claim) -> Composed:
    """As it was published; where things have moved on since, the later message tells it."""
    application = applications.by_id(context.session, claim.about)
    if application is None or application.status != claim.detail:
        return Skip("moved on")
    match ApplicationStatus(application.status):
        case ApplicationStatus.REREGISTERING:
            return _selected(context, application)
        case ApplicationStatus.RESERVE:
            return _reserve(context, application)
        case _:
            return _refused(context, application)


def _selected(context: Context, application: Application) -> Composed:
    asked = reregistrations.of_application(context.session, application.id)
    if asked is None:
        return Skip("nothing to confirm")
    text = _(
        "<b>Good news, {name}.</b> You are selected for {programme}, {cohort} (number {number}).\n\n"
        "You are <b>not a participant yet</b>, not before you re-register, until <b>{when}</b> at the latest: one tap "
        "below. Whoever stays silent gives the seat to the next reserve.\n\n{free}",
        **_names(context, application),
        when=asked.confirm_by,
        free=FREE,
    )
    second = None if not _by_second_choice(context, application) else _("It is your second choice.")
    return Reply(lines(text, second, separator="\n\n"), rows=_confirm_rows(application))


def _by_second_choice(context: Context, application: Application) -> bool:
    found = standing.published(context, application)
    return any(
        row.choice == 2 and row.class_id == application.class_id and row.outcome == Outcome.SELECTED.value
        for row in found
    )


def _names(context: Context, application: Application) -> dict[str, str]:
    person = people.by_id(context.session, application.person_id)
    brief = classes.brief(context.session, application.class_id)
    return {
        "name": person.name,
        "number": application.number,
        "programme": brief.programme if brief else "",
        "cohort": brief.cohort if brief else "",
    }


def _confirm_rows(application: Application) -> Rows:
    return column(*standing.buttons(application), ASK)


def _reserve(context: Context, application: Application) -> Composed:
    text = _(
        "{name}, the result for {number}: you are <b>in reserve</b>, not selected yet.\n{where}\n\n"
        "When a seat becomes free, reserves are called in their order, here. You need not do anything; a seat that is "
        "offered to you is yours only after you confirm.\n\n{free}",
        name=people.by_id(context.session, application.person_id).name,
        number=application.number,
        where=standing.reserve_lines(context, application),
        free=FREE,
    )
    return Reply(text, rows=column(MY_STATUS, *standing.buttons(application), ASK))


def _refused(context: Context, application: Application) -> Composed:
    text = _(
        "{name}, we are sorry: with {number} you are not among those selected for {programme}, {cohort} this time.\n"
        "{why}\n\n"
        "Next: other classes open regularly, and you are welcome to register again. If you think this is a mistake, "
        "say so: a person looks at it again.",
        **_names(context, application),
        why=standing.why(context, application),
    )
    return Reply(text, rows=refused_rows(context, application))


def refused_rows(context: Context, application: Application) -> Rows:
    """After a refusal: the next class of the kind, other classes, the objection, a person."""
    a_class = classes.by_id(context.session, application.class_id)
    wish = None if a_class is None else Button(_("🔔 Tell me when it opens again"), f"m:wish:{a_class.programme_id}")
    others = Button(_("📚 Other trainings"), "m:classes")
    return column(wish, others, appeal.button(application.id), ASK)


def _offer(context: Context, claim: Claim) -> Composed:
    application, asked = _asked(context, claim.about)
    if application is None or asked is None:
        return Skip("no longer offered")
    text = _(
        "<b>Good news, {name}.</b> A seat has become free: it is offered to you, for {programme}, {cohort} "
        "(number {number}).\n\n"
        "You are <b>not a participant yet</b>. Do you re-register, until <b>{when}</b> at the latest? After that it is "
        "offered to the next reserve.\n\n{free}",
        **_names(context, application),
        when=asked.confirm_by,
        free=FREE,
    )
    return Reply(text, rows=_confirm_rows(application))


def _asked(context: Context, application_id: int) -> tuple[Application | None, reregistrations.Reregistration | None]:
    """Somebody who may still confirm."""
    application = applications.by_id(context.session, application_id)
    if application is None or application.status != ApplicationStatus.REREGISTERING.value:
        return None, None
    return application, reregistrations.of_application(context.session, application_id)


def _reminder(context: Context, claim: Claim) -> Composed:
    application, asked = _asked(context, claim.about)
    if application is None or asked is None or asked.confirm_by <= context.now:
        return Skip("answered")
    text = _(
        "{name}, your seat in {programme} waits for your re-registration until <b>{when}</b>. "
        "One tap is enough. Without it the seat goes to the next reserve.",
        **_names(context, application),
        when=asked.confirm_by,
    )
    return Reply(text, rows=_confirm_rows(application))


def _prolonged(context: Context, claim: Claim) -> Composed:
    """Her deadline passed while nobody could hear her."""
    application, asked = _asked(context, claim.about)
    if application is None or asked is None or asked.confirm_by <= context.now:
        return Skip("answered")
    text = _(
        "{name}, this service could not be reached when your time to re-register for {programme} ended. We are sorry. "
        "Your seat still waits for you, until <b>{when}</b>: one tap is enough.",
        **_names(context, application),
        when=asked.confirm_by,
    )
    return Reply(text, rows=_confirm_rows(application))


def _lapsed(context: Context, claim: Claim) -> Composed:
    application = applications.by_id(context.session, claim.about)
    if application is None or application.status != ApplicationStatus.WITHDRAWN.value:
        return Skip("moved on")
    text = _(
        "{name}, we did not hear from you before the deadline, so your seat in {programme} ({number}) goes to the next "
        "reserve and your registration counts as withdrawn. It is no mark against you: you are welcome to register "
        "again for the next cohort. If something kept you from answering, tell an officer.",
        **_names(context, application),
    )
    return Reply(text, rows=column(Button(_("📚 Other trainings"), "m:classes"), ASK))


def _closed(context: Context, claim: Claim) -> Composed:
    application = applications.by_id(context.session, claim.about)
    if application is None or application.status != ApplicationStatus.NOT_SELECTED.value:
        return Skip("moved on")
    text = _(
        "{name}, thank you for waiting. The class {programme}, {cohort} begins soon and no more reserves are called, "
        "so for {number} there is no seat this time. Other classes open regularly, and you are welcome to register "
        "again.",
        **_names(context, application),
    )
    return Reply(text, rows=refused_rows(context, application))


RESULT = Notice("selection.result", _result)
OFFER = Notice("selection.offer", _offer)
REMINDER = Notice("selection.reminder", _reminder)
PROLONGED = Notice("selection.prolonged", _prolonged)
LAPSED = Notice("selection.lapsed", _lapsed)
CLOSED = Notice("selection.closed", _closed)
ALL = (RESULT, OFFER, REMINDER, PROLONGED, LAPSED, CLOSED)
