"""Call claims: a person on the phone list is before one officer at a time. A claim lapses after half an hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, and_, case, exists, insert, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import phone_list, plain
from records.base import Base, Instant
from records.calls import Call
from records.followups import Followup, FollowupState
from records.people import Person
from records.phone_list import Entry
from records.profile.calling import CallRules

LAPSES_AFTER = timedelta(minutes=30)


class CallClaim(Base):
    """One row a person who was ever before an officer. `skipped_at`: she was put back behind the others."""

    __tablename__ = "call_claims"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    followup_id: Mapped[int | None] = mapped_column(ForeignKey("followups.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    until: Mapped[datetime | None] = mapped_column(Instant)
    skipped_at: Mapped[datetime | None] = mapped_column(Instant)


def take(session: Session, staff_id: int, now: datetime, rules: CallRules, part: str) -> Entry | None:
    """Whom this officer has before her, or the next one, now hers; None: nobody is left."""
    while (found := _next(session, staff_id, now, rules, part)) is not None:
        if give(session, found, staff_id, now):
            return found
    return None


def _next(session: Session, staff_id: int, now: datetime, rules: CallRules, part: str) -> Entry | None:
    hers = and_(CallClaim.staff_id == staff_id, CallClaim.until > now)
    free = or_(CallClaim.staff_id.is_(None), CallClaim.staff_id == staff_id, CallClaim.until <= now)
    order = phone_list.ORDER
    row = session.execute(
        phone_list.LISTED.outerjoin(CallClaim, CallClaim.person_id == Person.id)
        .where(free, or_(hers, phone_list.CALLABLE))
        .order_by(case((hers, 0), else_=1), case((CallClaim.skipped_at.is_(None), 0), else_=1), CallClaim.skipped_at)
        .order_by(*order[:2], *_suiting(part), *order[2:])
        .limit(1),
        phone_list.values(now, rules),
    ).first()
    return None if row is None else phone_list.entry_of(row, rules)


def _suiting(part: str) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Whom this part of the day suits, and whom nobody has tried in it."""
    suits = case((Person.preferred_hours == part, 0), (Person.preferred_hours.is_(None), 1), else_=2)
    tried = exists().where(Call.followup_id == Followup.id, Call.undone_at.is_(None), Call.part == part)
    return suits, case((tried, 1), else_=0)


def give(session: Session, found: Entry, staff_id: int, now: datetime) -> bool:
    """This very person to this officer, unless another has her before her."""
    values = {"followup_id": found.followup_id, "staff_id": staff_id, "until": now + LAPSES_AFTER}
    if session.get(CallClaim, found.person_id) is None:
        session.connection().execute(insert(CallClaim).values(person_id=found.person_id, **values))
        return True
    free = or_(CallClaim.staff_id.is_(None), CallClaim.staff_id == staff_id, CallClaim.until <= now)
    return _changed(session, found.person_id, free, values)


def keep(session: Session, followup_id: int, staff_id: int, now: datetime) -> bool:
    """Still hers, for another half an hour; False where it never was, or another has taken it since."""
    person_id = session.scalar(select(Followup.person_id).where(Followup.id == followup_id))
    if person_id is None:
        return False
    hers = and_(CallClaim.staff_id == staff_id, CallClaim.followup_id == followup_id)
    return _changed(session, person_id, hers, {"until": now + LAPSES_AFTER})


def _changed(session: Session, person_id: int, condition: ColumnElement[bool], values: dict[str, Any]) -> bool:
    changed = session.execute(
        update(CallClaim)
        .where(CallClaim.person_id == person_id, condition)
        .values(**values)
        .returning(CallClaim.person_id)
    )
    return changed.first() is not None


def release(session: Session, person_id: int, skipped_at: datetime | None = None) -> None:
    """Nobody's any more; with a time, behind all the others."""
    session.execute(
        update(CallClaim)
        .where(CallClaim.person_id == person_id)
        .values(staff_id=None, followup_id=None, until=None, skipped_at=skipped_at)
    )


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody before an officer whose follow-up has ended meanwhile."""

    followup_id: int
    person_id: int
    staff_id: int
    state: FollowupState


# Built once: every tick asks for it.
_OVERTAKEN = (
    select(CallClaim.followup_id, CallClaim.person_id, CallClaim.staff_id, Followup.state)
    .join(Followup, Followup.id == CallClaim.followup_id)
    .where(CallClaim.staff_id.is_not(None))
    .where(or_(Followup.state == FollowupState.ANSWERED.value, Followup.state == FollowupState.STOPPED.value))
)


def overtaken(session: Session) -> list[Overtaken]:
    """Whose claims are void: she has answered by herself, or said stop."""
    rows = plain.rows(session, _OVERTAKEN)
    return [
        Overtaken(followup, person, officer, FollowupState(state))
        for followup, person, officer, state in rows
        if followup is not None and officer is not None
    ]


def of_officer(session: Session, person_id: int, staff_id: int, now: datetime) -> int | None:
    """The follow-up about which this officer has this person before her."""
    return session.scalar(
        select(CallClaim.followup_id).where(
            CallClaim.person_id == person_id, CallClaim.staff_id == staff_id, CallClaim.until > now
        )
    )
