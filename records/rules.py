"""Rules: the requirements of one class, read and changed."""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from records.applications import Application
from records.classes import TrainingClass
from records.requirements import Requirements


def of_class(session: Session, class_id: int) -> Requirements | None:
    kept = session.scalar(select(TrainingClass.requirements).where(TrainingClass.id == class_id))
    return None if kept is None else Requirements.from_json(kept)


def change(session: Session, class_id: int, rules: Requirements) -> None:
    """From now on; whoever is filling in a registration is asked by the new rules with her next answer."""
    session.execute(update(TrainingClass).where(TrainingClass.id == class_id).values(requirements=rules.to_json()))
    session.info.pop("briefs", None)


def applied(session: Session, class_id: int) -> int:
    """How many applied under the rules as they were."""
    return session.scalar(select(func.count(Application.id)).where(Application.class_id == class_id)) or 0
