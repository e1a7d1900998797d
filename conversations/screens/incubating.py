"""The incubator: which kejuruan of which cohort, the proposal, and its confirmation."""

from conversations.context import Context
from conversations.notices.competency import INCUBATOR
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, column
from conversations.screen import Outcome, Screen, begins, number
from conversations.training import nomination
from conversations.training.trainee import TRAINING
from locales.text import _, verbatim
from records import classes, incubator, road
from records.classes import Running
from records.incubator import IncubatorStatus
from records.permissions import Permission
from records.steps import Kind

LISTED = 30


def incubators(context: Context, argument: str) -> Outcome:
    """First the cohort, the latest first, then the kejuruan of it of which a class was closed."""
    closed = [running for running in classes.with_participants(context.session) if running.graduated]
    if not closed:
        return Reply(_("No class has been closed yet."), rows=column(TRAINING))
    chosen = number(argument)
    if argument and chosen is None:
        return None
    if chosen is not None:
        return _kejuruan(context, [running for running in closed if running.cohort_id == chosen])
    names = {running.cohort_id: running.cohort for running in closed}
    buttons = [Button(verbatim(name), f"m:incubators:{cohort_id}") for cohort_id, name in names.items()]
    return Reply(_("The incubator of which cohort?"), rows=column(*buttons[:LISTED], TRAINING))


def _kejuruan(context: Context, closed: list[Running]) -> Reply | None:
    """A kejuruan with several classes is there once."""
    buttons: dict[str, Button] = {}
    for running in closed:
        a_class = classes.by_id(context.session, running.id)
        if a_class is not None:
            data = f"m:incubator:{running.cohort_id}.{a_class.programme_id}"
            buttons.setdefault(data, Button(verbatim(running.programme), data))
    if not buttons:
        return None
    text = _("The best of which kejuruan of {cohort} go to the incubator?", cohort=closed[0].cohort)
    back = Button(_("⬅️ Back"), "m:incubators")
    return Reply(text, rows=column(*list(buttons.values())[:LISTED], back, TRAINING))


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
