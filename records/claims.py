"""Claims: the queue of applications that wait to be checked. Each officer gets the next one, and never two the same.

A claim lapses after a quarter of an hour: then the next who asks gets the application, and until then it stays hers.
"""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, and_, bindparam, case, exists, func, insert, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.applications import Application, ApplicationStatus
from records.base import Base, Instant
from records.corrections import Correction
from records.documents import Document, DocumentState
from records.dossiers import Dossier

LAPSES_AFTER = timedelta(minutes=15)


# What an officer may decide on.
CHECKABLE = (ApplicationStatus.VERIFYING.value, ApplicationStatus.SUBMITTED.value, ApplicationStatus.CORRECTION.value)


class Claim(Base):
    """One row an application that was ever handed out. `skipped_at`: it was put back behind the others."""

    __tablename__ = "claims"

    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    until: Mapped[datetime | None] = mapped_column(Instant)
    skipped_at: Mapped[datetime | None] = mapped_column(Instant)


_PAPERS_OVER = or_(Dossier.application_id.is_(None), Dossier.due_at <= bindparam("now"))
# Who waits for an officer: complete ones, those whose papers were due, and those not corrected in time.
_WAITS = or_(
    Application.status == ApplicationStatus.VERIFYING.value,
    and_(Application.status == ApplicationStatus.SUBMITTED.value, _PAPERS_OVER),
    and_(Application.status == ApplicationStatus.CORRECTION.value, Correction.due_at <= bindparam("now")),
)
# Built once: every tick asks whether anything waits.
_WAITING = (
    select(func.count())
    .select_from(Application)
    .outerjoin(Correction, Correction.application_id == Application.id)
    .outerjoin(Dossier, Dossier.application_id == Application.id)
    .where(_WAITS)
)
_WAITING_SINCE = _WAITING.where(Application.submitted_at <= bindparam("before"))
_COUNTER = exists().where(Document.application_id == Application.id, Document.state == DocumentState.COUNTER.value)
# What is all there comes first; then what is brought to the counter, or should have been sent by now.
_RANK = case(
    (and_(Application.status == ApplicationStatus.VERIFYING.value, ~_COUNTER), 0),
    (Application.status == ApplicationStatus.VERIFYING.value, 1),
    (Application.status == ApplicationStatus.SUBMITTED.value, 1),
    else_=2,
)


def take(session: Session, staff_id: int, now: datetime) -> int | None:
    """The application that this officer has before her, or the next one that waits, now hers; None: none is left."""
    while (found := _next(session, staff_id, now)) is not None:
        if _claim(session, found, staff_id, now):
            return found
    return None


def _next(session: Session, staff_id: int, now: datetime) -> int | None:
    hers = case((and_(Claim.staff_id == staff_id, Claim.until > now), 0), else_=1)
    return session.scalar(
        select(Application.id)
        .outerjoin(Claim, Claim.application_id == Application.id)
        .outerjoin(Correction, Correction.application_id == Application.id)
        .outerjoin(Dossier, Dossier.application_id == Application.id)
        .where(_WAITS, or_(Claim.staff_id.is_(None), Claim.staff_id == staff_id, Claim.until <= now))
        .order_by(
            hers,
            case((Claim.skipped_at.is_(None), 0), else_=1),
            Claim.skipped_at,
            _RANK,
            Application.submitted_at,
            Application.id,
        )
        .limit(1),
        {"now": now},
    )


def _claim(session: Session, application_id: int, staff_id: int, now: datetime) -> bool:
    values = {"staff_id": staff_id, "until": now + LAPSES_AFTER}
    if session.get(Claim, application_id) is None:
        session.connection().execute(insert(Claim).values(application_id=application_id, **values))
        return True
    free = or_(Claim.staff_id.is_(None), Claim.staff_id == staff_id, Claim.until <= now)
    changed = session.execute(
        update(Claim).where(Claim.application_id == application_id, free).values(**values).returning(Claim.staff_id)
    )
    return changed.first() is not None


def give(session: Session, application_id: int, staff_id: int, now: datetime) -> bool:
    """This very application to this officer, unless another has it before her."""
    return _claim(session, application_id, staff_id, now)


def keep(session: Session, application_id: int, staff_id: int, now: datetime) -> bool:
    """Still hers, for another quarter of an hour; False where it never was, or another has taken it since."""
    changed = session.execute(
        update(Claim)
        .where(Claim.application_id == application_id, Claim.staff_id == staff_id)
        .values(until=now + LAPSES_AFTER)
        .returning(Claim.application_id)
    )
    return changed.first() is not None


def release(session: Session, application_id: int) -> None:
    """Nobody's any more: it was decided on."""
    _put_back(session, application_id, None)


def is_taken_up(session: Session, application: Application, now: datetime) -> bool:
    """Whether it lies before an officer, or was decided on. Whatever a lapsed claim showed has been taken back."""
    if application.status not in (ApplicationStatus.SUBMITTED.value, ApplicationStatus.VERIFYING.value):
        return True
    claim = session.get(Claim, application.id)
    return claim is not None and claim.staff_id is not None and claim.until is not None and claim.until > now


def skip(session: Session, application_id: int, now: datetime) -> None:
    """Back into the queue, behind all that wait."""
    _put_back(session, application_id, now)


def _put_back(session: Session, application_id: int, skipped_at: datetime | None) -> None:
    session.execute(
        update(Claim)
        .where(Claim.application_id == application_id)
        .values(staff_id=None, until=None, skipped_at=skipped_at)
    )


def waiting(session: Session, now: datetime, before: datetime | None = None) -> int:
    """How many wait, those before officers included; with `before`, only those filed until then."""
    if before is None:
        return plain.scalar(session, _WAITING, now=now) or 0
    return plain.scalar(session, _WAITING_SINCE, now=now, before=before) or 0
