"""Standing: where somebody stands after the selection, in words and with what she can do about it."""

from datetime import date, datetime
from decimal import Decimal

from conversations.context import Context
from conversations.reply import Button, Style
from conversations.selecting import deadlines
from locales.text import Text, _, lines, verbatim
from records import classes, enrolments, placements, reregistrations, reserves, selections
from records.applications import Application, ApplicationStatus
from records.ranking import Outcome
from records.selections import SelectionState

WITHDRAWABLE = frozenset(
    {
        ApplicationStatus.SUBMITTED,
        ApplicationStatus.VERIFYING,
        ApplicationStatus.CORRECTION,
        ApplicationStatus.ADMINISTRATIVELY_PASSED,
        ApplicationStatus.TEST_SCHEDULED,
        ApplicationStatus.SELECTED,
        ApplicationStatus.RESERVE,
        ApplicationStatus.REREGISTERING,
    }
)


def in_words(context: Context, application: Application) -> Text | None:
    """What comes next for somebody selected or in reserve; None where this has nothing to say."""
    match ApplicationStatus(application.status):
        case ApplicationStatus.SELECTED:
            return _("Next: you are asked to re-register. You are not a participant before that.")
        case ApplicationStatus.REREGISTERING:
            asked = reregistrations.of_application(context.session, application.id)
            if asked is None:
                return None
            return _(
                "Re-register until {when} at the latest. You are not a participant before that.", when=asked.confirm_by
            )
        case ApplicationStatus.RESERVE:
            return reserve_lines(context, application)
        case ApplicationStatus.NOT_SELECTED | ApplicationStatus.ABSENT if published(context, application):
            return why(context, application)
        case _:
            return None


def reserve_lines(context: Context, application: Application) -> Text:
    """In which classes somebody waits, and in which place she is now."""
    found = reserves.standings(context.session, application.id)
    return lines(*(_reserve_line(context, each) for each in found))


def _reserve_line(context: Context, standing: reserves.Standing) -> Text:
    brief = classes.brief(context.session, standing.class_id)
    return _(
        "{programme}: reserve number {position}, at present the {place}. in line. Reserves are called until {day}.",
        programme=brief.programme if brief else "",
        position=standing.position,
        place=standing.ahead + 1,
        day=_called_until(context, standing, brief.starts_on) if brief else context.today,
    )


def _called_until(context: Context, standing: reserves.Standing, starts_on: date) -> datetime:
    until = deadlines.last_call if standing.by_objection else deadlines.cutoff
    return until(context, starts_on)


def buttons(application: Application) -> tuple[Button, ...]:
    """What she can do about it: confirm, withdraw, leave the list."""
    status = ApplicationStatus(application.status)
    withdraw = f"m:withdraw:{application.id}"
    if status is ApplicationStatus.REREGISTERING:
        take = Button(_("✅ Yes, I re-register"), f"m:take:{application.id}", style=Style.SUCCESS)
        return (take, Button(_("I withdraw"), withdraw))
    if status is ApplicationStatus.RESERVE:
        return (Button(_("Leave the list of reserves"), withdraw),)
    if status in WITHDRAWABLE:
        return (Button(_("Withdraw my registration"), withdraw),)
    return ()


def may_leave(context: Context, application: Application) -> bool:
    """Withdrawing is for whoever is on the way, and for participants until the training begins."""
    status = ApplicationStatus(application.status)
    if status is not ApplicationStatus.PARTICIPANT:
        return status in WITHDRAWABLE
    brief = classes.brief(context.session, application.class_id)
    enrolment = enrolments.of_application(context.session, application.id)
    begun = brief is None or brief.starts_on <= context.today
    return not begun and enrolment is not None and enrolment.status == enrolments.EnrolmentStatus.PARTICIPANT.value


def points(total: Decimal | None) -> Text:
    """A score or a total as it is written here: 87,50."""
    return verbatim("–" if total is None else f"{total:.2f}".replace(".", ","))


def published(context: Context, application: Application) -> list[placements.Placement]:
    """How the latest selection that was published places her."""
    for selection in selections.of_cohort(context.session, application.cohort_id):
        if selection.state == SelectionState.PUBLISHED.value:
            found = placements.of_application(context.session, selection.id, application.id)
            if found:
                return found
    return []


def why(context: Context, application: Application) -> Text:
    """The reason, from the list of her first choice."""
    found = published(context, application)
    first = found[0] if found else None
    if first is None:
        return _("All seats are taken.")
    match Outcome(first.outcome):
        case Outcome.BELOW:
            return _("Your total is {total}, below the passing score.", total=points(first.total))
        case Outcome.UNSCORED:
            return _("Your scores are not complete: a test or an interview is missing.")
        case Outcome.ABSENT:
            return _("You are noted as absent from the test or the interview.")
        case Outcome.EXCLUDED if first.reason:
            return _("Reason: {reason}", reason=first.reason)
        case _:
            return _("All seats are taken.")
