"""Competency: uji kompetensi by an outside body (LSP), its sessions, and what became of each candidate."""

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant
from records.enrolments import Enrolment, EnrolmentStatus
from records.steps import Kind, tread


class CompetencyStatus(StrEnum):
    REGISTERED = "terdaftar"
    COMPETENT = "kompeten"
    NOT_YET = "belum_kompeten"
    ABSENT = "tidak_hadir"


class Examination(Base):
    """A session of the test: the class, the local day and hour ("08:00"), the place, and who examines."""

    __tablename__ = "examinations"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    held_on: Mapped[date] = mapped_column(index=True)
    begins: Mapped[str] = mapped_column(String(5))
    place: Mapped[str] = mapped_column(String(120))
    lsp: Mapped[str] = mapped_column(String(120))
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)


class Competency(Base):
    """One candidate (asesi) in one session. `mark` is the result that is going to be told, until then changeable."""

    __tablename__ = "competencies"
    __table_args__ = (UniqueConstraint("examination_id", "enrolment_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    examination_id: Mapped[int] = mapped_column(ForeignKey("examinations.id"))
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    status: Mapped[str] = mapped_column(String(24))
    mark: Mapped[str | None] = mapped_column(String(24))


# Built once: every tick asks for it.
_BETWEEN = (
    select(Examination)
    .where(Examination.held_on.between(bindparam("first"), bindparam("last")))
    .order_by(Examination.held_on, Examination.id)
)


def schedule(session: Session, examination: Examination, enrolment_ids: Collection[int], now: datetime) -> list[int]:
    """A new session with its candidates; their ids."""
    session.add(examination)
    session.flush()
    found = []
    for enrolment_id in enrolment_ids:
        candidate = Competency(
            examination_id=examination.id, enrolment_id=enrolment_id, status=CompetencyStatus.REGISTERED.value
        )
        session.add(candidate)
        session.flush()
        tread(session, Kind.COMPETENCY, candidate.id, CompetencyStatus.REGISTERED, now)
        found.append(candidate.id)
    return found


def candidates_of(session: Session, class_id: int) -> list[int]:
    """Graduates of a class who are neither competent nor registered for a session that is still open."""
    busy = select(Competency.enrolment_id).where(
        Competency.status.in_([CompetencyStatus.REGISTERED.value, CompetencyStatus.COMPETENT.value])
    )
    chosen = select(Enrolment.id).where(
        Enrolment.class_id == class_id,
        Enrolment.status == EnrolmentStatus.GRADUATED.value,
        Enrolment.id.not_in(busy),
    )
    return list(session.scalars(chosen.order_by(Enrolment.id)))


def examination(session: Session, examination_id: int) -> Examination | None:
    return session.get(Examination, examination_id)


def examinations_of(session: Session, class_id: int) -> list[Examination]:
    """The sessions of a class, the latest first."""
    chosen = select(Examination).where(Examination.class_id == class_id)
    return list(session.scalars(chosen.order_by(Examination.held_on.desc(), Examination.id.desc())))


def between(session: Session, first: date, last: date) -> list[Examination]:
    """The sessions held from the first to the last day, both included."""
    return list(session.scalars(_BETWEEN, {"first": first, "last": last}))


def by_id(session: Session, competency_id: int) -> Competency | None:
    return session.get(Competency, competency_id)


def of_examination(session: Session, examination_id: int) -> list[Competency]:
    chosen = select(Competency).where(Competency.examination_id == examination_id)
    return list(session.scalars(chosen.order_by(Competency.enrolment_id)))


def latest(session: Session, enrolment_id: int) -> Competency | None:
    """The candidate's last session."""
    chosen = select(Competency).where(Competency.enrolment_id == enrolment_id).order_by(Competency.id.desc())
    return session.scalars(chosen.limit(1)).first()


def competent(session: Session, enrolment_ids: Collection[int]) -> frozenset[int]:
    """Those of these who were found competent."""
    chosen = select(Competency.enrolment_id).where(
        Competency.enrolment_id.in_(list(enrolment_ids)), Competency.status == CompetencyStatus.COMPETENT.value
    )
    return frozenset(session.scalars(chosen))


def examined(session: Session, enrolment_ids: Collection[int]) -> frozenset[int]:
    """Those of these for whom any result was told."""
    chosen = select(Competency.enrolment_id).where(
        Competency.enrolment_id.in_(list(enrolment_ids)), Competency.status != CompetencyStatus.REGISTERED.value
    )
    return frozenset(session.scalars(chosen))


def mark(session: Session, competency_id: int, result: CompetencyStatus | None) -> bool:
    """Pencils a result in, while none was told."""
    changed = session.execute(
        update(Competency)
        .where(Competency.id == competency_id, Competency.status == CompetencyStatus.REGISTERED.value)
        .values(mark=None if result is None else result.value)
        .returning(Competency.id)
    )
    return changed.first() is not None
