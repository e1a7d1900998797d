"""The roadmap: the whole road of an application as steps with their dates, where she stands, and what lies ahead."""

from dataclasses import dataclass
from datetime import date

from conversations.context import Context
from locales.text import Text, _, lines
from records import classes, enrolments, seats, sittings, steps
from records.applications import Application
from records.applications import ApplicationStatus as A
from records.enrolments import EnrolmentStatus as E
from records.steps import Kind, Milestone

TEST, TRAINING = 2, 5
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


def road(context: Context, application: Application) -> Text:
    """One line a stage, with the day she came to it; whatever was skipped, or lies behind an end, is left out."""
    passed = _passed(context, application)
    zone = context.house.calendar.zone
    reached = {
        n: step.at.astimezone(zone).date()
        for step in passed
        for n, stage in enumerate(STAGES)
        if step.status in stage.statuses
    }
    at, status = max(reached, default=0), passed[-1].status if passed else application.status
    held = _days_of(context, application)
    reached |= {n: day for n, day in held.items() if n in reached and not (n == at and status in STAGES[n].ends)}
    if status == A.WITHDRAWN:
        shown = [_line(DONE, STAGES[n].title, reached[n]) for n in sorted(reached)]
        return lines(*shown, _line(ENDED, _("Withdrawn"), passed[-1].at.astimezone(zone).date()))
    return lines(*(line for n in range(len(STAGES)) if (line := _stage(n, at, status, reached)) is not None))


def _days_of(context: Context, application: Application) -> dict[int, date]:
    """What has a day of its own is told by that day, not by the one on which it was arranged."""
    zone = context.house.calendar.zone
    found: dict[int, date] = {}
    for each in seats.of_application(context.session, application.id):
        sitting = sittings.by_id(context.session, each.sitting_id)
        if each.seated and sitting is not None:
            day = sitting.starts_at.astimezone(zone).date()
            found[TEST] = max(day, found.get(TEST, day))
    brief = classes.brief(context.session, application.class_id)
    return found if brief is None else found | {TRAINING: brief.starts_on}


def _passed(context: Context, application: Application) -> list[Milestone]:
    """The steps of the application and of the training that came of it."""
    enrolment = enrolments.of_application(context.session, application.id)
    applied = steps.milestones(context.session, Kind.APPLICATION, application.id)
    trained = [] if enrolment is None else steps.milestones(context.session, Kind.ENROLMENT, enrolment.id)
    return applied + trained


def _stage(n: int, at: int, status: str, reached: dict[int, date]) -> Text | None:
    stage, here = STAGES[n], STAGES[at]
    if n < at:
        return _line(DONE, stage.title, reached[n]) if n in reached else None
    if n == at:
        mark = ENDED if status in stage.ends else DONE if status in stage.done else HERE
        return _line(mark, stage.title, reached.get(n))
    if status in here.ends:
        return None
    return _line(HERE if n == at + 1 and status in here.done else AHEAD, stage.title, None)


def _line(mark: str, title: Text, day: date | None) -> Text:
    if day is None:
        return _("{mark} {title}", mark=mark, title=title)
    return _("{mark} {title}: {day}", mark=mark, title=title, day=day)
