"""The incubator: the best of each kejuruan of a cohort, proposed by a rule that is shown, confirmed by staff.

The order is deterministic: the criteria of the profile, each from high to low, and last the number of the enrolment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import attendance, competency
from records.base import Base, Identity, Sealed
from records.classes import TrainingClass
from records.enrolments import Enrolment, EnrolmentStatus
from records.steps import Kind, tread


class IncubatorStatus(StrEnum):
    PROPOSED = "diusulkan"
    STRUCK = "dicoret"
    INCUBATING = "inkubator"


class Incubation(Base):
    """A graduate whose place was decided by hand, or confirmed. Whoever only the rule proposes has no row yet."""

    __tablename__ = "incubations"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), unique=True)
    status: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(Sealed)


@dataclass(frozen=True, slots=True)
class Merit:
    """What speaks for a graduate. `attendance` is a share 0 to 1; `score` is the training's mark, 0 to 100. Whoever
    was not `examined` or not `marked` yet is ranked as if she had failed, but is not told so.
    """

    enrolment_id: int
    person_id: int
    competent: bool
    attendance: float
    score: float
    examined: bool = True
    marked: bool = True

    def value(self, criterion: str) -> float:
        return {"competency": float(self.competent), "attendance": self.attendance, "score": self.score}[criterion]


def ranked(merits: Sequence[Merit], criteria: Sequence[str]) -> list[Merit]:
    """The best first; equals by the number of their enrolment, so that the order is always the same."""
    return sorted(merits, key=lambda m: (*(-m.value(criterion) for criterion in criteria), m.enrolment_id))


def proposal(order: Sequence[Merit], decided: Mapping[int, IncubatorStatus], places: int) -> list[Merit]:
    """Those put in by hand, then the best that were not struck, as many as there are places, in the order of merit."""
    by_hand = [
        m for m in order if decided.get(m.enrolment_id) in (IncubatorStatus.PROPOSED, IncubatorStatus.INCUBATING)
    ]
    by_rule = [m for m in order if m.enrolment_id not in decided]
    chosen = {m.enrolment_id for m in (by_hand + by_rule)[: max(places, len(by_hand))]}
    return [m for m in order if m.enrolment_id in chosen]


def merits(session: Session, cohort_id: int, programme_id: int, excused_counts: bool) -> list[Merit]:
    """The graduates of a kejuruan in a cohort."""
    rows = session.execute(
        select(Enrolment.id, Enrolment.person_id, Enrolment.score)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(
            TrainingClass.cohort_id == cohort_id,
            TrainingClass.programme_id == programme_id,
            Enrolment.status == EnrolmentStatus.GRADUATED.value,
        )
        .order_by(Enrolment.id)
    ).all()
    ids = [row[0] for row in rows]
    tallies, passed = attendance.tallies(session, ids), competency.competent(session, ids)
    examined = competency.examined(session, ids)
    return [
        Merit(
            enrolment_id=enrolment_id,
            person_id=person_id,
            competent=enrolment_id in passed,
            attendance=tallies[enrolment_id].share(excused_counts) or 0.0,
            score=(score or 0) / 100,
            examined=enrolment_id in examined,
            marked=score is not None,
        )
        for enrolment_id, person_id, score in rows
    ]


def decided(session: Session, enrolment_ids: Sequence[int]) -> dict[int, Incubation]:
    found = session.scalars(select(Incubation).where(Incubation.enrolment_id.in_(list(enrolment_ids))))
    return {incubation.enrolment_id: incubation for incubation in found}


def of_enrolment(session: Session, enrolment_id: int) -> Incubation | None:
    return session.scalar(select(Incubation).where(Incubation.enrolment_id == enrolment_id))


def by_id(session: Session, incubation_id: int) -> Incubation | None:
    return session.get(Incubation, incubation_id)


def propose(session: Session, enrolment_id: int, reason: str | None, staff_id: int, now: datetime) -> int:
    """A first row for a graduate; its id."""
    incubation = Incubation(enrolment_id=enrolment_id, status=IncubatorStatus.PROPOSED.value, reason=reason)
    session.add(incubation)
    session.flush()
    tread(session, Kind.INCUBATOR, incubation.id, IncubatorStatus.PROPOSED, now, staff_id=staff_id, reason=reason)
    return incubation.id
