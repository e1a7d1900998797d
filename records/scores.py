"""Scores: what an applicant reached in a test or an interview, by component; which there are is data of the profile."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Dialect, ForeignKey, Integer, String, UniqueConstraint, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

from records import plain
from records.applications import Application
from records.base import Base, Identity, Instant

LEAST, MOST = Decimal(0), Decimal(100)
HUNDREDTH = Decimal("0.01")


class Hundredths(TypeDecorator[Decimal]):
    """A number with two places, kept as a whole number of hundredths: exact on every database."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int((value * 100).to_integral_exact())

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)


class Score(Base):
    """From 0 to 100, with at most two places."""

    __tablename__ = "scores"
    __table_args__ = (UniqueConstraint("application_id", "component"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"))
    component: Mapped[str] = mapped_column(String(16))
    value: Mapped[Decimal] = mapped_column(Hundredths)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Mark:
    """A score to be written down."""

    application_id: int
    component: str
    value: Decimal


class ScoreError(ValueError):
    """A score must lie between 0 and 100 and have at most two places."""


def checked(value: Decimal) -> Decimal:
    if not value.is_finite() or not LEAST <= value <= MOST or value != value.quantize(HUNDREDTH):
        raise ScoreError(str(value))
    return value.quantize(HUNDREDTH)


# Built once: a selection asks for it class by class.
_OF_CLASS = (
    select(Score.application_id, Score.component, Score.value)
    .join(Application, Application.id == Score.application_id)
    .where(Application.class_id == bindparam("class_id"))
    .order_by(Score.application_id, Score.component)
)


def of_class(session: Session, class_id: int) -> dict[int, dict[str, Decimal]]:
    """By application and component, for the applications to a class that have any score."""
    rows = plain.rows(session, _OF_CLASS, class_id=class_id)
    found: dict[int, dict[str, Decimal]] = {}
    for application_id, component, value in rows:
        found.setdefault(application_id, {})[component] = value
    return found


def of_application(session: Session, application_id: int) -> dict[str, Decimal]:
    """By component."""
    rows = session.execute(select(Score.component, Score.value).where(Score.application_id == application_id))
    return {row.component: row.value for row in rows}


def record(session: Session, *marks: Mark, staff_id: int, now: datetime) -> None:
    """Writes scores down, in place of those there were; a ScoreError where one is out of range."""
    known = _known(session, {mark.application_id for mark in marks})
    rows = {(mark.application_id, mark.component): checked(mark.value) for mark in marks}
    new = [
        {"application_id": key[0], "component": key[1], "value": value, "staff_id": staff_id, "at": now}
        for key, value in rows.items()
        if key not in known
    ]
    if new:
        session.execute(insert(Score), new)
    for key, value in rows.items():
        if key in known and known[key][1] != value:
            session.execute(
                update(Score).where(Score.id == known[key][0]).values(value=value, staff_id=staff_id, at=now)
            )


def _known(session: Session, application_ids: set[int]) -> dict[tuple[int, str], tuple[int, Decimal]]:
    rows = session.execute(
        select(Score.application_id, Score.component, Score.id, Score.value).where(
            Score.application_id.in_(application_ids)
        )
    )
    return {(application_id, component): (score_id, value) for application_id, component, score_id, value in rows}
