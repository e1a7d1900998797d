"""One's place: taking the seat that is offered, and withdrawing, from any stage."""

from conversations.buttons import BACK_HOME, MY_STATUS
from conversations.context import Context
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.selecting import promotion, standing
from conversations.sessions import freed
from locales.text import Text, _, lines
from records import applications, classes, enrolments, people, refiling, reregistrations, road
from records.applications import Application, ApplicationStatus
from records.enrolments import EnrolmentStatus
from records.steps import Kind

# Those who hold a seat that somebody else can have.
_SEATED = frozenset({ApplicationStatus.SELECTED, ApplicationStatus.REREGISTERING, ApplicationStatus.PARTICIPANT})


def mine(context: Context, argument: str) -> Application | None:
    """An application of somebody this chat speaks for."""
    chosen = number(argument)
    application = None if chosen is None else applications.by_id(context.session, chosen)
    if application is None or people.chat_of(context.session, application.person_id) != context.chat_id:
        return None
    return application


def take(context: Context, argument: str) -> Outcome:
    """“Yes, I re-register”: the seat is hers with this tap; a few questions follow."""
    application = mine(context, argument)
    if application is None:
        return None
    if reregistrations.confirm(context.session, application.id, context.now) is None:
        return _not_hers(context, application)
    promotion.trail(
        context, "reregistration.confirmed", application.id, promotion.person(context, application.person_id)
    )
    return Begin("reregistration", application.id)


def _not_hers(context: Context, application: Application) -> Reply:
    """Why there is nothing to take: where she stands, truly."""
    name = people.by_id(context.session, application.person_id).name
    context.session.refresh(application)
    match ApplicationStatus(application.status):
        case ApplicationStatus.PARTICIPANT:
            return already(context, application)
        case ApplicationStatus.RESERVE:
            where = standing.reserve_lines(context, application)
            text = _(
                "{name}, no seat is offered to you at present. You are in reserve:\n{where}", name=name, where=where
            )
        case ApplicationStatus.WITHDRAWN:
            text = _(
                "{name}, the seat has been given on: your registration counts as withdrawn. You are welcome to "
                "register again, and an officer helps you with questions: /tanya.",
                name=name,
            )
        case _:
            text = _("{name}, no seat is offered to you at present.", name=name)
    return Reply(text, rows=column(MY_STATUS, BACK_HOME))


def already(context: Context, application: Application) -> Reply:
    """She has confirmed before."""
    brief = classes.brief(context.session, application.class_id)
    text = _(
        "{name}, you have re-registered: you are a participant of {programme}. The training begins on {day}.",
        name=people.by_id(context.session, application.person_id).name,
        programme=brief.programme if brief else "",
        day=brief.starts_on if brief else context.today,
    )
    return Reply(text, rows=column(MY_STATUS, BACK_HOME))


def withdraw(context: Context, argument: str) -> Outcome:
    """Asks once more, with what follows from it."""
    application = mine(context, argument)
    if application is None:
        return None
    if not standing.may_leave(context, application):
        return Reply(_("There is nothing to withdraw from any more."), rows=column(MY_STATUS, BACK_HOME))
    return Reply(
        _question(context, application),
        rows=column(
            Button(_("No, I stay"), "m:status", style=Style.PRIMARY),
            Button(_("Yes, I withdraw"), f"m:withdrawn:{application.id}", style=Style.DANGER),
        ),
    )


def _question(context: Context, application: Application) -> Text:
    brief = classes.brief(context.session, application.class_id)
    name = people.by_id(context.session, application.person_id).name
    if application.status == ApplicationStatus.RESERVE.value:
        return _(
            "{name}, do you leave the list of reserves ({number})? You are then called for no seat any more, and it "
            "cannot be undone.",
            name=name,
            number=application.number,
        )
    if ApplicationStatus(application.status) not in _SEATED:
        return _(
            "{name}, do you withdraw from {programme} ({number})? Your registration then ends, "
            "and it cannot be undone.",
            name=name,
            programme=brief.programme if brief else "",
            number=application.number,
        )
    return _(
        "{name}, do you withdraw from {programme} ({number})? Somebody else gets your seat, and it cannot be undone.",
        name=name,
        programme=brief.programme if brief else "",
        number=application.number,
    )


def withdrawn(context: Context, argument: str) -> Outcome:
    """Her seat, if she held one, goes to the next reserve at once."""
    application = mine(context, argument)
    if application is None:
        return None
    seated = ApplicationStatus(application.status) in _SEATED
    if not _leave(context, application):
        return Reply(_("There is nothing to withdraw from any more."), rows=column(MY_STATUS, BACK_HOME))
    promotion.trail(context, "application.withdrawn", application.id, promotion.person(context, application.person_id))
    freed.leave_all(context, application.id)
    promotion.fill(context, application.class_id)
    name = people.by_id(context.session, application.person_id).name
    text = (
        _(
            "{name}, it is noted: you have withdrawn. Thank you for telling us; somebody else can learn in your place.",
            name=name,
        )
        if seated
        else _("{name}, it is noted: you have withdrawn. Thank you for telling us.", name=name)
    )
    text = lines(text, _again(context, application), separator=" ")
    return Reply(text, rows=column(Button(_("📚 Other trainings"), "m:classes"), BACK_HOME))


def _again(context: Context, application: Application) -> Text:
    """Where she may register after this."""
    context.session.refresh(application)
    brief = classes.brief(context.session, application.class_id)
    if brief is None or not brief.is_open(context.now) or not refiling.may_begin_anew(context.session, application):
        return _("You are welcome to register again for another cohort.")
    return _(
        "You are welcome to register again until {closes}, for this class or another one; your number stays.",
        closes=brief.closes_at,
    )


def _leave(context: Context, application: Application) -> bool:
    if not standing.may_leave(context, application):
        return False
    enrolment = enrolments.of_application(context.session, application.id)
    if application.status == ApplicationStatus.PARTICIPANT.value and enrolment is not None:
        return road.move(context.session, Kind.ENROLMENT, enrolment.id, EnrolmentStatus.WITHDRAWN, context.now)
    withdrawn_now = ApplicationStatus.WITHDRAWN
    return road.move(context.session, Kind.APPLICATION, application.id, withdrawn_now, context.now)


SCREENS = (
    Screen("take", take),
    Screen("withdraw", withdraw),
    Screen("withdrawn", withdrawn),
)
