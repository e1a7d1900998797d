"""Steps: every status that an application or a training has had, with its time, by whom and why. Never altered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed


class Kind(StrEnum):
    """What walks the road."""

    APPLICATION = "application"
    ENROLMENT = "enrolment"
    COMPETENCY = "competency"
    BNSP = "bnsp"
    INCUBATOR = "incubator"


class Step(Base):
    __tablename__ = "steps"
    __table_args__ = (Index("ix_steps_kind_matter", "kind", "matter_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    matter_id: Mapped[int] = mapped_column(BigInteger)
    status: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(Instant)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str | None] = mapped_column(Sealed)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step as it is shown: the status, since when, and why."""

    status: str
    at: datetime
    reason: str | None


_NEW = insert(Step)
_ALL = (
    select(Step.status, Step.at, Step.reason)
    .where(Step.kind == bindparam("kind"), Step.matter_id == bindparam("matter"))
    .order_by(Step.id)
)


def tread(
    session: Session,
    kind: Kind,
    matter_id: int,
    status: StrEnum,
    now: datetime,
    *,
    staff_id: int | None = None,
    reason: str | None = None,
) -> None:
    """Writes a step down: the first one, or one that `road.move` has made."""
    values = {
        "kind": kind.value,
        "matter_id": matter_id,
        "status": status.value,
        "at": now,
        "staff_id": staff_id,
        "reason": reason,
    }
    session.connection().execute(_NEW, values)


def tread_all(
    session: Session,
    kind: Kind,
    matters: Mapping[int, str | None],
    status: StrEnum,
    now: datetime,
    staff_id: int | None = None,
) -> None:
    """The same step of many matters, each with its reason, in one statement."""
    rows = [
        {
            "kind": kind.value,
            "matter_id": matter_id,
            "status": status.value,
            "at": now,
            "staff_id": staff_id,
            "reason": reason,
        }
        for matter_id, reason in matters.items()
    ]
    if rows:
        session.connection().execute(_NEW, rows)


def by_id(session: Session, step_id: int) -> Step | None:
    return session.get(Step, step_id)


def latest(session: Session, kind: Kind, matter_id: int) -> Step | None:
    """The step that led to where it stands now."""
    of_it = select(Step).where(Step.kind == kind.value, Step.matter_id == matter_id)
    return session.scalar(of_it.order_by(Step.id.desc()).limit(1))


def milestones(session: Session, kind: Kind, matter_id: int) -> list[Milestone]:
    """Every step so far, the first one first."""
    return [Milestone(*row) for row in session.execute(_ALL, {"kind": kind.value, "matter": matter_id})]
