"""Re-registration (daftar ulang): a seat that is offered until a deadline, and the reserves who wait behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, delete, exists, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import enrolments, road, selections, vacancies
from records.applications import Application, ApplicationStatus
from records.base import Base, Instant
from records.batches import batched
from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.objections import Objection, ObjectionState
from records.people import Link, Person
from records.placements import Placement
from records.ranking import Outcome
from records.selections import Selection, SelectionState
from records.steps import Kind, Step

_RESERVE, _ASKED = ApplicationStatus.RESERVE.value, ApplicationStatus.REREGISTERING.value


class Reregistration(Base):
    """One an application: since when she is asked, and until when she may confirm."""

    __tablename__ = "reregistrations"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True, autoincrement=False)
    offered_at: Mapped[datetime] = mapped_column(Instant)
    confirm_by: Mapped[datetime] = mapped_column(Instant, index=True)


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
class Asked:
    """Somebody who may still confirm, as staff see her."""

    application_id: int
    number: str
    name: str
    phone: str | None
    confirm_by: datetime
    has_chat: bool


def open_for(
    session: Session, application_id: int, confirm_by: datetime, now: datetime, staff_id: int | None = None
) -> bool:
    """Offers a seat to somebody selected, or to a reserve."""
    asked = ApplicationStatus.REREGISTERING
    if not road.move(session, Kind.APPLICATION, application_id, asked, now, staff_id=staff_id):
        return False
    session.merge(Reregistration(application_id=application_id, offered_at=now, confirm_by=confirm_by))
    session.flush()
    return True


def open_all(
    session: Session, application_ids: Iterable[int], confirm_by: datetime, now: datetime, staff_id: int
) -> None:
    """Offers a seat to many who were selected."""
    asked = road.move_all(
        *(session, Kind.APPLICATION, dict.fromkeys(application_ids), ApplicationStatus.REREGISTERING, now),
        staff_id=staff_id,
    )
    for some in batched(sorted(asked)):
        session.execute(delete(Reregistration).where(Reregistration.application_id.in_(some)))
        rows = [{"application_id": each, "offered_at": now, "confirm_by": confirm_by} for each in some]
        session.execute(insert(Reregistration), rows)


def offer(session: Session, reserve: Reserve, confirm_by: datetime, now: datetime) -> bool:
    """A reserve is offered the seat of this class, which is hers from now on; False where it is not free any more."""
    if vacancies.free(session, [reserve.class_id])[reserve.class_id] < 1:
        return False
    application = session.get_one(Application, reserve.application_id)
    if application.class_id != reserve.class_id:
        application.class_id, application.second_class_id = reserve.class_id, application.class_id
        session.flush()
    return open_for(session, reserve.application_id, confirm_by, now)


def confirm(session: Session, application_id: int, now: datetime, staff_id: int | None = None) -> Enrolment | None:
    """She comes: a participant from now on. None where the seat is not (or no longer) hers to take."""
    participant = ApplicationStatus.PARTICIPANT
    if not road.move(session, Kind.APPLICATION, application_id, participant, now, staff_id=staff_id):
        return None
    application = session.get_one(Application, application_id)
    return enrolments.enrol(session, application.person_id, application.class_id, application_id, now)


def of_application(session: Session, application_id: int) -> Reregistration | None:
    return session.get(Reregistration, application_id)


def postpone(session: Session, application_id: int, confirm_by: datetime) -> None:
    """A later deadline."""
    hers = update(Reregistration).where(Reregistration.application_id == application_id)
    session.execute(hers.values(confirm_by=confirm_by))


def overdue(session: Session, now: datetime, limit: int) -> list[tuple[int, int, int]]:
    """(application, person, class) of those whose deadline passed in silence, the longest ago first."""
    rows = session.execute(
        select(Application.id, Application.person_id, Application.class_id)
        .join(Reregistration, Reregistration.application_id == Application.id)
        .where(Application.status == _ASKED, Reregistration.confirm_by <= now)
        .order_by(Reregistration.confirm_by, Application.id)
        .limit(limit)
    )
    return [(application_id, person_id, class_id) for application_id, person_id, class_id in rows]


def next_deadline(session: Session, after: datetime) -> datetime | None:
    return session.scalar(
        select(func.min(Reregistration.confirm_by))
        .join(Application, Application.id == Reregistration.application_id)
        .where(Application.status == _ASKED, Reregistration.confirm_by > after)
    )


_TAKEN_BACK = (
    exists()
    .where(Objection.application_id == Application.id, Objection.state == ObjectionState.GRANTED.value)
    .where(Step.id == Objection.step_id, Step.status == ApplicationStatus.NOT_SELECTED.value)
)


def _waiting() -> Select[int, int, int, int | None, bool]:
    """In classes that take place."""
    return (
        select(Application.id, Application.person_id, Placement.class_id, Placement.position, _TAKEN_BACK)
        .join(Placement, Placement.application_id == Application.id)
        .join(Selection, Selection.id == Placement.selection_id)
        .join(TrainingClass, TrainingClass.id == Placement.class_id)
        .where(Application.status == _RESERVE, Selection.state == SelectionState.PUBLISHED.value)
        .where(TrainingClass.cancelled_at.is_(None))
        .where(Placement.outcome == Outcome.RESERVE.value)
        .order_by(Placement.position, Application.id)
    )


def _reserve(application_id: int, person_id: int, class_id: int, position: int | None, by_objection: bool) -> Reserve:
    if position is None:
        raise ValueError("a reserve has a number")
    return Reserve(application_id, person_id, class_id, position, by_objection)


def waiting(session: Session, class_id: int) -> list[Reserve]:
    """The reserves of a class who are still waiting, in order."""
    rows = session.execute(_waiting().where(Placement.class_id == class_id))
    return [_reserve(*row) for row in rows]


def other_lines(session: Session, application_ids: Sequence[int], class_id: int) -> list[Reserve]:
    """For which other classes these wait, their first choices first."""
    hers = _waiting().where(Application.id.in_(application_ids), Placement.class_id != class_id)
    return [_reserve(*row) for row in session.execute(hers.order_by(None).order_by(Placement.choice, Placement.id))]


def standings(session: Session, application_id: int) -> list[Standing]:
    """In which classes somebody waits, her first choice first, and how many are before her now."""
    mine = session.execute(_waiting().where(Application.id == application_id).order_by(None).order_by(Placement.choice))
    found = []
    for reserve in [_reserve(*row) for row in mine]:
        ahead = [each for each in waiting(session, reserve.class_id) if each.position < reserve.position]
        found.append(Standing(reserve.class_id, reserve.position, len(ahead), reserve.by_objection))
    return found


def classes_with_reserves(session: Session) -> list[tuple[int, date]]:
    """(class, its first day) of the classes for whose seats somebody waits."""
    rows = session.execute(
        select(TrainingClass.id, TrainingClass.starts_on)
        .where(TrainingClass.id.in_(_waiting().order_by(None).with_only_columns(Placement.class_id)))
        .order_by(TrainingClass.id)
    )
    return [(class_id, starts_on) for class_id, starts_on in rows]


def asked(session: Session, class_id: int) -> list[Asked]:
    """Who may still confirm in a class, those whose deadline is nearest first."""
    rows = session.execute(
        select(Application.id, Application.number, Person.name, Person.phone, Reregistration.confirm_by, Link.chat_id)
        .join(Reregistration, Reregistration.application_id == Application.id)
        .join(Person, Person.id == Application.person_id)
        .outerjoin(Link, Link.person_id == Person.id)
        .where(Application.class_id == class_id, Application.status == _ASKED)
        .order_by(Reregistration.confirm_by, Application.number)
    )
    return [Asked(*row[:5], has_chat=row[5] is not None) for row in rows]


def count(session: Session, class_ids: Iterable[int], status: ApplicationStatus) -> dict[int, int]:
    """How many applications to each class stand there."""
    rows = session.execute(
        select(Application.class_id, func.count())
        .where(Application.class_id.in_(list(class_ids)), Application.status == status.value)
        .group_by(Application.class_id)
    )
    return dict(rows.all())


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
