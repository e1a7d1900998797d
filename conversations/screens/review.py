"""Review: the queue hands out the next application; its papers, and what an officer does with it."""

from conversations import vocabulary
from conversations.buttons import MY_STATUS, STAFF_MENU
from conversations.checking import checksheet, decision
from conversations.context import Context
from conversations.officer import officer_with
from conversations.reply import Background, Reply, column
from conversations.screen import Begin, Outcome, Screen, number
from locales.text import _
from records import applications, claims, corrections, people, shown
from records.applications import Application, ApplicationStatus
from records.permissions import Permission


def following(context: Context, _argument: str = "") -> Outcome:
    """The application this officer has before her, or the next one that waits."""
    officer = officer_with(context, Permission.REVIEW)
    found = None if officer is None else claims.take(context.session, officer.id, context.now)
    if found is None:
        return Reply(_("No application waits. All is decided, or before other officers."), rows=column(STAFF_MENU))
    return checksheet.opened(context, found)


def _hers(context: Context, argument: str) -> Application | Reply | None:
    """The application of this number, if this officer has it before her."""
    officer, chosen = officer_with(context, Permission.REVIEW), number(argument)
    application = None if chosen is None else applications.by_id(context.session, chosen)
    if officer is None or application is None:
        return None
    if not claims.keep(context.session, application.id, officer.id, context.now):
        return decision.not_hers(application)
    return application


def swap(context: Context, argument: str) -> Outcome:
    """Another document in the place of the one that is shown; the argument is `application.kind`."""
    chosen, _dot, kind = argument.partition(".")
    found = _hers(context, chosen)
    if not isinstance(found, Application):
        return found
    if kind not in vocabulary.PAPER:
        return None
    return Reply(None, toast=_("One moment…"), background=Background("checksheet", f"{found.id}.{kind}"))


def all_data(context: Context, argument: str) -> Outcome:
    """Everything in words, where it did not fit below a picture."""
    found = _hers(context, argument)
    if not isinstance(found, Application):
        return found
    page = checksheet.compose(context, found.id, everything=True)
    return None if page is None else page.reply


def approve(context: Context, argument: str) -> Outcome:
    found = _hers(context, argument)
    if not isinstance(found, Application):
        return found
    return decision.decide(context, found.id, ApplicationStatus.ADMINISTRATIVELY_PASSED)


def send_back(context: Context, argument: str) -> Outcome:
    found = _hers(context, argument)
    return Begin("correction", found.id) if isinstance(found, Application) else found


def refuse(context: Context, argument: str) -> Outcome:
    found = _hers(context, argument)
    return Begin("refusal", found.id) if isinstance(found, Application) else found


def skip(context: Context, argument: str) -> Outcome:
    """Back behind the others, and the next one."""
    found = _hers(context, argument)
    if not isinstance(found, Application):
        return found
    claims.skip(context.session, found.id, context.now)
    shown.end(context.session, checksheet.about(found.id), context.now, context.chat_id)
    return following(context)


def undo(context: Context, argument: str) -> Outcome:
    chosen = number(argument)
    return None if chosen is None else decision.undo(context, chosen)


def corrected(context: Context, argument: str) -> Outcome:
    """An applicant says that she has put right what was asked: it is checked again."""
    chosen = number(argument)
    application = None if chosen is None else applications.by_id(context.session, chosen)
    if application is None or people.chat_of(context.session, application.person_id) != context.chat_id:
        return None
    if not corrections.done(context.session, application.id, context.now):
        return Reply(
            _("<b>{number}</b> does not wait for a correction.", number=application.number), rows=column(MY_STATUS)
        )
    text = _("Thank you. <b>{number}</b> is checked again, and you hear from us here.", number=application.number)
    return Reply(text, rows=column(MY_STATUS))


SCREENS = (
    Screen("review", following, Permission.REVIEW),
    Screen("swap", swap, Permission.REVIEW),
    Screen("alldata", all_data, Permission.REVIEW),
    Screen("approve", approve, Permission.REVIEW),
    Screen("sendback", send_back, Permission.REVIEW),
    Screen("refuse", refuse, Permission.REVIEW),
    Screen("skip", skip, Permission.REVIEW),
    Screen("undo", undo, Permission.REVIEW),
    Screen("corrected", corrected),
)
