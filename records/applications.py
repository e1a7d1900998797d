"""Applications: one a person and cohort, with a number she can quote."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, case, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.people import Link, Person
from records.steps import Kind, tread


class ApplicationStatus(StrEnum):
    """The road from registration to daftar ulang; an enrolment goes on from there."""

    SUBMITTED = "terkirim"
    VERIFYING = "verifikasi"
    CORRECTION = "perbaikan"
    ADMINISTRATIVELY_PASSED = "lolos_administrasi"
    NOT_ELIGIBLE = "tidak_memenuhi_syarat"
    TEST_SCHEDULED = "dijadwalkan_tes"
    SELECTED = "lulus_seleksi"
    RESERVE = "cadangan"
    NOT_SELECTED = "tidak_lulus"
    ABSENT = "tidak_hadir"
    REREGISTERING = "daftar_ulang"
    PARTICIPANT = "peserta"
    WITHDRAWN = "mengundurkan_diri"


class Application(Base):
    __tablename__ = "applications"
    __table_args__ = (UniqueConstraint("person_id", "cohort_id"), UniqueConstraint("cohort_id", "serial"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"))
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    second_class_id: Mapped[int | None] = mapped_column(ForeignKey("classes.id"))
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(String(24), unique=True)
    status: Mapped[str] = mapped_column(String(24), index=True)
    submitted_at: Mapped[datetime] = mapped_column(Instant)


class FullError(Exception):
    """As many have applied to the class as it takes applicants. Trying again helps only where the cap is raised."""


@dataclass(frozen=True, slots=True)
class Filed:
    """An application that lies with the centre; `new` is False where the person had already applied to this cohort."""

    id: int
    number: str
    new: bool


def of_person(session: Session, person_id: int) -> list[Application]:
    """A person's applications, the latest first."""
    return list(
        session.scalars(select(Application).where(Application.person_id == person_id).order_by(Application.id.desc()))
    )


def in_cohort(session: Session, person_id: int, cohort_id: int) -> Application | None:
    return session.scalar(
        select(Application).where(Application.person_id == person_id, Application.cohort_id == cohort_id)
    )


_EARLIER = select(Application.id, Application.number).where(
    Application.person_id == bindparam("person"), Application.cohort_id == bindparam("cohort")
)
_APPLICANTS = select(func.count(Application.id)).where(
    Application.class_id == bindparam("class_id"), Application.status != ApplicationStatus.WITHDRAWN.value
)
_CAP = select(TrainingClass.applicant_cap).where(TrainingClass.id == bindparam("class_id")).scalar_subquery()
_IS_FULL = case((_CAP.is_(None), 0), (_APPLICANTS.scalar_subquery() >= _CAP, 1), else_=0)
_LAST = (
    select(Cohort.code, func.coalesce(func.max(Application.serial), 0), _IS_FULL)
    .outerjoin(Application, Application.cohort_id == Cohort.id)
    .where(Cohort.id == bindparam("cohort"))
    .group_by(Cohort.id)
)
_FILE = insert(Application).returning(Application.id)


def file(session: Session, person_id: int, cohort_id: int, class_id: int, now: datetime) -> Filed:
    """Submits; whoever had applied to this cohort keeps her first number. FullError: no more may apply to the class.

    The cap holds when many send at once: writes come one after the other (SQLite) or are serializable (PostgreSQL).
    """
    connection = session.connection()
    earlier = connection.execute(_EARLIER, {"person": person_id, "cohort": cohort_id}).first()
    if earlier is not None:
        return Filed(earlier.id, earlier.number, new=False)
    code, last, is_full = connection.execute(_LAST, {"cohort": cohort_id, "class_id": class_id}).one()
    if is_full:
        raise FullError
    number = f"{code}-{last + 1:04d}"
    filed = {
        "person_id": person_id,
        "cohort_id": cohort_id,
        "class_id": class_id,
        "serial": last + 1,
        "number": number,
        "status": ApplicationStatus.SUBMITTED.value,
        "submitted_at": now,
    }
    application_id: int = connection.execute(_FILE, filed).scalar_one()
    tread(session, Kind.APPLICATION, application_id, ApplicationStatus.SUBMITTED, now)
    return Filed(application_id, number, new=True)


def is_full(session: Session, class_id: int) -> bool:
    """Whether a class takes no more applicants."""
    return bool(session.execute(select(_IS_FULL), {"class_id": class_id}).scalar_one())


def count(session: Session, class_id: int) -> int:
    """How many have applied for a class and not withdrawn."""
    return session.execute(_APPLICANTS, {"class_id": class_id}).scalar_one()


# Where somebody stands whose class was cancelled (see refiling).
_MAY_BEGIN_ANEW = (ApplicationStatus.NOT_SELECTED.value, ApplicationStatus.PARTICIPANT.value)


@dataclass(frozen=True, slots=True)
class Registered:
    """Somebody of a chat who has an application in a cohort."""

    number: str
    name: str


_OF_CHAT = (
    select(Application.number, Person.name)
    .join(Person, Person.id == Application.person_id)
    .join(Link, Link.person_id == Person.id)
    .join(TrainingClass, TrainingClass.id == Application.class_id)
    .where(Link.chat_id == bindparam("chat"), Application.cohort_id == bindparam("cohort"))
    .where(Application.status != ApplicationStatus.WITHDRAWN.value)
    .where(TrainingClass.cancelled_at.is_(None) | Application.status.not_in(_MAY_BEGIN_ANEW))
    .order_by(Application.id.desc())
    .limit(1)
)


def of_chat(session: Session, chat_id: int, cohort_id: int) -> Registered | None:
    """The latest application in a cohort of the people a chat speaks for; none that may begin anew (see refiling)."""
    session.flush()
    row = session.connection().execute(_OF_CHAT, {"chat": chat_id, "cohort": cohort_id}).first()
    return None if row is None else Registered(row[0], row[1])


def by_id(session: Session, application_id: int) -> Application | None:
    return session.get(Application, application_id)


def choose_second(session: Session, application_id: int, class_id: int | None) -> None:
    """The class whose remaining seats she would take; never the first choice again."""
    session.execute(
        update(Application)
        .where(Application.id == application_id, Application.class_id.is_distinct_from(class_id))
        .values(second_class_id=class_id)
    )


_BEFORE_THE_DECISION = (
    ApplicationStatus.SUBMITTED.value,
    ApplicationStatus.VERIFYING.value,
    ApplicationStatus.CORRECTION.value,
)


def turn_to(session: Session, application_id: int, before: int, class_id: int) -> bool:
    """Another first choice, once, as long as nobody has decided on the application. The second is none where it was
    that class.
    """
    second = case((Application.second_class_id == class_id, None), else_=Application.second_class_id)
    changed = session.execute(
        update(Application)
        .where(
            Application.id == application_id,
            Application.class_id == before,
            Application.status.in_(_BEFORE_THE_DECISION),
        )
        .values(class_id=class_id, second_class_id=second)
        .returning(Application.id)
    )
    return changed.first() is not None
