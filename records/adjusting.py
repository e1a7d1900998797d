"""Changes of placements by hand, each with its reason and who made it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.placements import Placement, of_application
from records.ranking import Outcome


def changed_by_hand(session: Session, selection_id: int) -> int:
    """How many stand otherwise than the scores have it."""
    chosen = select(func.count()).where(Placement.selection_id == selection_id, Placement.changed_by.is_not(None))
    return session.scalar(chosen) or 0


def swap(session: Session, one: Placement, other: Placement, staff_id: int, reason: str) -> None:
    """Two of one list change places; both bear the reason. A second choice never passes a first one."""
    if (one.selection_id, one.class_id, one.choice) != (other.selection_id, other.class_id, other.choice):
        raise ValueError("only two of one list and choice can change places")
    one.place, other.place = other.place, one.place
    for row in (one, other):
        row.changed_by, row.reason, row.tie = staff_id, reason, None
    session.flush()


def move_up(session: Session, row: Placement, staff_id: int, reason: str) -> bool:
    """Before the one above her; False where nobody of her choice is above."""
    above = session.scalar(
        select(Placement)
        .where(Placement.selection_id == row.selection_id, Placement.class_id == row.class_id)
        .where(Placement.choice == row.choice, Placement.place < row.place)
        .order_by(Placement.place.desc())
        .limit(1)
    )
    if above is None:
        return False
    above.place, row.place = row.place, above.place
    row.changed_by, row.reason, row.tie = staff_id, reason, None
    session.flush()
    return True


def exclude(session: Session, row: Placement, staff_id: int, reason: str) -> None:
    """She gets nothing by this selection, in neither of her classes."""
    _bar(session, row, None, Outcome.EXCLUDED.value, staff_id, reason)


def restore(session: Session, row: Placement, staff_id: int, reason: str) -> None:
    """She is placed again as the rules have it."""
    _bar(session, row, Outcome.EXCLUDED.value, None, staff_id, reason)


def _bar(session: Session, row: Placement, before: str | None, after: str | None, staff_id: int, reason: str) -> None:
    for each in of_application(session, row.selection_id, row.application_id):
        if each.barred == before:
            each.barred, each.changed_by, each.reason = after, staff_id, reason
    session.flush()
