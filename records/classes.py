"""Classes: a programme in a cohort, with seats, dates, a place, a source of funds and requirements."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant
from records.cohorts import Cohort
from records.enrolments import GONE, Enrolment
from records.programmes import Programme
from records.requirements import Requirements


class TrainingClass(Base):
    """`applicant_cap`: how many may apply at most (None: anybody may); the map point is in degrees.

    `followup_waves`: the months after the training in which its graduates are asked, as "1,3,6,12" (None: those of the
    profile).
    """

    __tablename__ = "classes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(24), unique=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    seats: Mapped[int]
    applicant_cap: Mapped[int | None]
    lesson_hours: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(120))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    instructor: Mapped[str | None] = mapped_column(String(120))
    facilities: Mapped[str | None] = mapped_column(String(300))
    funding: Mapped[str] = mapped_column(String(16))
    requirements: Mapped[str] = mapped_column(String(400))
    graduated_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
    cancel_reason: Mapped[str | None] = mapped_column(String(300))
    followup_waves: Mapped[str | None] = mapped_column(String(60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Registrable:
    """Something one can register for, for a time. `called_off`: cancelled, or its cohort archived."""

    opens_at: datetime
    closes_at: datetime
    called_off: bool

    def is_open(self, now: datetime) -> bool:
        return self.opens_at <= now < self.closes_at and not self.called_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(Registrable):
    """The little that every turn of a registration must know of its class."""

    programme: str
    cohort: str
    cohort_id: int
    starts_on: date
    place: str
    requirements: Requirements


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
        or_(TrainingClass.cancelled_at.is_not(None), Cohort.archived_at.is_not(None)),
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
    programme, cohort, cohort_id, starts_on, place, requirements, opens_at, closes_at, called_off = row
    return Brief(
        programme=programme,
        cohort=cohort,
        cohort_id=cohort_id,
        starts_on=starts_on,
        place=place,
        requirements=Requirements.from_json(requirements),
        opens_at=opens_at,
        closes_at=closes_at,
        called_off=bool(called_off),
    )


def forget_briefs(session: Session) -> None:
    """After a change: whoever comes later in this transaction reads anew."""
    session.info.pop("briefs", None)


def by_id(session: Session, class_id: int) -> TrainingClass | None:
    return session.get(TrainingClass, class_id)


# Built once: each graduate asks for them.
_WAVES = select(TrainingClass.followup_waves).where(TrainingClass.id == bindparam("class_id"))


def waves_of(session: Session, class_id: int) -> str | None:
    """The waves of a class, where it has its own."""
    return plain.scalar(session, _WAVES, class_id=class_id)


def ask_in(session: Session, class_id: int, waves: str | None) -> None:
    """Gives a class waves of its own, or takes them away; planning anew is the caller's."""
    session.execute(update(TrainingClass).where(TrainingClass.id == class_id).values(followup_waves=waves))


def of_cohort(session: Session, cohort_id: int) -> list[tuple[TrainingClass, str]]:
    """Every class of a cohort with the name of its programme, the cancelled ones last."""
    rows = session.execute(
        select(TrainingClass, Programme.name)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .where(TrainingClass.cohort_id == cohort_id)
        .order_by(TrainingClass.cancelled_at.is_not(None), Programme.name, TrainingClass.id)
    )
    return [(a_class, name) for a_class, name in rows]


def participants(session: Session, class_id: int) -> int:
    """How many are in a class: those who neither left nor were dismissed."""
    counted = select(func.count(Enrolment.id)).where(Enrolment.class_id == class_id, Enrolment.status.not_in(GONE))
    return session.scalar(counted) or 0


def codes(session: Session) -> frozenset[str]:
    """Every code that is taken."""
    return frozenset(session.scalars(select(TrainingClass.code)))


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
