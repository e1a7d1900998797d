"""Reserves: who waits for a seat of a class, and in which place; some wait in two classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from records import plain, selections
from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.objections import Objection, ObjectionState
from records.placements import Placement
from records.ranking import Outcome
from records.selections import Selection, SelectionState
from records.steps import Step


@dataclass(frozen=True, slots=True)
class Reserve:
    """Somebody who waits for a seat of a class; `position` is her number on the published list. `by_objection`: she
    was refused first, and that was taken back.
    """

    application_id: int
    person_id: int
    class_id: int
    position: int
    by_objection: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a reserve stands now in a class: `ahead` wait before her."""

    class_id: int
    position: int
    ahead: int
    by_objection: bool


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody in reserve for a class; `elsewhere` is another class for which she is in reserve too. `first_choice`:
    the class is the one her application is for.
    """

    application_id: int
    person_id: int
    first_choice: bool
    elsewhere: int | None


_TAKEN_BACK = (
    exists()
    .where(Objection.application_id == Application.id, Objection.state == ObjectionState.GRANTED.value)
    .where(Step.id == Objection.step_id, Step.status == ApplicationStatus.NOT_SELECTED.value)
)


# In classes that take place. Built once, as is what every tick asks of it.
_WAITING = (
    select(Application.id, Application.person_id, Placement.class_id, Placement.position, _TAKEN_BACK)
    .join(Placement, Placement.application_id == Application.id)
    .join(Selection, Selection.id == Placement.selection_id)
    .join(TrainingClass, TrainingClass.id == Placement.class_id)
    .where(Application.status == ApplicationStatus.RESERVE.value, Selection.state == SelectionState.PUBLISHED.value)
    .where(TrainingClass.cancelled_at.is_(None))
    .where(Placement.outcome == Outcome.RESERVE.value)
    .order_by(Placement.position, Application.id)
)
_OF_CLASS = _WAITING.where(Placement.class_id == bindparam("class_id"))
_CLASSES = (
    select(TrainingClass.id, TrainingClass.starts_on)
    .where(TrainingClass.id.in_(_WAITING.order_by(None).with_only_columns(Placement.class_id)))
    .order_by(TrainingClass.id)
)


def _reserve(application_id: int, person_id: int, class_id: int, position: int | None, by_objection: bool) -> Reserve:
    if position is None:
        raise ValueError("a reserve has a number")
    return Reserve(application_id, person_id, class_id, position, by_objection)


def waiting(session: Session, class_id: int) -> list[Reserve]:
    """The reserves of a class who are still waiting, in order."""
    rows = plain.rows(session, _OF_CLASS, class_id=class_id)
    return [_reserve(*row) for row in rows]


def other_lines(session: Session, application_ids: Sequence[int], class_id: int) -> list[Reserve]:
    """For which other classes these wait, their first choices first."""
    hers = _WAITING.where(Application.id.in_(application_ids), Placement.class_id != class_id)
    return [_reserve(*row) for row in session.execute(hers.order_by(None).order_by(Placement.choice, Placement.id))]


def standings(session: Session, application_id: int) -> list[Standing]:
    """In which classes somebody waits, her first choice first, and how many are before her now."""
    mine = session.execute(_WAITING.where(Application.id == application_id).order_by(None).order_by(Placement.choice))
    found = []
    for reserve in [_reserve(*row) for row in mine]:
        ahead = [each for each in waiting(session, reserve.class_id) if each.position < reserve.position]
        found.append(Standing(reserve.class_id, reserve.position, len(ahead), reserve.by_objection))
    return found


def classes_with_reserves(session: Session) -> list[tuple[int, date]]:
    """(class, its first day) of the classes for whose seats somebody waits."""
    return [(class_id, starts_on) for class_id, starts_on in plain.rows(session, _CLASSES)]


def line_of(session: Session, application_id: int) -> Placement | None:
    """Her line in the list of the class she chose first, by the latest selection that was published."""
    return session.scalar(
        select(Placement)
        .join(Selection, Selection.id == Placement.selection_id)
        .where(Placement.application_id == application_id, Selection.state == SelectionState.PUBLISHED.value)
        .order_by(Placement.selection_id.desc(), Placement.choice)
        .limit(1)
    )


def append(session: Session, application_id: int) -> int | None:
    """Somebody who is to be a reserve after all (an objection was granted) stands last in the class she chose first;
    her number. None where no selection of hers was published.
    """
    found = line_of(session, application_id)
    if found is None:
        return None
    last = selections.last_positions(session, [found.class_id]).get(found.class_id, 0)
    found.outcome, found.position = Outcome.RESERVE.value, last + 1
    session.flush()
    return found.position


def of_class(session: Session, class_id: int) -> list[Waits]:
    """Everybody in reserve for a class, in order."""
    here = waiting(session, class_id)
    ids = [each.application_id for each in here]
    others: dict[int, int] = {}
    for each in other_lines(session, ids, class_id):
        others.setdefault(each.application_id, each.class_id)
    chosen = select(Application.id, Application.class_id).where(Application.id.in_(ids))
    first: dict[int, int] = dict(session.execute(chosen).all())
    return [
        Waits(r.application_id, r.person_id, first[r.application_id] == class_id, others.get(r.application_id))
        for r in here
    ]


def is_refused_by(session: Session, application_id: int, class_id: int) -> bool:
    """Whether a list of this class has her already, and not in reserve: it has decided about her."""
    outcome = Placement.outcome != Outcome.RESERVE.value
    hers = (Placement.application_id == application_id, Placement.class_id == class_id)
    return session.scalar(select(Placement.id).where(*hers, outcome).limit(1)) is not None
