"""Imports: what a checked file would change, kept sealed until an officer says yes or it is replaced."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, String, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed


class ImportState(StrEnum):
    PROPOSED = "proposed"
    APPLIED = "applied"
    DROPPED = "dropped"


class Import(Base):
    """`content` is written and read by whoever knows the kind; it is emptied once settled."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    about: Mapped[int] = mapped_column(BigInteger)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    content: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)


def propose(session: Session, kind: str, about: int, staff_id: int, content: str, now: datetime) -> int:
    """Keeps it, in place of what the same officer proposed about the same before."""
    session.execute(
        update(Import)
        .where(
            Import.kind == kind,
            Import.about == about,
            Import.staff_id == staff_id,
            Import.state == ImportState.PROPOSED.value,
        )
        .values(state=ImportState.DROPPED.value, content=None, settled_at=now)
    )
    made = Import(
        kind=kind,
        about=about,
        staff_id=staff_id,
        content=content,
        state=ImportState.PROPOSED.value,
        created_at=now,
    )
    session.add(made)
    session.flush()
    return made.id


def proposed(session: Session, import_id: int, kind: str, staff_id: int) -> Import | None:
    """One that waits for its officer's yes; None where it was settled, is another's, or never was."""
    found = session.get(Import, import_id)
    if found is None or (found.kind, found.staff_id, found.state) != (kind, staff_id, ImportState.PROPOSED.value):
        return None
    return found


def settle(session: Session, import_id: int, state: ImportState, now: datetime) -> bool:
    """Applied or dropped, and its content forgotten; of two who say yes at once, one is told True."""
    changed = session.execute(
        update(Import)
        .where(Import.id == import_id, Import.state == ImportState.PROPOSED.value)
        .values(state=state.value, content=None, settled_at=now)
        .returning(Import.id)
    )
    return changed.first() is not None
