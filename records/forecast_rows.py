"""Rows of the forecast: follow-ups that climb alike, counted; and the few that touch each other, one by one."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, union
from sqlalchemy.orm import Session, aliased

from records.chats import Chat
from records.deliveries import Delivery, DeliveryKind, DeliveryStatus
from records.enrolments import Enrolment
from records.followups import Followup, FollowupState
from records.people import Link, Person
from records.planning import meant_at
from records.talks import TalkRow, TalkState

FOLLOWUP = "followup"
# So many people are named in a statement; more are found by the statement itself.
FEW = 500
Touching = list[int] | Select[int] | None


class Fate(StrEnum):
    """Whether what is sent to somebody arrives, as far as it is known."""

    REACHED = "reached"
    NO_CHAT = "no_chat"
    BLOCKED = "blocked"
    STOPPED = "stopped"
    DECEASED = "deceased"


@dataclass(slots=True)
class Climber:
    """A follow-up on its way (a copy that no session knows), for so many that are alike."""

    row: Followup
    fate: Fate
    count: int = 1
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The open talk of a chat: whose follow-up it is, None where it is something else, and when it was touched."""

    person_id: int | None
    touched_at: datetime


def _relevant(ends: datetime) -> ColumnElement[bool]:
    planned = and_(Followup.state == FollowupState.PLANNED.value, Followup.due_at < ends)
    return or_(planned, Followup.state == FollowupState.ASKED.value)


def _fate() -> ColumnElement[str]:
    other = aliased(Followup)
    stopped = select(other.person_id).where(other.state == FollowupState.STOPPED.value)
    return case(
        (Person.deceased_on.is_not(None), Fate.DECEASED.value),
        (Followup.person_id.in_(stopped), Fate.STOPPED.value),
        (Link.chat_id.is_(None), Fate.NO_CHAT.value),
        (Chat.unreachable_since.is_not(None), Fate.BLOCKED.value),
        else_=Fate.REACHED.value,
    )


def touching(session: Session, now: datetime, ends: datetime, alone: timedelta) -> Touching:
    """People of whom it matters what happens to another row: several courses, a shared phone, a form half filled in.

    A few are named one by one; of many the database keeps the list. None where there is nobody.
    """
    several = select(Followup.person_id).where(_relevant(ends)).group_by(Followup.person_id).having(func.count() > 1)
    shared = select(Link.chat_id).group_by(Link.chat_id).having(func.count() > 1)
    sharing = select(Link.person_id).where(Link.chat_id.in_(shared))
    fresh = and_(TalkRow.state == TalkState.OPEN.value, TalkRow.touched_at > now - alone, TalkRow.script != FOLLOWUP)
    busy = select(Link.person_id).join(TalkRow, TalkRow.actor_chat == Link.chat_id).where(fresh)
    found = union(several, sharing, busy).subquery()
    few = list(session.scalars(select(found.c.person_id).limit(FEW + 1)))
    if not few:
        return None
    return few if len(few) <= FEW else select(found.c.person_id)


def _joined(chosen: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        chosen.join(Person, Person.id == Followup.person_id)
        .outerjoin(Link, Link.person_id == Followup.person_id)
        .outerjoin(Chat, Chat.id == Link.chat_id)
    )


def alike(session: Session, ends: datetime, touching: Touching) -> Iterator[Climber]:
    """Those who touch nobody, by where they stand on the ladder and whether it reaches them."""
    where = (Followup.state, Followup.step, Followup.wave, Followup.due_at, Followup.first_asked_at)
    key = (*where, Followup.snoozed_until, _fate().label("fate"))
    chosen = _joined(select(*key, func.count())).where(_relevant(ends))
    if touching is not None:
        chosen = chosen.where(Followup.person_id.not_in(touching))
    for number, found in enumerate(session.execute(chosen.group_by(*key)), 1):
        state, step, wave, due, first, snoozed, fate, count = found
        row = _copy(-number, 0, 0, state, step, wave, due, first, snoozed)
        yield Climber(row, Fate(fate), count)


