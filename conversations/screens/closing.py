"""Closing a training: who passes (everyone but those tapped, or there too seldom), one confirmation, everyone hears."""

from datetime import date, datetime, time, timedelta

from conversations.buttons import STAFF_MENU
from conversations.context import Context
from conversations.following import waves
from conversations.notices import endings as notices
from conversations.officer import note, officer_with
from conversations.reply import Button, Reply, Style, column
from conversations.screen import Begin, Outcome, Screen, number
from conversations.training import verdicts
from conversations.training.verdicts import LISTED
from locales.text import Text, _, lines
from records import classes, endings, enrolments, planning, satisfaction, trainees
from records.classes import Running
from records.enrolments import Enrolment, EnrolmentStatus
from records.permissions import Permission
from records.staff import Officer

SURVEYED_AT = time(9)


def graduate_list(context: Context, _argument: str) -> Reply:
    """Classes whose training has begun and is not closed yet, those that should have ended first."""
    running = sorted(verdicts.in_training(context), key=lambda c: c.ends_on)
    if not running:
        return Reply(_("No class is in training at present."), rows=column(STAFF_MENU))
    buttons = [Button(_running(c), f"m:closing:{c.id}") for c in running[:LISTED]]
    return Reply(_("Which class has finished its training?"), rows=column(*buttons, STAFF_MENU))


def _running(c: Running) -> Text:
    return _("{programme} · {cohort} · {count}", programme=c.programme, cohort=c.cohort, count=c.participants)


def closing(context: Context, argument: str) -> Outcome:
    chosen = verdicts.chosen_of(context, argument)
    return None if chosen is None else verdicts.page(context, chosen)


def verdict(context: Context, argument: str) -> Outcome:
    """Passes after all, or why not is asked."""
    chosen, officer = number(argument), officer_with(context, Permission.GRADUATE)
    trainee = None if chosen is None else trainees.by_id(context.session, chosen)
    a_class = None if trainee is None else verdicts.chosen_of(context, str(trainee.class_id))
    if trainee is None or a_class is None or officer is None:
        return None
    found = next((each for each in verdicts.candidates(context, a_class.id) if each.trainee.id == trainee.id), None)
    if found is None:
        return None
    if found.failing is None:
        return Begin("failing", trainee.id)
    endings.mark_passing(context.session, trainee.id, waived=found.few)
    if found.few:
        note(context, officer, "attendance.waived", f"enrolment:{trainee.id}")
    return verdicts.page(context, a_class)


def marks(context: Context, argument: str) -> Outcome:
    chosen = verdicts.chosen_of(context, argument)
    return None if chosen is None else Begin("marks", chosen.id)


def ending(context: Context, argument: str) -> Outcome:
    """Asks once more, with what will follow."""
    chosen = verdicts.chosen_of(context, argument)
    if chosen is None:
        return None
    found = verdicts.candidates(context, chosen.id)
    failed = [each.trainee.name for each in found if each.failing is not None]
    text = _(
        "<b>{programme}</b>, {cohort}\n{count} participants graduate, with {day} as the end of training.\n\n"
        "They are asked after {waves} months whether they work. Graduate the class?",
        programme=chosen.programme,
        cohort=chosen.cohort,
        count=len(found) - len(failed),
        day=min(chosen.ends_on, context.today),
        waves=", ".join(str(wave) for wave in waves.of_class(context, chosen.id)),
    )
    without = _("Not passed: {names}", names=", ".join(failed)) if failed else None
    return Reply(
        lines(_runs_on(context, chosen), text, without, separator="\n\n"),
        rows=column(
            Button(_("🎓 Yes, graduate"), f"m:graduated:{chosen.id}", style=Style.SUCCESS),
            Button(_("No"), f"m:closing:{chosen.id}"),
        ),
        protected=True,
    )


def _runs_on(context: Context, chosen: Running) -> Text | None:
    """A class that is closed before its last day: the officer is to know."""
    if chosen.ends_on <= context.today:
        return None
    return _(
        "⚠️ By its dates this class runs until <b>{last}</b>. Graduated now, its training ends today for everyone.",
        last=chosen.ends_on,
    )


def graduated(context: Context, argument: str) -> Outcome:
    """Each participant's training ends, passed or not; graduates get their plan of follow-ups; everyone is told."""
    chosen = verdicts.chosen_of(context, argument)
    officer = officer_with(context, Permission.GRADUATE)
    if chosen is None or officer is None:
        return None
    failing = {each.trainee.id: each.failing for each in verdicts.candidates(context, chosen.id)}
    last_day, passed, failed = min(chosen.ends_on, context.today), 0, 0
    for enrolment in enrolments.participants(context.session, chosen.id):
        reason = failing.get(enrolment.id)
        _end(context, officer, enrolment, last_day, reason)
        passed, failed = passed + (reason is None), failed + (reason is not None)
    classes.close(context.session, chosen.id, context.now)
    note(context, officer, "class.graduated", f"class:{chosen.id}")
    said = _("🎓 <b>{programme}</b>: {count} participants graduated.", programme=chosen.programme, count=passed)
    unhappy = _("Not passed: {count}.", count=failed) if failed else None
    told = _("Everyone hears of it, and is asked tomorrow how satisfied she is.")
    onward = Button(_("📜 Certificates"), f"m:certs:{chosen.id}")
    text = lines(said, unhappy, _first_followup(context, chosen.id), told, separator=" ")
    return Reply(text, rows=column(onward, STAFF_MENU))


def _end(context: Context, officer: Officer, enrolment: Enrolment, last_day: date, reason: str | None) -> None:
    session, rules = context.session, context.house.profile.followup
    status = EnrolmentStatus.GRADUATED if reason is None else EnrolmentStatus.NOT_GRADUATED
    if not endings.finish(session, enrolment.id, status, last_day, context.now, staff_id=officer.id, reason=reason):
        return
    session.refresh(enrolment)
    if reason is None:
        months = waves.of_class(context, enrolment.class_id)
        planning.plan(session, enrolment, months, context.house.calendar, context.now, rules.open_for)
    else:
        note(context, officer, "enrolment.not_graduated", f"enrolment:{enrolment.id}")
    notices.ENDED.to_person(context, enrolment.person_id, enrolment.id)
    days = context.house.profile.training.survey_days
    if satisfaction.invite(session, enrolment.id, enrolment.class_id, context.today, days):
        notices.SURVEY.to_person(context, enrolment.person_id, enrolment.id, not_before=_tomorrow(context))


def _tomorrow(context: Context) -> datetime:
    return datetime.combine(context.today + timedelta(days=1), SURVEYED_AT, context.house.calendar.zone)


def _first_followup(context: Context, class_id: int) -> Text | None:
    """Where a class is closed late, its first waves have passed."""
    first = planning.first_of_class(context.session, class_id)
    if first is None:
        return _("The months of the follow-ups have passed: nobody is asked.")
    return _("The first follow-up goes out on {when}.", when=first)


SCREENS = (
    Screen("graduate", graduate_list, Permission.GRADUATE),
    Screen("closing", closing, Permission.GRADUATE),
    Screen("verdict", verdict, Permission.GRADUATE),
    Screen("marks", marks, Permission.GRADUATE),
    Screen("ending", ending, Permission.GRADUATE),
    Screen("graduated", graduated, Permission.GRADUATE),
)
