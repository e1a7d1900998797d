"""Calls: what came of each call to an alumna, or to her second contact. One row a call; taken back, it stays."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, String, exists, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed
from records.people import Person, PreferredHours
from records.staff import Officer


class CallOutcome(StrEnum):
    """`told`: the second contact tells her; `new_number`: gave another number; `unhelpful`: cannot reach her either."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    TOLD = "told"
    NEW_NUMBER = "new_number"
    UNHELPFUL = "unhelpful"
    DECEASED = "deceased"
    STOPPED = "stopped"


# Of these she is called only so often in a wave.
TRIES = (CallOutcome.ANSWERED.value, CallOutcome.NO_ANSWER.value, CallOutcome.TOLD.value)
NOON_FROM, AFTERNOON_FROM = 11, 15


class Call(Base):
    """`part` of the day; `phone_digest`: the number that was called; `rests_until`: nobody calls her before that.
    `before`: what taking it back restores.
    """

    __tablename__ = "calls"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    followup_id: Mapped[int] = mapped_column(ForeignKey("followups.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    outcome: Mapped[str] = mapped_column(String(16))
    part: Mapped[str | None] = mapped_column(String(8))
    phone_digest: Mapped[str | None] = mapped_column(String(64))
    rests_until: Mapped[datetime | None] = mapped_column(Instant)
    before: Mapped[str | None] = mapped_column(Sealed)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def restores(self) -> dict[str, str]:
        """What `note` was given as `before`."""
        found: dict[str, str] = json.loads(self.before or "{}")
        return found


@dataclass(frozen=True, slots=True)
class Tried:
    """A call as the next officer reads it."""

    outcome: CallOutcome
    at: datetime
    officer: str


def part_of_day(local: datetime) -> str:
    """Which of the hours that may suit somebody a local time lies in."""
    if local.hour < NOON_FROM:
        return PreferredHours.MORNING.value
    return (PreferredHours.NOON if local.hour < AFTERNOON_FROM else PreferredHours.AFTERNOON).value


def note(
    session: Session,
    *,
    followup_id: int,
    person_id: int,
    staff_id: int,
    outcome: CallOutcome,
    now: datetime,
    part: str | None = None,
    rests_until: datetime | None = None,
    before: Mapping[str, str] | None = None,
) -> Call:
    """One call and what came of it."""
    made = Call(
        followup_id=followup_id,
        person_id=person_id,
        staff_id=staff_id,
        at=now,
        outcome=outcome.value,
        part=part,
        phone_digest=session.scalar(select(Person.phone_digest).where(Person.id == person_id)),
        rests_until=rests_until,
        before=None if before is None else json.dumps(dict(before)),
    )
    session.add(made)
    session.flush()
    return made


def by_id(session: Session, call_id: int) -> Call | None:
    return session.get(Call, call_id)


def latest(session: Session, person_id: int) -> Call | None:
    """The last call about a person that stands."""
    chosen = select(Call).where(Call.person_id == person_id, Call.undone_at.is_(None))
    return session.scalar(chosen.order_by(Call.id.desc()).limit(1))


def of_outcome(session: Session, person_id: int, outcome: CallOutcome) -> Call | None:
    """The last call of this outcome that stands."""
    chosen = select(Call).where(Call.person_id == person_id, Call.outcome == outcome.value, Call.undone_at.is_(None))
    return session.scalar(chosen.order_by(Call.id.desc()).limit(1))


def history(session: Session, followup_id: int) -> list[Tried]:
    """The calls of a wave that stand, the earliest first."""
    rows = session.execute(
        select(Call.outcome, Call.at, Officer.name)
        .join(Officer, Officer.id == Call.staff_id)
        .where(Call.followup_id == followup_id, Call.undone_at.is_(None))
        .order_by(Call.id)
    )
    return [Tried(CallOutcome(outcome), at, officer) for outcome, at, officer in rows]


def undo(session: Session, call_id: int, now: datetime) -> bool:
    """Takes one back; True means that this did it."""
    changed = session.execute(
        update(Call).where(Call.id == call_id, Call.undone_at.is_(None)).values(undone_at=now).returning(Call.id)
    )
    return changed.first() is not None


def is_wrong() -> ColumnElement[bool]:
    """Of a person (a row of people): whether somebody else answers the number that is on record."""
    return exists().where(
        Call.person_id == Person.id,
        Call.outcome == CallOutcome.WRONG_NUMBER.value,
        Call.undone_at.is_(None),
        Call.phone_digest == Person.phone_digest,
    )


def has_wrong_number(session: Session, person_id: int) -> bool:
    return session.scalar(select(Person.id).where(Person.id == person_id, is_wrong())) is not None
