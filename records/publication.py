"""Publication: a selection takes effect, for everybody in it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
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
    session.refresh(selection)
    return [
        _take_effect(session, application, placements, confirm_by, staff_id, now)
        for application, placements in _by_application(session, selection.id)
    ]


def _by_application(session: Session, selection_id: int) -> list[tuple[Application, list[Placement]]]:
    rows = session.execute(
        select(Application, Placement)
        .join(Placement, Placement.application_id == Application.id)
        .where(Placement.selection_id == selection_id)
        .order_by(Application.id, Placement.choice)
    )
    found: dict[int, tuple[Application, list[Placement]]] = {}
    for application, placement in rows:
        found.setdefault(application.id, (application, []))[1].append(placement)
    return list(found.values())


def _take_effect(
    session: Session,
    application: Application,
    placements: Sequence[Placement],
    confirm_by: datetime,
    staff_id: int,
    now: datetime,
) -> Told:
    given = next((each for each in placements if each.outcome == Outcome.SELECTED.value), None)
    if given is not None:
        _go_to(session, application, given.class_id)
        road.move(session, Kind.APPLICATION, application.id, ApplicationStatus.SELECTED, now, staff_id=staff_id)
        reregistrations.open_for(session, application.id, confirm_by, now, staff_id)
        return Told(application.id, application.person_id, ApplicationStatus.REREGISTERING)
    status = _status(placements)
    reason = next((each.reason for each in placements if each.outcome == Outcome.EXCLUDED.value), None)
    moved = road.move(session, Kind.APPLICATION, application.id, status, now, staff_id=staff_id, reason=reason)
    if not moved:  # whoever has no test to be absent from
        status = ApplicationStatus.NOT_SELECTED
        road.move(session, Kind.APPLICATION, application.id, status, now, staff_id=staff_id, reason=reason)
    return Told(application.id, application.person_id, status)


def _go_to(session: Session, application: Application, class_id: int) -> None:
    """The class she got is hers from now on; the other one stays known."""
    if application.class_id != class_id:
        application.class_id, application.second_class_id = class_id, application.class_id
        session.flush()


def _status(placements: Sequence[Placement]) -> ApplicationStatus:
    outcomes = [Outcome(each.outcome) for each in placements]
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
