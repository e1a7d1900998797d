"""Rewordings: other words for an announcement that has begun, which a second officer looks at first.

Of one announcement one waits at most: whoever writes another takes the place of the first, whose buttons then decide
nothing. Each change is conditional: of two who decide at once one does.
"""

from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Sealed


class RewordingState(StrEnum):
    """A dropped one was refused, taken back, or replaced by another."""

    WAITING = "waiting"
    APPROVED = "approved"
    DROPPED = "dropped"


class Rewording(Base):
    """`words` are a template; `staff_id` is who wrote them."""

    __tablename__ = "rewordings"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    words: Mapped[str] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(8))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))

    @property
    def waits(self) -> bool:
        return self.state == RewordingState.WAITING.value


def propose(session: Session, campaign_id: int, words: str, staff_id: int) -> Rewording:
    """These words wait from now on, and no others of this announcement."""
    _decide(session, RewordingState.DROPPED, Rewording.campaign_id == campaign_id)
    made = Rewording(campaign_id=campaign_id, words=words, state=RewordingState.WAITING.value, staff_id=staff_id)
    session.add(made)
    session.flush()
    return made


def by_id(session: Session, rewording_id: int) -> Rewording | None:
    return session.get(Rewording, rewording_id, populate_existing=True)


def waiting(session: Session, campaign_id: int) -> Rewording | None:
    """What waits of one announcement."""
    of_it = (Rewording.campaign_id == campaign_id, Rewording.state == RewordingState.WAITING.value)
    return session.scalar(select(Rewording).where(*of_it))


def approve(session: Session, rewording_id: int, staff_id: int) -> bool:
    """Another officer wants them said. False: they wait no more, or are her own."""
    return _decide(session, RewordingState.APPROVED, Rewording.id == rewording_id, Rewording.staff_id != staff_id)


def drop(session: Session, rewording_id: int) -> bool:
    """They are not said. False: they wait no more."""
    return _decide(session, RewordingState.DROPPED, Rewording.id == rewording_id)


def _decide(session: Session, state: RewordingState, *which: ColumnElement[bool]) -> bool:
    changed = session.execute(
        update(Rewording)
        .where(*which, Rewording.state == RewordingState.WAITING.value)
        .values(state=state.value)
        .returning(Rewording.id)
    )
    return changed.first() is not None
