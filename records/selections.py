"""Selections: a proposal for a cohort as a document.

A draft is drawn up, changed by hand with reasons, sent for review, published by a second officer. Until then nothing
has happened to anybody.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import scores, vacancies
from records.applications import Application, ApplicationStatus
from records.appointments import Appointment, Attendance
from records.base import Base, Identity, Instant
from records.classes import TrainingClass
from records.placements import Placement, entries_of, replace_all, settle
from records.ranking import Candidate, Rules, rank

# Those who can be placed: their papers are in order.
READY = (ApplicationStatus.ADMINISTRATIVELY_PASSED.value, ApplicationStatus.TEST_SCHEDULED.value)
# Those whose papers are still looked at: they are not in any proposal.
UNDECIDED = (
    ApplicationStatus.SUBMITTED.value,
    ApplicationStatus.VERIFYING.value,
    ApplicationStatus.CORRECTION.value,
)


class SelectionState(StrEnum):
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    VOID = "void"


OPEN = (SelectionState.DRAFT.value, SelectionState.REVIEW.value)


class Selection(Base):
    """`sent_by` sent it for review: whoever publishes is somebody else. `confirm_by`: until when those selected
    re-register.
    """

    __tablename__ = "selections"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    drafted_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    drafted_at: Mapped[datetime] = mapped_column(Instant)
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    published_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    decree: Mapped[str | None] = mapped_column(String(80))
    confirm_by: Mapped[datetime | None] = mapped_column(Instant)


def by_id(session: Session, selection_id: int) -> Selection | None:
    return session.get(Selection, selection_id)


def of_cohort(session: Session, cohort_id: int) -> list[Selection]:
    """Those that count, the latest first: the one being worked on, and those that were published."""
    chosen = select(Selection).where(Selection.cohort_id == cohort_id, Selection.state != SelectionState.VOID.value)
    return list(session.scalars(chosen.order_by(Selection.id.desc())))


def open_of(session: Session, cohort_id: int) -> Selection | None:
    """The one being worked on."""
    return next((each for each in of_cohort(session, cohort_id) if each.state in OPEN), None)


def count_to_review(session: Session, staff_id: int) -> int:
    """How many wait for a second officer and were sent by another one than this."""
    chosen = select(func.count()).select_from(Selection)
    waiting = chosen.where(Selection.state == SelectionState.REVIEW.value, Selection.sent_by != staff_id)
    return session.scalar(waiting) or 0


def classes_of(session: Session, cohort_id: int) -> list[int]:
    chosen = (
        select(TrainingClass.id)
        .where(TrainingClass.cohort_id == cohort_id, TrainingClass.cancelled_at.is_(None))
        .order_by(TrainingClass.id)
    )
    return list(session.scalars(chosen))


def _ready(cohort_id: int) -> Select[Application]:
    theirs = select(Application).where(Application.cohort_id == cohort_id, Application.status.in_(READY))
    return theirs.order_by(Application.id)


def candidates(session: Session, cohort_id: int) -> list[Candidate]:
    """Everybody of a cohort whose papers are in order, with her scores."""
    known: dict[int, dict[str, Decimal]] = {}
    for class_id in classes_of(session, cohort_id):
        known |= scores.of_class(session, class_id)
    missed = set(
        session.scalars(
            select(Appointment.application_id)
            .join(Application, Application.id == Appointment.application_id)
            .where(Application.cohort_id == cohort_id, Appointment.attendance == Attendance.ABSENT.value)
        )
    )
    ready = session.execute(
        _ready(cohort_id).with_only_columns(
            *(Application.id, Application.number, Application.class_id, Application.second_class_id),
            Application.submitted_at,
        )
    )
    return [
        Candidate(which, number, first, second, submitted_at, known.get(which, {}), which in missed)
        for which, number, first, second, submitted_at in ready
    ]


def undecided(session: Session, cohort_id: int) -> int:
    """How many papers of a cohort nobody has finished looking at."""
    chosen = select(Application.id).where(Application.cohort_id == cohort_id, Application.status.in_(UNDECIDED))
    return len(session.scalars(chosen).all())


def propose(session: Session, cohort_id: int, rules: dict[int, Rules], staff_id: int, now: datetime) -> Selection:
    """A new draft from the scores as they are; the one worked on before is void."""
    session.execute(
        update(Selection)
        .where(Selection.cohort_id == cohort_id, Selection.state.in_(OPEN))
        .values(state=SelectionState.VOID.value)
    )
    drawn = Selection(cohort_id=cohort_id, state=SelectionState.DRAFT.value, drafted_by=staff_id, drafted_at=now)
    session.add(drawn)
    session.flush()
    replace_all(session, drawn.id, rank(candidates(session, cohort_id), rules))
    refresh(session, drawn)
    return drawn


def refresh(session: Session, selection: Selection) -> None:
    """Places everybody anew by the order of the lists: after a change, or where somebody withdrew meanwhile. What was
    published stays as it is.
    """
    session.refresh(selection)
    if selection.state not in OPEN:
        return
    ready = set(session.scalars(_ready(selection.cohort_id).with_only_columns(Application.id)))
    class_ids = classes_of(session, selection.cohort_id)
    settle(session, selection.id, ready, vacancies.free(session, class_ids), last_positions(session, class_ids))


def is_stale(session: Session, selection: Selection, rules: dict[int, Rules]) -> bool:
    """Whether scores, rules or those to be placed have changed since it was drawn up. Who withdrew does not matter."""
    drawn = {(e.application_id, e.class_id): e for e in entries_of(session, selection.id, by_hand=False)}
    for entry in rank(candidates(session, selection.cohort_id), rules):
        before = drawn.get((entry.application_id, entry.class_id))
        if before is None or (before.total, before.barred) != (entry.total, entry.barred):
            return True
    return False


def move(
    session: Session,
    selection_id: int,
    earlier: Iterable[SelectionState],
    to: SelectionState,
    **values: object,
) -> bool:
    """From one state to the next, if nobody has done so before."""
    changed = session.execute(
        update(Selection)
        .where(Selection.id == selection_id, Selection.state.in_([state.value for state in earlier]))
        .values(state=to.value, **values)
        .returning(Selection.id)
    )
    return changed.first() is not None


def send(session: Session, selection_id: int, staff_id: int, now: datetime) -> bool:
    return move(session, selection_id, (SelectionState.DRAFT,), SelectionState.REVIEW, sent_by=staff_id, sent_at=now)


def take_back(session: Session, selection_id: int) -> bool:
    """Back to the draft, to be changed."""
    return move(session, selection_id, (SelectionState.REVIEW,), SelectionState.DRAFT, sent_by=None, sent_at=None)


def discard(session: Session, selection_id: int) -> bool:
    """Undo: as if it had never been drawn up."""
    return move(session, selection_id, (SelectionState.DRAFT, SelectionState.REVIEW), SelectionState.VOID)


def last_positions(session: Session, class_ids: Iterable[int]) -> dict[int, int]:
    """The highest number of a reserve that was published, by class."""
    rows = session.execute(
        select(Placement.class_id, func.max(Placement.position))
        .join(Selection, Selection.id == Placement.selection_id)
        .where(Selection.state == SelectionState.PUBLISHED.value, Placement.class_id.in_(list(class_ids)))
        .where(Placement.position.is_not(None))
        .group_by(Placement.class_id)
    )
    return {class_id: position for class_id, position in rows if position is not None}
