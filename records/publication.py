"""Publication: a selection takes effect, for everybody in it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import reregistrations, road, selections
from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.placements import Placement
from records.programmes import Programme
from records.ranking import Outcome
from records.selections import Selection, SelectionState
from records.steps import Kind


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an application: who is to be told."""

    application_id: int
    person_id: int
    status: ApplicationStatus


@dataclass(frozen=True, slots=True)
class Posted:
    """A line of the public list: no name. `position` is that of a reserve."""

    number: str
    class_id: int
    programme: str
    outcome: Outcome
    position: int | None


@dataclass(frozen=True, slots=True)
class _Line:
    """What the list of one class gives somebody."""

    class_id: int
    outcome: Outcome
    reason: str | None


@dataclass(frozen=True, slots=True)
class _Placed:
    """An application and what its lists give, the first choice first."""

    application_id: int
    person_id: int
    class_id: int
    lines: list[_Line]

    @property
    def reason(self) -> str | None:
        """Why an officer took her out by hand."""
        return next((line.reason for line in self.lines if line.outcome is Outcome.EXCLUDED), None)


def publish(
    session: Session, selection: Selection, decree: str, confirm_by: datetime, staff_id: int, now: datetime
) -> list[Told] | None:
    """Everybody's status moves on, in one transaction; None where somebody else has published it meanwhile."""
    selections.refresh(session, selection)
    published = selections.move(
        session,
        selection.id,
        (SelectionState.REVIEW,),
        SelectionState.PUBLISHED,
        published_by=staff_id,
        published_at=now,
        decree=decree,
        confirm_by=confirm_by,
    )
    if not published:
        return None
    told = _take_effect(session, _by_application(session, selection.id), confirm_by, staff_id, now)
    session.expire_all()  # the statements went past the objects
    return told


def _by_application(session: Session, selection_id: int) -> list[_Placed]:
    """Rows rather than objects: of hundreds of objects, every later update would look at each."""
    rows = session.execute(
        select(
            Application.id,
            Application.person_id,
            Application.class_id,
            Placement.class_id,
            Placement.outcome,
            Placement.reason,
        )
        .join(Placement, Placement.application_id == Application.id)
        .where(Placement.selection_id == selection_id)
        .order_by(Application.id, Placement.choice)
    )
    found: dict[int, _Placed] = {}
    for application_id, person_id, first, class_id, outcome, reason in rows:
        hers = found.setdefault(application_id, _Placed(application_id, person_id, first, []))
        hers.lines.append(_Line(class_id, Outcome(outcome), reason))
    return list(found.values())


def _take_effect(
    session: Session, everybody: Sequence[_Placed], confirm_by: datetime, staff_id: int, now: datetime
) -> list[Told]:
    """In one statement a status: hundreds are done in a moment, so that nobody's reply waits for it."""
    statuses = {hers.application_id: _status(hers.lines) for hers in everybody}
    for hers in everybody:
        given = next((line for line in hers.lines if line.outcome is Outcome.SELECTED), None)
        if given is not None:
            _go_to(session, hers, given.class_id)
    for status in dict.fromkeys(statuses.values()):
        group = {hers.application_id: hers.reason for hers in everybody if statuses[hers.application_id] is status}
        moved = road.move_all(session, Kind.APPLICATION, group, status, now, staff_id=staff_id)
        if status is ApplicationStatus.SELECTED:
            reregistrations.open_all(session, moved, confirm_by, now, staff_id)
            statuses |= dict.fromkeys(moved, ApplicationStatus.REREGISTERING)
            continue
        # Whoever was invited to no test cannot have been absent from it.
        rest = {which: reason for which, reason in group.items() if which not in moved}
        road.move_all(session, Kind.APPLICATION, rest, ApplicationStatus.NOT_SELECTED, now, staff_id=staff_id)
        statuses |= dict.fromkeys(rest, ApplicationStatus.NOT_SELECTED)
    return [Told(hers.application_id, hers.person_id, statuses[hers.application_id]) for hers in everybody]


def _go_to(session: Session, hers: _Placed, class_id: int) -> None:
    """The class she got is hers from now on; the other one stays known."""
    if hers.class_id != class_id:
        chosen = update(Application).where(Application.id == hers.application_id)
        session.execute(chosen.values(class_id=class_id, second_class_id=hers.class_id))


def _status(lines: Sequence[_Line]) -> ApplicationStatus:
    outcomes = [line.outcome for line in lines]
    if Outcome.SELECTED in outcomes:
        return ApplicationStatus.SELECTED
    if Outcome.RESERVE in outcomes:
        return ApplicationStatus.RESERVE
    if outcomes[0] is Outcome.ABSENT:
        return ApplicationStatus.ABSENT
    return ApplicationStatus.NOT_SELECTED


def posted(session: Session, selection_id: int) -> list[Posted]:
    """The public list: of each application what it got, by class and number; reserves once for each class."""
    rows = session.execute(
        select(Application.number, Placement, Programme.name)
        .join(Placement, Placement.application_id == Application.id)
        .join(TrainingClass, TrainingClass.id == Placement.class_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .where(Placement.selection_id == selection_id)
        .order_by(Programme.name, Placement.class_id, Application.serial)
    )
    return [
        Posted(number, row.class_id, programme, Outcome(row.outcome), row.position) for number, row, programme in rows
    ]
