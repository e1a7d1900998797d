"""OJT: on-the-job training after the course. It is a status of its own and never counted as working."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant


class Ojt(Base):
    """Both days included; `paid` is None where nobody knows."""

    __tablename__ = "ojts"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    company: Mapped[str] = mapped_column(String(120))
    paid: Mapped[bool | None]
    noted_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    noted_at: Mapped[datetime] = mapped_column(Instant)


def note(session: Session, ojt: Ojt) -> int:
    session.add(ojt)
    session.flush()
    return ojt.id


def by_id(session: Session, ojt_id: int) -> Ojt | None:
    return session.get(Ojt, ojt_id)


def latest(session: Session, enrolment_id: int) -> Ojt | None:
    chosen = select(Ojt).where(Ojt.enrolment_id == enrolment_id).order_by(Ojt.first_day.desc(), Ojt.id.desc())
    return session.scalars(chosen.limit(1)).first()
