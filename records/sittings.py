"""Sittings: sessions of a test or an interview, with a time, a place and so many seats."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, Float, ForeignKey, Select, String, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant


class SittingState(StrEnum):
    """`held`: attendance was taken and closed."""

    OPEN = "open"
    HELD = "held"
    CANCELLED = "cancelled"


class Sitting(Base):
    """`kind` is a component of the profile (tertulis, wawancara ...); without a class it is for the whole cohort.

    `taken` counts the seats that are held; `round` counts its times: moved to another time, everybody is asked anew.
    """

    __tablename__ = "sittings"
    __table_args__ = (CheckConstraint("taken >= 0 AND taken <= capacity", name="seats"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    class_id: Mapped[int | None] = mapped_column(ForeignKey("classes.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    minutes: Mapped[int]
    place: Mapped[str] = mapped_column(String(160))
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    capacity: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    round: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))

    @property
    def free(self) -> int:
        return self.capacity - self.taken


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it is: in words, and as a point on the map (degrees) where one is known."""

    place: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Sittings to be scheduled one after the other: `count` of them, each `minutes` long, `pause` minutes between."""

    kind: str
    cohort_id: int
    class_id: int | None
    first: datetime
    minutes: int
    count: int
    capacity: int
    spot: Spot
    pause: int = 0

    def starts(self) -> list[datetime]:
        return [self.first + timedelta(minutes=n * (self.minutes + self.pause)) for n in range(self.count)]


def schedule(session: Session, plan: Plan, staff_id: int, now: datetime) -> list[int]:
    """The ids of the new sittings, the earliest first."""
    made = [
        Sitting(
            kind=plan.kind,
            cohort_id=plan.cohort_id,
            class_id=plan.class_id,
            starts_at=starts_at,
            minutes=plan.minutes,
            place=plan.spot.place,
            latitude=plan.spot.latitude,
            longitude=plan.spot.longitude,
            capacity=plan.capacity,
            taken=0,
            round=1,
            state=SittingState.OPEN.value,
            created_at=now,
            created_by=staff_id,
        )
        for starts_at in plan.starts()
    ]
    session.add_all(made)
    session.flush()
    return [sitting.id for sitting in made]


def by_id(session: Session, sitting_id: int) -> Sitting | None:
    """As it stands now: seats are counted by statements that go past what a session has loaded."""
    found = select(Sitting).where(Sitting.id == sitting_id)
    return session.scalar(found, execution_options={"populate_existing": True})


def for_class(session: Session, class_id: int, cohort_id: int) -> list[Sitting]:
    """Those an applicant of the class may be invited to, cancelled ones too, the earliest first."""
    mine = or_(Sitting.class_id == class_id, Sitting.class_id.is_(None) & (Sitting.cohort_id == cohort_id))
    return _fresh(session, select(Sitting).where(mine))


def of_cohort(session: Session, cohort_id: int) -> list[Sitting]:
    return _fresh(session, select(Sitting).where(Sitting.cohort_id == cohort_id))


def _fresh(session: Session, chosen: Select[Sitting]) -> list[Sitting]:
    ordered = chosen.order_by(Sitting.starts_at, Sitting.id)
    return list(session.scalars(ordered, execution_options={"populate_existing": True}))


def postpone(session: Session, sitting_id: int, starts_at: datetime, spot: Spot | None = None) -> bool:
    """Gives it another time, and perhaps another place; True where it was still to be held."""
    where = {} if spot is None else {"place": spot.place, "latitude": spot.latitude, "longitude": spot.longitude}
    changed = session.execute(
        update(Sitting)
        .where(Sitting.id == sitting_id, Sitting.state == SittingState.OPEN.value)
        .values(starts_at=starts_at, round=Sitting.round + 1, **where)
        .returning(Sitting.id)
    )
    return changed.first() is not None


def enlarge(session: Session, sitting_id: int, seats: int) -> bool:
    """Adds seats to one that is still to be held."""
    changed = session.execute(
        update(Sitting)
        .where(Sitting.id == sitting_id, Sitting.state == SittingState.OPEN.value)
        .values(capacity=Sitting.capacity + seats)
        .returning(Sitting.id)
    )
    return changed.first() is not None


def end(session: Session, sitting_id: int, state: SittingState) -> bool:
    """Held or cancelled; True where this call did it."""
    changed = session.execute(
        update(Sitting)
        .where(Sitting.id == sitting_id, Sitting.state == SittingState.OPEN.value)
        .values(state=state.value)
        .returning(Sitting.id)
    )
    return changed.first() is not None
