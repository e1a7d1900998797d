"""The phone list: alumni whom no message reaches, or who keep silent, for officers to call. A query, not a table.

On it are those without a chat or whose chat is closed to us, those who kept silent through the ladder, those whose chat
turned out to be somebody else's, and whom an officer put there. Whoever answers by any way is no longer on it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from records import calls, plain
from records.base import Instant
from records.call_listings import CallListing
from records.calls import TRIES, Call, CallOutcome
from records.chats import Chat
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.people import Link, Person
from records.profile.calling import CallRules
from records.quieting import stopped

_OVER = (FollowupState.SILENT.value, FollowupState.UNREACHABLE.value, FollowupState.MISDIRECTED.value)


class Why(StrEnum):
    """Why somebody is on the list."""

    NO_CHAT = "no chat"
    CLOSED = "closed"
    MISDIRECTED = "misdirected"
    SILENT = "silent"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody to be called about a wave. `phone_works`: nobody has said that it is another's."""

    followup_id: int
    person_id: int
    enrolment_id: int
    wave: int
    ended_on: date | None
    why: Why
    until: datetime
    phone_works: bool
    second_works: bool
    tries: int


_PHONE = and_(Person.phone.is_not(None), ~calls.is_wrong())
_SECOND = and_(
    Person.second_contact_phone.is_not(None),
    ~exists().where(
        Call.followup_id == Followup.id, Call.outcome == CallOutcome.UNHELPFUL.value, Call.undone_at.is_(None)
    ),
)
# From when on her time on the list counts.
_ASKED_AT = func.coalesce(Followup.first_asked_at, Followup.due_at, type_=Instant)
_SINCE = case((CallListing.at > _ASKED_AT, CallListing.at), else_=_ASKED_AT)
_MADE = (
    select(func.count(Call.id))
    .where(Call.followup_id == Followup.id, Call.undone_at.is_(None), plain.one_of(Call.outcome, TRIES))
    .correlate(Followup)
    .scalar_subquery()
)
# Whose time on the list ends first, by the day; then those who have a phone of their own.
ORDER: tuple[Any, ...] = (
    func.date(_SINCE),
    case((_PHONE, 0), else_=1),
    _MADE,
    Followup.id,
)
_CLOSED = Chat.unreachable_since.is_not(None)
_RESTS = exists().where(
    Call.person_id == Followup.person_id, Call.undone_at.is_(None), Call.rests_until > bindparam("now")
)
# Of somebody on the list: whether anybody may be called about her now.
CALLABLE = and_(or_(_PHONE, _SECOND), ~_RESTS)

_OPENED = bindparam("opened", type_=Instant)
_OF_LATE = select(Followup.id).where(
    plain.one_of(Followup.state, (*_OVER, FollowupState.ASKED.value)), Followup.due_at > _OPENED, _OPENED < _ASKED_AT
)
_PUT = select(CallListing.followup_id).where(CallListing.at > _OPENED)
_other = aliased(Followup)
_LATER_WAVE = exists().where(
    _other.enrolment_id == Followup.enrolment_id, _other.wave > Followup.wave, _other.first_asked_at.is_not(None)
)
_NO_MESSAGE = or_(Link.chat_id.is_(None), _CLOSED, CallListing.followup_id.is_not(None))
# Everybody on the list, about the latest wave that was asked. The first condition alone narrows it down to a few weeks
# of follow-ups, by an index. Built once; its values are those of `values`.
LISTED = (
    select(Followup, Enrolment.ended_on, Link.chat_id, _CLOSED, _SINCE, _PHONE, _SECOND, _MADE)
    .join(Enrolment, Enrolment.id == Followup.enrolment_id)
    .join(Person, Person.id == Followup.person_id)
    .outerjoin(Link, Link.person_id == Person.id)
    .outerjoin(Chat, Chat.id == Link.chat_id)
    .outerjoin(CallListing, CallListing.followup_id == Followup.id)
    .where(
        Followup.id.in_(_OF_LATE.union(_PUT)),
        or_(plain.one_of(Followup.state, _OVER), and_(Followup.state == FollowupState.ASKED.value, _NO_MESSAGE)),
        Person.deceased_on.is_(None),
        ~stopped(),
        ~_LATER_WAVE,
        bindparam("most_tries", type_=Integer) > _MADE,
    )
)
_COUNTED = select(func.count()).select_from(LISTED.where(CALLABLE).subquery())


def values(now: datetime, rules: CallRules) -> dict[str, object]:
    """What LISTED and CALLABLE are asked with."""
    return {"now": now, "opened": now - timedelta(days=rules.window_days), "most_tries": rules.most_tries}


def entry_of(row: Any, rules: CallRules) -> Entry:
    followup, ended_on, chat_id, closed, since, phone, second, tries = row
    return Entry(
        followup_id=followup.id,
        person_id=followup.person_id,
        enrolment_id=followup.enrolment_id,
        wave=followup.wave,
        ended_on=ended_on,
        why=_why(followup.state, chat_id, bool(closed)),
        until=since + timedelta(days=rules.window_days),
        phone_works=bool(phone),
        second_works=bool(second),
        tries=tries,
    )


def _why(state: str, chat_id: int | None, closed: bool) -> Why:
    if state == FollowupState.MISDIRECTED.value:
        return Why.MISDIRECTED
    if chat_id is None:
        return Why.NO_CHAT
    if closed:
        return Why.CLOSED
    return Why.SILENT if state == FollowupState.SILENT.value else Why.LISTED


def entry(session: Session, followup_id: int, now: datetime, rules: CallRules) -> Entry | None:
    """Somebody who is on the list, whether she may be called now or not."""
    row = session.execute(LISTED.where(Followup.id == followup_id), values(now, rules)).first()
    return None if row is None else entry_of(row, rules)


def entries(session: Session, now: datetime, rules: CallRules) -> list[Entry]:
    """Everybody who may be called now, whoever has her before her, as the list is worked off."""
    rows = session.execute(LISTED.where(CALLABLE).order_by(*ORDER), values(now, rules))
    return [entry_of(row, rules) for row in rows]


def count(session: Session, now: datetime, rules: CallRules) -> int:
    """How many may be called now, those before officers included."""
    return plain.scalar(session, _COUNTED, **values(now, rules)) or 0


def without_number(session: Session, now: datetime, rules: CallRules) -> list[Entry]:
    """Those who could be called if somebody knew a number."""
    rows = session.execute(LISTED.where(~_PHONE, ~_SECOND).order_by(*ORDER), values(now, rules))
    return [entry_of(row, rules) for row in rows]


def next_rested(session: Session, now: datetime, rules: CallRules) -> datetime | None:
    """When the first of those who are left alone for a while may be called again."""
    resting = LISTED.where(or_(_PHONE, _SECOND), _RESTS).with_only_columns(Followup.person_id)
    ends = (
        select(func.max(Call.rests_until).label("ends"))
        .where(Call.person_id.in_(resting), Call.undone_at.is_(None))
        .group_by(Call.person_id)
        .subquery()
    )
    ended: datetime | None = session.scalar(select(func.min(ends.c.ends)), values(now, rules))
    return ended
