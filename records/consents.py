"""Consents and notices: who was told or agreed to what, in which version of the text, and when it was withdrawn."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, bindparam, insert, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant


class Purpose(StrEnum):
    REGISTRATION = "registration"
    FOLLOWUP = "followup"
    OPTIONAL = "optional"
    VACANCIES = "vacancies"
    SHOWCASE = "showcase"


class Consent(Base):
    __tablename__ = "consents"
    __table_args__ = (
        UniqueConstraint("person_id", "purpose", "version"),
        Index(
            "ix_consents_holding",
            *("purpose", "person_id"),
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    purpose: Mapped[str] = mapped_column(String(24))
    version: Mapped[int]
    given_at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)


_GIVEN = select(Consent.id, Consent.withdrawn_at).where(
    Consent.person_id == bindparam("person"),
    Consent.purpose == bindparam("purpose"),
    Consent.version == bindparam("version"),
)
_NEW = insert(Consent)


def give(session: Session, person_id: int, purpose: Purpose, version: int, now: datetime) -> None:
    """Recorded once for each version of the text; giving it again takes a withdrawal back."""
    key = {"person": person_id, "purpose": purpose.value, "version": version}
    earlier = session.connection().execute(_GIVEN, key).first()
    if earlier is None:
        values = {"person_id": person_id, "purpose": purpose.value, "version": version, "given_at": now}
        session.connection().execute(_NEW, values)
    elif earlier.withdrawn_at is not None:
        session.execute(update(Consent).where(Consent.id == earlier.id).values(given_at=now, withdrawn_at=None))


def withdraw(session: Session, person_id: int, purpose: Purpose, now: datetime) -> None:
    session.execute(
        update(Consent)
        .where(Consent.person_id == person_id, Consent.purpose == purpose.value, Consent.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )


def holds(session: Session, person_id: int, purpose: Purpose) -> bool:
    """Whether the last word given on this purpose is yes."""
    chosen = select(Consent.id).where(
        Consent.person_id == person_id, Consent.purpose == purpose.value, Consent.withdrawn_at.is_(None)
    )
    return session.scalar(chosen.limit(1)) is not None
