"""Placements: where a selection puts each candidate, in the list of each class she chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.applications import Application
from records.base import Base, Identity, Sealed
from records.people import Person
from records.ranking import Entry, Outcome, allocate
from records.scores import Hundredths


class Placement(Base):
    """`place` is the order in the list of a class, first choices before second ones; `position` counts reserves.

    `barred`: why she cannot be placed, by the rules or (with `reason`) by hand.
    """

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("selection_id", "application_id", "class_id"),
        Index("ix_placements_class_outcome", "class_id", "outcome"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    selection_id: Mapped[int] = mapped_column(ForeignKey("selections.id"))
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    choice: Mapped[int]
    place: Mapped[int]
    total: Mapped[Decimal | None] = mapped_column(Hundredths)
    tie: Mapped[str | None] = mapped_column(String(16))
    barred: Mapped[str | None] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))
    position: Mapped[int | None]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str | None] = mapped_column(Sealed)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list as staff read it."""

    id: int
    application_id: int
    number: str
    name: str
    submitted_at: datetime
    class_id: int
    choice: int
    place: int
    total: Decimal | None
    tie: str | None
    outcome: Outcome
    position: int | None
    reason: str | None


def replace_all(session: Session, selection_id: int, entries: Iterable[Entry]) -> None:
    """Writes the lists of a new selection."""
    rows = [
        {
            "selection_id": selection_id,
            "application_id": entry.application_id,
            "class_id": entry.class_id,
            "choice": entry.choice,
            "place": place,
            "total": entry.total,
            "tie": entry.tie,
            "barred": None if entry.barred is None else entry.barred.value,
            "outcome": Outcome.RESERVE.value,
        }
        for place, entry in enumerate(entries, 1)
    ]
    if rows:
        session.execute(insert(Placement), rows)


def entries_of(session: Session, selection_id: int, *, by_hand: bool = True) -> list[Entry]:
    """The lists in their order; without what was excluded `by_hand` as the rules had it."""
    return [_entry(row, by_hand) for row in _rows(session, selection_id)]


def _rows(session: Session, selection_id: int) -> list[Placement]:
    chosen = select(Placement).where(Placement.selection_id == selection_id).order_by(Placement.place, Placement.id)
    return list(session.scalars(chosen))


def _entry(row: Placement, by_hand: bool = True) -> Entry:
    barred = None if row.barred is None else Outcome(row.barred)
    if barred is Outcome.EXCLUDED and not by_hand:
        barred = None
    return Entry(row.application_id, row.class_id, row.choice, row.total, row.tie, barred)


def settle(
    session: Session, selection_id: int, ready: set[int], seats: Mapping[int, int], last: Mapping[int, int]
) -> None:
    """Gives seats and reserve numbers by the order of the lists; whoever is no longer `ready` leaves them, and a class
    without any seats to give (it was cancelled) has no list.
    """
    rows = {(row.application_id, row.class_id): row for row in _rows(session, selection_id)}
    for key, row in list(rows.items()):
        if row.application_id not in ready or row.class_id not in seats:
            session.delete(rows.pop(key))
    following = {class_id: position + 1 for class_id, position in last.items()}
    for placed in allocate(seats, [_entry(row) for row in rows.values()], following):
        row = rows[placed.entry.application_id, placed.entry.class_id]
        if (row.outcome, row.position) != (placed.outcome.value, placed.position):
            row.outcome, row.position = placed.outcome.value, placed.position
    session.flush()


def of_selection(session: Session, selection_id: int) -> list[Placement]:
    """Every line of every list, in order."""
    return _rows(session, selection_id)


def lines(session: Session, selection_id: int, class_id: int) -> list[Line]:
    """The list of a class, in order."""
    rows = session.execute(
        select(Placement, Application.number, Person.name, Application.submitted_at)
        .join(Application, Application.id == Placement.application_id)
        .join(Person, Person.id == Application.person_id)
        .where(Placement.selection_id == selection_id, Placement.class_id == class_id)
        .order_by(Placement.place, Placement.id)
    )
    return [
        Line(
            id=row.id,
            application_id=row.application_id,
            number=number,
            name=name,
            submitted_at=submitted_at,
            class_id=row.class_id,
            choice=row.choice,
            place=row.place,
            total=row.total,
            tie=row.tie,
            outcome=Outcome(row.outcome),
            position=row.position,
            reason=row.reason,
        )
        for row, number, name, submitted_at in rows
    ]


def counts(session: Session, selection_id: int) -> dict[int, dict[Outcome, int]]:
    """By class and outcome."""
    rows = session.execute(
        select(Placement.class_id, Placement.outcome, func.count())
        .where(Placement.selection_id == selection_id)
        .group_by(Placement.class_id, Placement.outcome)
    )
    found: dict[int, dict[Outcome, int]] = {}
    for class_id, outcome, count in rows:
        found.setdefault(class_id, {})[Outcome(outcome)] = count
    return found


def of_application(session: Session, selection_id: int, application_id: int) -> list[Placement]:
    """In her first choice and in her second."""
    chosen = select(Placement).where(Placement.selection_id == selection_id, Placement.application_id == application_id)
    return list(session.scalars(chosen.order_by(Placement.choice)))


def by_id(session: Session, placement_id: int) -> Placement | None:
    return session.get(Placement, placement_id)


def cuts(session: Session, selection_id: int) -> dict[int, Decimal]:
    """The lowest total with a seat, by class."""
    rows = session.execute(
        select(Placement.class_id, func.min(Placement.total))
        .where(Placement.selection_id == selection_id, Placement.outcome == Outcome.SELECTED.value)
        .group_by(Placement.class_id)
    )
    return {class_id: total for class_id, total in rows if total is not None}
