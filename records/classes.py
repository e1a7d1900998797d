"""Classes: a programme in a cohort, with seats, dates, a place, a source of funds and requirements."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, String, and_, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.applications import Application
from records.base import Base, Identity, Instant
from records.cohorts import Cohort
from records.enrolments import GONE, Enrolment
from records.programmes import Programme
from records.requirements import Requirements


class TrainingClass(Base):
    __tablename__ = "classes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(24), unique=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    seats: Mapped[int]
    lesson_hours: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(120))
    funding: Mapped[str] = mapped_column(String(16))
    requirements: Mapped[str] = mapped_column(String(400))
    graduated_at: Mapped[datetime | None] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Offer:
    """A class as a job seeker sees it."""

    id: int
    code: str
    programme: str
    teaches: str
    cohort_id: int
    cohort: str
    seats: int
    applicants: int
    lesson_hours: int
    starts_on: date
    ends_on: date
    place: str
    funding: str
    requirements: Requirements
    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now < self.closes_at


@dataclass(frozen=True, slots=True)
class Brief:
    """The little that every turn of a registration must know of its class."""

    programme: str
    cohort: str
    cohort_id: int
    starts_on: date
    place: str
    requirements: Requirements
    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now < self.closes_at


@dataclass(frozen=True, slots=True)
class Running:
    """A class as staff see it: who is in it and whether it has graduated."""

    id: int
    code: str
    programme: str
    cohort_id: int
    cohort: str
    starts_on: date
    ends_on: date
    participants: int
    graduated: bool


_OFFER = (
    select(TrainingClass, Programme, Cohort, func.count(Application.id))
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .join(Cohort, Cohort.id == TrainingClass.cohort_id)
    .outerjoin(Application, Application.class_id == TrainingClass.id)
    .group_by(TrainingClass.id, Programme.id, Cohort.id)
    .order_by(Cohort.closes_at, Programme.name)
)


_BRIEF = (
    select(
        Programme.name,
        Cohort.name,
        Cohort.id,
        TrainingClass.starts_on,
        TrainingClass.place,
        TrainingClass.requirements,
        Cohort.opens_at,
        Cohort.closes_at,
    )
    .select_from(TrainingClass)
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .join(Cohort, Cohort.id == TrainingClass.cohort_id)
    .where(TrainingClass.id == bindparam("class_id"))
)


def brief(session: Session, class_id: int) -> Brief | None:
    """Asked once a transaction: in a rush many turns that share one speak of the same class."""
    briefs: dict[int, Brief | None] = session.info.setdefault("briefs", {})
    if class_id not in briefs:
        briefs[class_id] = _brief(session, class_id)
    return briefs[class_id]


def _brief(session: Session, class_id: int) -> Brief | None:
    row = session.connection().execute(_BRIEF, {"class_id": class_id}).first()
    if row is None:
        return None
    return Brief(row[0], row[1], row[2], row[3], row[4], Requirements.from_json(row[5]), row[6], row[7])


def _offers(session: Session, chosen: Select[TrainingClass, Programme, Cohort, int]) -> list[Offer]:
    return [_offer(a_class, programme, cohort, count) for a_class, programme, cohort, count in session.execute(chosen)]


def _offer(a_class: TrainingClass, programme: Programme, cohort: Cohort, applicants: int) -> Offer:
    return Offer(
        id=a_class.id,
        code=a_class.code,
        programme=programme.name,
        teaches=programme.teaches,
        cohort_id=cohort.id,
        cohort=cohort.name,
        seats=a_class.seats,
        applicants=applicants,
        lesson_hours=a_class.lesson_hours,
        starts_on=a_class.starts_on,
        ends_on=a_class.ends_on,
        place=a_class.place,
        funding=a_class.funding,
        requirements=Requirements.from_json(a_class.requirements),
        opens_at=cohort.opens_at,
        closes_at=cohort.closes_at,
    )


def open_at(session: Session, now: datetime, cohort_id: int | None = None) -> list[Offer]:
    """The classes one can register for now, of one cohort or of all."""
    chosen = _OFFER.where(Cohort.opens_at <= now, Cohort.closes_at > now)
    return _offers(session, chosen if cohort_id is None else chosen.where(Cohort.id == cohort_id))


def by_id(session: Session, class_id: int) -> Offer | None:
    return next(iter(_offers(session, _OFFER.where(TrainingClass.id == class_id))), None)


def by_code(session: Session, code: str) -> Offer | None:
    return next(iter(_offers(session, _OFFER.where(TrainingClass.code == code))), None)


def with_participants(session: Session) -> list[Running]:
    """Classes that somebody is or was in, the latest first; counted are those who neither left nor were dismissed."""
    rows = session.execute(
        select(TrainingClass, Programme.name, Cohort.name, func.count(Enrolment.id))
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .join(Enrolment, and_(Enrolment.class_id == TrainingClass.id, Enrolment.status.not_in(GONE)))
        .group_by(TrainingClass.id, Programme.id, Cohort.id)
        .order_by(TrainingClass.ends_on.desc(), TrainingClass.id)
    )
    return [
        Running(c.id, c.code, programme, c.cohort_id, cohort, c.starts_on, c.ends_on, count, c.graduated_at is not None)
        for c, programme, cohort, count in rows
    ]


def close(session: Session, class_id: int, now: datetime) -> None:
    """The training is over."""
    session.execute(update(TrainingClass).where(TrainingClass.id == class_id).values(graduated_at=now))
