"""The incubator: which kejuruan of which cohort, the proposal, and its confirmation."""

from conversations.context import Context
from conversations.notices.competency import INCUBATOR
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.training import nomination
from conversations.training.trainee import TRAINING
from locales.text import _
from records import classes, incubator, road
from records.incubator import IncubatorStatus
from records.permissions import Permission
from records.steps import Kind

LISTED = 30


def incubators(context: Context, _argument: str) -> Reply:
    """Each kejuruan of each cohort with a class that was closed, the latest first."""
    buttons: dict[str, Button] = {}
    for running in classes.with_participants(context.session):
        a_class = classes.by_id(context.session, running.id)
        if not running.graduated or a_class is None:
            continue
        label = _("{programme} · {cohort}", programme=running.programme, cohort=running.cohort)
        data = f"m:incubator:{running.cohort_id}.{a_class.programme_id}"
        buttons.setdefault(data, Button(label, data))
    if not buttons:
        return Reply(_("No class has been closed yet."), rows=column(TRAINING))
    text = _("The best of which kejuruan go to the incubator?")
    return Reply(text, rows=column(*list(buttons.values())[:LISTED], TRAINING))


def _found(context: Context, argument: str) -> nomination.Nomination | None:
    left, _dot, right = argument.partition(".")
    cohort_id, programme_id = number(left), number(right)
    if cohort_id is None or programme_id is None:
        return None
    return nomination.of(context, cohort_id, programme_id)


def proposal(context: Context, argument: str) -> Outcome:
    found = _found(context, argument)
    return None if found is None else nomination.page(context, found)


def confirm(context: Context, argument: str) -> Outcome:
    """Those proposed are in the incubator from now on, and are told."""
    found = _found(context, argument)
    officer = officer_with(context, Permission.TRAINING)
    if found is None or officer is None:
        return None
    if found.confirmed:
        return nomination.page(context, found)
    for one in found.chosen:
        earlier = found.decided.get(one.enrolment_id)
        incubation_id = (
            incubator.propose(context.session, one.enrolment_id, None, officer.id, context.now)
            if earlier is None
            else earlier.id
        )
        to = IncubatorStatus.INCUBATING
        if road.move(context.session, Kind.INCUBATOR, incubation_id, to, context.now, staff_id=officer.id):
            INCUBATOR.to_person(context, one.person_id, incubation_id)
    note(context, officer, "incubator.confirmed", f"cohort:{found.cohort_id}:programme:{found.programme_id}")
    context.session.expire_all()
    again = _found(context, argument)
    return None if again is None else nomination.page(context, again)


SCREENS = (
    Screen("incubators", incubators, Permission.TRAINING),
    Screen("incubator", proposal, Permission.TRAINING),
    Screen("incub", begins("incubator_change"), Permission.TRAINING),
    Screen("incubok", confirm, Permission.TRAINING),
)
