"""The roadmap: the whole road of an application as steps with their dates, where she stands, and what lies ahead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations.context import Context
from locales.text import Text, _, lines
from records import classes, enrolments, seats, sittings, steps
from records.applications import Application
from records.applications import ApplicationStatus as A
from records.enrolments import Enrolment
from records.enrolments import EnrolmentStatus as E
from records.steps import Kind, Milestone

DONE, HERE, ENDED, AHEAD = "✅", "▶️", "✖️", "◻️"


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the road: its name, the statuses by which one is in it, those of them that complete it, and those with
    which the road has ended there.
    """

    title: Text
    statuses: tuple[str, ...]
    done: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


STAGES = (
    Stage(_("Registration sent"), (A.SUBMITTED,), done=(A.SUBMITTED,)),
    Stage(
        _("Papers checked"),
        (A.VERIFYING, A.CORRECTION, A.ADMINISTRATIVELY_PASSED, A.NOT_ELIGIBLE),
        done=(A.ADMINISTRATIVELY_PASSED,),
        ends=(A.NOT_ELIGIBLE,),
    ),
    Stage(_("Test and interview"), (A.TEST_SCHEDULED, A.ABSENT), ends=(A.ABSENT,)),
    Stage(_("Result announced"), (A.SELECTED, A.RESERVE, A.NOT_SELECTED), done=(A.SELECTED,), ends=(A.NOT_SELECTED,)),
    Stage(_("Re-registration"), (A.REREGISTERING,)),
    Stage(_("Training"), (E.PARTICIPANT,), ends=(E.WITHDRAWN, E.DISMISSED)),
    Stage(_("Training finished"), (E.GRADUATED, E.NOT_GRADUATED), done=(E.GRADUATED,), ends=(E.NOT_GRADUATED,)),
)


TESTED, PUBLISHED, CONFIRMED, TRAINED = 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a road: on which each stage was reached; of her last test, if she has a seat; of the training, until
    it ended for her.
    """

    reached: Mapping[int, date]
    tested: date | None
    lessons: tuple[date, date] | None


def road(context: Context, application: Application) -> Text:
    """One line a stage, with its day; whatever was skipped, or lies behind an end, is left out."""
    enrolment = enrolments.of_application(context.session, application.id)
    passed = _passed(context, application, enrolment)
    zone = context.house.calendar.zone
    reached = {
        n: step.at.astimezone(zone).date()
        for step in passed
        for n, stage in enumerate(STAGES)
        if step.status in stage.statuses
    }
    at, status = max(reached, default=0), passed[-1].status if passed else application.status
    if status == A.WITHDRAWN:
        shown = [_line(DONE, STAGES[n].title, _told(reached[n])) for n in sorted(reached)]
        return lines(*shown, _line(ENDED, _("Withdrawn"), _told(passed[-1].at.astimezone(zone).date())))
    days = Days(reached, _tested(context, application), _lessons(context, application, enrolment))
    return lines(*(line for n in range(len(STAGES)) if (line := _stage(n, at, status, days)) is not None))


def _passed(context: Context, application: Application, enrolment: Enrolment | None) -> list[Milestone]:
    """The steps of the application since it was (last) sent, and of the training that came of it."""
    applied = steps.milestones(context.session, Kind.APPLICATION, application.id)
    sent = max((n for n, step in enumerate(applied) if step.status == A.SUBMITTED), default=0)
    trained = [] if enrolment is None else steps.milestones(context.session, Kind.ENROLMENT, enrolment.id)
    return applied[sent:] + trained


def _tested(context: Context, application: Application) -> date | None:
    """The day of the last test or interview to which she has a seat."""
    found = [
        sitting.starts_at.astimezone(context.house.calendar.zone).date()
        for each in seats.of_application(context.session, application.id)
        if each.seated and (sitting := sittings.by_id(context.session, each.sitting_id)) is not None
    ]
    return max(found, default=None)


def _lessons(context: Context, application: Application, enrolment: Enrolment | None) -> tuple[date, date] | None:
    a_class = classes.by_id(context.session, application.class_id if enrolment is None else enrolment.class_id)
    if a_class is None:
        return None
    ended_on = None if enrolment is None else enrolment.ended_on
    return a_class.starts_on, ended_on or a_class.ends_on


def _stage(n: int, at: int, status: str, days: Days) -> Text | None:
    stage, here = STAGES[n], STAGES[at]
    if n < at:
        return _line(DONE, stage.title, _ahead(n, days) or _done(n, days)) if n in days.reached else None
    if n == at:
        mark = ENDED if status in stage.ends else DONE if status in stage.done else HERE
        return _line(mark, stage.title, _done(n, days) if mark != HERE else _here(n, days))
    if status in here.ends:
        return None
    return _line(HERE if n == at + 1 and status in here.done else AHEAD, stage.title, _ahead(n, days))


def _done(n: int, days: Days) -> Text | None:
    """On which day it was done: a test when it was held, the re-registration when it made her a participant."""
    if n == TESTED and days.tested is not None:
        return _told(days.tested)
    if n == CONFIRMED:
        return _told(days.reached.get(TRAINED))
    return _told(days.reached.get(n))


def _here(n: int, days: Days) -> Text | None:
    """Since when she stands there, or on which days it is."""
    if n == TESTED:
        return _told(days.tested)
    if n == PUBLISHED:
        return _told(days.reached.get(n))
    return _ahead(n, days) or _("since {day}", day=days.reached[n])


def _ahead(n: int, days: Days) -> Text | None:
    if n != TRAINED or days.lessons is None:
        return None
    return _("{first} to {last}", first=days.lessons[0], last=days.lessons[1])


def _told(day: date | None) -> Text | None:
    return None if day is None else _("{day}", day=day)


def _line(mark: str, title: Text, when: Text | None) -> Text:
    if when is None:
        return _("{mark} {title}", mark=mark, title=title)
    return _("{mark} {title}: {when}", mark=mark, title=title, when=when)
