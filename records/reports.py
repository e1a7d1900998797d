"""Reports: each that was made of the graduates' figures, with a number, kept as it was. Once a month one is made by
itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, bindparam, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, defer, mapped_column

from records import plain
from records.base import Base, Identity, Instant
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment
from records.followups import Followup
from records.indicators import Cut
from records.profile import Profile
from records.staff import Officer, Role
from records.vault import Vault

# Whoever asked for one has it made at once; where that was cut short, it is made after all.
PATIENCE = timedelta(minutes=5)
MOST_TRIES = 5


class Report(Base):
    """`code` says the cut and the wave (see indicators.Cut.code), `month` the first day of the month of one that is
    made by itself, `requested_by` who asked for another. `content` is the PDF, sealed; None: it is still to be made.
    """

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("year", "number"), UniqueConstraint("month"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    year: Mapped[int]
    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(60))
    month: Mapped[date | None]
    requested_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    ordered_at: Mapped[datetime] = mapped_column(Instant)
    tries: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime | None] = mapped_column(Instant)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)

    @property
    def label(self) -> str:
        """Its number as it stands on it."""
        return f"{self.number}/{self.year}"

    @property
    def failed(self) -> bool:
        return self.made_at is None and self.tries >= MOST_TRIES


class ReportReader(Base):
    """An officer's own choice whether the month's report is sent to her."""

    __tablename__ = "report_readers"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True, autoincrement=False)
    wants: Mapped[bool]


# Built once: every tick asks for them.
_ASKED = (
    select(Cohort.id, func.max(Followup.wave))
    .join(TrainingClass, TrainingClass.cohort_id == Cohort.id)
    .join(Enrolment, Enrolment.class_id == TrainingClass.id)
    .join(Followup, Followup.enrolment_id == Enrolment.id)
    .where(Followup.reached_at.is_not(None), Followup.wave.in_(bindparam("waves", expanding=True)))
    .group_by(Cohort.id)
    .order_by(Cohort.starts_on.desc(), Cohort.id.desc())
    .limit(1)
)
_OF_MONTH = select(Report).where(Report.month == bindparam("month")).options(defer(Report.content))
_TO_MAKE = (
    select(Report)
    .where(Report.made_at.is_(None), Report.tries < MOST_TRIES)
    .where(or_(Report.requested_by.is_(None), Report.ordered_at <= bindparam("before")))
    .order_by(Report.id)
    .limit(1)
)
_CHOICES = select(ReportReader.staff_id, ReportReader.wants)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a month's report is about."""

    cut: Cut
    wave: int

    @property
    def code(self) -> str:
        return self.cut.code(self.wave)


def subject(session: Session, profile: Profile) -> Subject | None:
    """The latest cohort that was asked at the headline's wave; before there is one, the latest asked at all."""
    rules = profile.followup
    for waves in ((rules.headline_wave,), rules.waves):
        found = plain.rows(session, _ASKED, waves=waves).first()
        if found is not None:
            return Subject(Cut(cohort_id=found[0]), found[1])
    return None


def order(
    session: Session, about: str, day: date, now: datetime, *, month: date | None = None, by: int | None = None
) -> Report:
    """The next number of the year; `month` for one that is made by itself."""
    last = session.scalar(select(func.max(Report.number)).where(Report.year == day.year))
    report = Report(
        year=day.year, number=(last or 0) + 1, code=about, month=month, requested_by=by, ordered_at=now, tries=0
    )
    session.add(report)
    session.flush()
    return report


def of_month(session: Session, month: date) -> Report | None:
    return session.scalar(_OF_MONTH, {"month": month})


def by_id(session: Session, report_id: int) -> Report | None:
    return session.get(Report, report_id)


def to_make(session: Session, now: datetime) -> Report | None:
    """The next one that nobody is making."""
    return session.scalar(_TO_MAKE, {"before": now - PATIENCE})


def tried(session: Session, report_id: int) -> None:
    """It did not work; after a few times it is left."""
    session.execute(update(Report).where(Report.id == report_id).values(tries=Report.tries + 1))


def keep(session: Session, vault: Vault, report_id: int, pdf: bytes, now: datetime) -> Report | None:
    """Seals and keeps it; None where it was made meanwhile, and that one stands."""
    report = session.get_one(Report, report_id)
    if report.made_at is not None:
        return None
    report.content, report.made_at = vault.seal_bytes(pdf, _name(report_id)), now
    session.flush()
    return report


def pdf(report: Report, vault: Vault) -> bytes | None:
    """As it was made; None where it was not."""
    return None if report.content is None else vault.open_bytes(report.content, _name(report.id))


def _name(report_id: int) -> str:
    return f"report:{report_id}"


def latest(session: Session, limit: int) -> list[Report]:
    """The newest first."""
    chosen = select(Report).options(defer(Report.content)).order_by(Report.id.desc()).limit(limit)
    return list(session.scalars(chosen))


def wanting(session: Session, officers: Sequence[Officer]) -> list[Officer]:
    """Administrators get the month's report unless they said no, others only if they said yes."""
    choices: dict[int, bool] = dict(plain.rows(session, _CHOICES).all())
    return [one for one in officers if choices.get(one.id, one.role == Role.ADMINISTRATOR.value)]


def wants(session: Session, officer: Officer) -> bool:
    """The same of one officer."""
    return bool(wanting(session, [officer]))


def choose(session: Session, officer: Officer, yes: bool) -> None:
    choice = session.get(ReportReader, officer.id)
    if choice is None:
        session.add(ReportReader(staff_id=officer.id, wants=yes))
    else:
        choice.wants = yes
    session.flush()
