"""Reserves on several lists: who waits in which class besides one, and who waits in that one alone."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import reregistrations
from records.applications import Application
from records.placements import Placement
from records.ranking import Outcome


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody in reserve for a class; `elsewhere` is another class for which she is in reserve too. `first_choice`:
    the class is the one her application is for.
    """

    application_id: int
    person_id: int
    first_choice: bool
    elsewhere: int | None


def of_class(session: Session, class_id: int) -> list[Waits]:
    """Everybody in reserve for a class, in order."""
    here = reregistrations.waiting(session, class_id)
    ids = [each.application_id for each in here]
    others: dict[int, int] = {}
    for each in reregistrations.other_lines(session, ids, class_id):
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
