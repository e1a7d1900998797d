"""Submissions: what somebody sends in for everybody to read. An officer looks at it first, and publishes it or says why
not.

What was sent in lies sealed; what is published lies plain beside it, on purpose: everybody may read it. A change of
something published waits beside it, and the old words stay until it is approved.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import ForeignKey, Select, Text, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Identity, Instant, Sealed

# How long an officer has one to herself.
LEASE = timedelta(minutes=15)


class Submission:
    """`draft`: what was sent in last, `revision` how often. `public`: what everybody reads (None: nothing).
    `waits_since`: since when it waits for an officer (None: it does not). `reason`: why it was refused or taken down.
    """

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    revision: Mapped[int] = mapped_column(default=1)
    draft: Mapped[str] = mapped_column(Sealed)
    public: Mapped[str | None] = mapped_column(Text)
    waits_since: Mapped[datetime | None] = mapped_column(Instant, index=True)
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    claimed_until: Mapped[datetime | None] = mapped_column(Instant)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str | None] = mapped_column(Sealed)
    created_at: Mapped[datetime] = mapped_column(Instant)


Sent = TypeVar("Sent", bound=Submission)


def by_id(session: Session, model: type[Sent], submission_id: int) -> Sent | None:
    chosen = select(model).where(model.id == submission_id)
    return session.scalar(chosen, execution_options={"populate_existing": True})


def waiting(session: Session, model: type[Sent], limit: int) -> Sequence[Sent]:
    """Those that wait for an officer, the longest first."""
    chosen = select(model).where(model.waits_since.is_not(None)).order_by(model.waits_since, model.id)
    return session.scalars(chosen.limit(limit)).all()


@cache
def _counted(model: type[Submission]) -> Select[int]:
    """Built once: every tick asks whether any waits."""
    return select(func.count(model.id)).where(model.waits_since.is_not(None))


def count_waiting(session: Session, model: type[Submission]) -> int:
    return plain.scalar(session, _counted(cast(Any, model))) or 0  # mypy does not see that a class can be hashed


def first_free(session: Session, model: type[Sent], staff_id: int, now: datetime) -> int | None:
    """The longest waiting that no other officer has before her."""
    free = or_(model.claimed_by.is_(None), model.claimed_by == staff_id, model.claimed_until <= now)
    chosen = select(model.id).where(model.waits_since.is_not(None), free).order_by(model.waits_since, model.id)
    return session.scalar(chosen.limit(1))


def claim(session: Session, model: type[Sent], submission_id: int, staff_id: int, now: datetime) -> bool:
    """Takes it for a quarter of an hour; False where another officer has it, or it does not wait."""
    free = or_(model.claimed_by.is_(None), model.claimed_by == staff_id, model.claimed_until <= now)
    return _changed(
        session,
        update(model)
        .where(model.id == submission_id, model.waits_since.is_not(None), free)
        .values(claimed_by=staff_id, claimed_until=now + LEASE)
        .returning(model.id),
    )


def put(session: Session, model: type[Sent], submission_id: int, draft: str, now: datetime, **values: object) -> None:
    """Sends it in anew: whoever looks at it now must look again."""
    session.execute(
        update(model)
        .where(model.id == submission_id)
        .values(
            draft=draft,
            revision=model.revision + 1,
            waits_since=now,
            claimed_by=None,
            claimed_until=None,
            reason=None,
            **values,
        )
    )


def settle(session: Session, model: type[Sent], submission_id: int, staff_id: int, **values: object) -> bool:
    """Decides on what this officer took and nobody took or changed after her: True means the decision is hers."""
    return _changed(
        session,
        update(model)
        .where(model.id == submission_id, model.waits_since.is_not(None), model.claimed_by == staff_id)
        .values(waits_since=None, claimed_by=None, claimed_until=None, decided_by=staff_id, **values)
        .returning(model.id),
    )


def _changed(session: Session, statement: Any) -> bool:
    return session.execute(statement, execution_options={"synchronize_session": False}).first() is not None
