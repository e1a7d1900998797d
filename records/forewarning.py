"""Forewarning: whoever is known from a list of earlier alumni hears a day before the first question that it comes."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from records import plain
from records.batches import batched
from records.calendar import Calendar
from records.deliveries import Delivery, DeliveryStatus
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.people import Link, Person
from records.planning import NOTICE_AHEAD

# Nearly a day: the question comes at the same time of day as the word before it.
LEAST = timedelta(hours=20)
_UNDER_WAY = (DeliveryStatus.WAITING.value, DeliveryStatus.CLAIMED.value)


# Built once: every tick asks for them.
_PLANNED = (
    select(Followup.due_at)
    .join(Enrolment, Enrolment.id == Followup.enrolment_id)
    .join(Person, Person.id == Followup.person_id)
    .join(Link, Link.person_id == Followup.person_id)
    .where(
        Followup.state == FollowupState.PLANNED.value,
        Enrolment.imported_at.is_not(None),
        Person.deceased_on.is_(None),
    )
)
_COMING = _PLANNED.with_only_columns(Person.id).where(Followup.due_at <= bindparam("until")).distinct()
_NEXT_COMING = _PLANNED.where(Followup.due_at > bindparam("after")).order_by(Followup.due_at).limit(1)


def coming(session: Session, now: datetime) -> list[int]:
    """The people from lists who can be reached and are asked within a day."""
    return list(plain.rows(session, _COMING, until=now + NOTICE_AHEAD).scalars())


def next_coming(session: Session, now: datetime) -> datetime | None:
    """When the next of them is a day before her question."""
    due_at = plain.scalar(session, _NEXT_COMING, after=now + NOTICE_AHEAD)
    return None if due_at is None else due_at - NOTICE_AHEAD


def imported(session: Session, enrolment_ids: Collection[int]) -> set[int]:
    """Which of these trainings are known from a list."""
    return {
        enrolment_id
        for some in batched(sorted(enrolment_ids))
        for enrolment_id in session.scalars(
            select(Enrolment.id).where(Enrolment.id.in_(some), Enrolment.imported_at.is_not(None))
        )
    }


def told(session: Session, keys: Collection[str]) -> Mapping[str, Delivery]:
    """The words before the first question that were ordered, by their key."""
    found = session.scalars(select(Delivery).where(Delivery.key.in_(keys))) if keys else ()
    return {one.key: one for one in found}


def waits_until(word: Delivery, calendar: Calendar, now: datetime) -> datetime | None:
    """Until when the question waits for the word before it; None where it need not."""
    if word.status in _UNDER_WAY:
        return calendar.next_allowed(max(word.due_at, now) + NOTICE_AHEAD)
    if word.status == DeliveryStatus.SENT.value and word.settled_at is not None and word.settled_at + LEAST > now:
        return calendar.next_allowed(word.settled_at + NOTICE_AHEAD)
    return None