def households(session: Session, ends: datetime, touching: Touching) -> Iterator[list[Climber]]:
    """The others, all rows of a chat together, in the order of their ids."""
    if touching is None:
        return
    chosen = _joined(
        select(
            *(Followup.id, Followup.person_id, Followup.enrolment_id, Followup.state, Followup.step, Followup.wave),
            *(Followup.due_at, Followup.first_asked_at, Followup.snoozed_until, Link.chat_id, _fate().label("fate")),
        )
    ).where(_relevant(ends), Followup.person_id.in_(touching))
    homes = defaultdict[tuple[bool, int], list[Climber]](list)
    for row_id, person_id, enrolment_id, *where, chat_id, fate in session.execute(chosen.order_by(Followup.id)):
        home = (True, person_id) if chat_id is None else (False, chat_id)
        homes[home].append(Climber(_copy(row_id, person_id, enrolment_id, *where), Fate(fate), 1, chat_id))
    yield from homes.values()


def _copy(
    row_id: int,
    person_id: int,
    enrolment_id: int,
    state: str,
    step: int,
    wave: int,
    due_at: datetime,
    first_asked_at: datetime | None,
    snoozed_until: datetime | None,
) -> Followup:
    return Followup(
        id=row_id,
        person_id=person_id,
        enrolment_id=enrolment_id,
        state=state,
        step=step,
        wave=wave,
        due_at=due_at,
        first_asked_at=first_asked_at,
        snoozed_until=snoozed_until,
        snoozes=0,
    )


def open_talks(session: Session, now: datetime, alone: timedelta) -> dict[int, Talk]:
    """What people are in the middle of, by chat."""
    rows = session.execute(
        select(TalkRow.actor_chat, TalkRow.script, TalkRow.subject_person, TalkRow.touched_at).where(
            TalkRow.state == TalkState.OPEN.value, TalkRow.touched_at > now - alone
        )
    )
    found = ((chat_id, Talk(person if script == FOLLOWUP else None, at)) for chat_id, script, person, at in rows)
    return {chat_id: talk for chat_id, talk in found if chat_id is not None}


def waiting(session: Session, ends: datetime) -> list[tuple[str, str | None, datetime, int]]:
    """Deliveries that wait: kind, what tells their hours apart (see rescheduling.Keeps), when due, how many."""
    about = case((Delivery.kind == DeliveryKind.FOLLOWUP.value, Delivery.detail), else_=Delivery.topic)
    key = (Delivery.kind, about.label("about"), Delivery.due_at)
    chosen = select(*key, func.count()).where(Delivery.status == DeliveryStatus.WAITING.value, Delivery.due_at < ends)
    return [(kind, topic, due, count) for kind, topic, due, count in session.execute(chosen.group_by(*key))]


def ended(session: Session, now: datetime, ends: datetime) -> dict[str, int]:
    """Whose turn would have come and is over before: she said stop, it was somebody else, another one speaks for it."""
    states = (FollowupState.STOPPED.value, FollowupState.MISDIRECTED.value, FollowupState.COVERED.value)
    rows = session.execute(
        select(Followup.state, func.count())
        .where(Followup.state.in_(states), Followup.due_at.between(now, ends))
        .group_by(Followup.state)
    )
    return {str(state): int(count) for state, count in rows}


def meant(session: Session, instants: Collection[datetime], zone: ZoneInfo) -> Iterator[tuple[datetime, datetime, int]]:
    """For which instant first questions that are due at some instants were meant, when they are due, how many."""
    key = (Followup.due_at, Followup.wave, Enrolment.ended_on, Person.preferred_hours)
    rows = session.execute(
        select(*key, func.count())
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .join(Person, Person.id == Followup.person_id)
        .where(Followup.state == FollowupState.PLANNED.value, Followup.due_at.in_(sorted(instants)))
        .group_by(*key)
    )
    for due, wave, ended_on, preferred, count in rows:
        if ended_on is not None:
            yield meant_at(ended_on, wave, zone, preferred), due, count
