"""Re-registration (daftar ulang): a seat that is offered until a deadline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import enrolments, plain, road, vacancies
from records.applications import Application, ApplicationStatus
from records.base import Base, Instant
from records.batches import batched
from records.enrolments import Enrolment
from records.people import Link, Person
from records.reserves import Reserve
from records.steps import Kind

_ASKED = ApplicationStatus.REREGISTERING.value


class Reregistration(Base):
    """One an application: since when she is asked, and until when she may confirm."""

    __tablename__ = "reregistrations"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True, autoincrement=False)
    offered_at: Mapped[datetime] = mapped_column(Instant)
    confirm_by: Mapped[datetime] = mapped_column(Instant, index=True)


# Built once: every tick asks for them.
_OVERDUE = (
    select(Application.id, Application.person_id, Application.class_id)
    .join(Reregistration, Reregistration.application_id == Application.id)
    .where(Application.status == _ASKED, Reregistration.confirm_by <= bindparam("now"))
    .order_by(Reregistration.confirm_by, Application.id)
    .limit(bindparam("limit"))
)
_NEXT_DEADLINE = (
    select(func.min(Reregistration.confirm_by))
    .join(Application, Application.id == Reregistration.application_id)
    .where(Application.status == _ASKED, Reregistration.confirm_by > bindparam("after"))
)


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
    rows = plain.rows(session, _OVERDUE, now=now, limit=limit)
    return [(application_id, person_id, class_id) for application_id, person_id, class_id in rows]


def next_deadline(session: Session, after: datetime) -> datetime | None:
    return plain.scalar(session, _NEXT_DEADLINE, after=after)


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
