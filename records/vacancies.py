"""Vacancies: how many seats of a class are free. Whoever is asked to re-register holds one, and so does everybody in
training who neither left nor was dismissed.
"""

from collections.abc import Iterable

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from records.applications import Application, ApplicationStatus
from records.classes import TrainingClass
from records.enrolments import GONE, Enrolment

HOLDING = (ApplicationStatus.SELECTED.value, ApplicationStatus.REREGISTERING.value)


def free(session: Session, class_ids: Iterable[int]) -> dict[int, int]:
    """By class; never below 0, also where staff made a class smaller after its seats were given."""
    return {class_id: max(0, left) for class_id, left in balance(session, class_ids).items()}


def balance(session: Session, class_ids: Iterable[int]) -> dict[int, int]:
    """Seats (none where it is cancelled) less those held, by class; below 0 where more are held than there are."""
    wanted = list(class_ids)
    seats = case((TrainingClass.cancelled_at.is_(None), TrainingClass.seats), else_=0)
    of_class = session.execute(
        select(TrainingClass.id, seats).where(TrainingClass.id.in_(wanted)).order_by(TrainingClass.id)
    )
    left: dict[int, int] = dict(of_class.all())
    held = session.execute(
        select(Application.class_id, func.count())
        .where(Application.class_id.in_(wanted), Application.status.in_(HOLDING))
        .group_by(Application.class_id)
    )
    trained = session.execute(
        select(Enrolment.class_id, func.count())
        .where(Enrolment.class_id.in_(wanted), Enrolment.status.not_in(GONE))
        .group_by(Enrolment.class_id)
    )
    for class_id, count in (*held, *trained):
        left[class_id] -= count
    return left
