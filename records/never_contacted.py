"""Due but never contacted: every wave of every graduate whose time has come and of which nothing reached her, each with
the one reason why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from records import planning
from records.chats import Chat
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup, FollowupState
from records.monitoring import MonitoringRecord
from records.people import Link, Person
from records.programmes import Programme

# What fell due longer ago is history.
LOOKED_BACK = timedelta(days=400)
# So long at most the calendar holds something back.
HELD_AT_MOST = timedelta(days=40)


class Reason(StrEnum):
    """Why nothing reached her. `unplanned` is the one that no one can explain: the wave was not written down."""

    DECEASED = "deceased"
    STOPPED = "stopped"
    MISDIRECTED = "misdirected"
    COVERED = "covered"
    PASSED = "passed"
    HELD = "held"
    NO_CHAT = "no_chat"
    BLOCKED = "blocked"
    ON_ITS_WAY = "on_its_way"
    UNDELIVERED = "undelivered"
    UNPLANNED = "unplanned"


@dataclass(frozen=True, slots=True)
class Uncontacted:
    """One graduate and one wave. `until`: when she is asked after all, where that is known."""

    person_id: int
    enrolment_id: int
    wave: int
    name: str
    programme: str
    cohort: str
    until: datetime | None = None


_S = FollowupState
# Whatever is in one of these has had its time.
_BEGUN = (_S.ASKED.value, _S.UNREACHABLE.value, _S.COVERED.value, _S.MISDIRECTED.value)
_LATER = (_S.PLANNED.value, _S.STOPPED.value, _S.PASSED.value)


def _answered() -> ColumnElement[bool]:
    """Whoever told something was contacted, if not by a message."""
    return exists().where(
        MonitoringRecord.enrolment_id == Followup.enrolment_id, MonitoringRecord.wave == Followup.wave
    )


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Rows whose time has come, and that nothing reached: a stranger's answer reached nobody. Of what was begun
    `due_at` is the next step, so that it has come all the same.
    """
    come = or_(Followup.due_at <= now, Followup.first_asked_at.is_not(None))
    return (
        or_(Followup.state.in_(_BEGUN), and_(Followup.state.in_(_LATER), come)),
        Followup.due_at > now - LOOKED_BACK,
        or_(Followup.reached_at.is_(None), Followup.state == _S.MISDIRECTED.value),
        Enrolment.status == EnrolmentStatus.GRADUATED.value,
        ~_answered(),
    )


def _reason(sends_now: bool) -> ColumnElement[str]:
    """The first that holds, so that each has exactly one."""
    planned = Reason.ON_ITS_WAY if sends_now else Reason.HELD
    return case(
        (Person.deceased_on.is_not(None), Reason.DECEASED.value),
        (Followup.state == _S.STOPPED.value, Reason.STOPPED.value),
        (Followup.state == _S.MISDIRECTED.value, Reason.MISDIRECTED.value),
        (Followup.state == _S.COVERED.value, Reason.COVERED.value),
        (Followup.state == _S.PASSED.value, Reason.PASSED.value),
        (Followup.state == _S.PLANNED.value, planned.value),
        (Link.chat_id.is_(None), Reason.NO_CHAT.value),
        (Chat.unreachable_since.is_not(None), Reason.BLOCKED.value),
        (Followup.state == _S.ASKED.value, Reason.ON_ITS_WAY.value),
        else_=Reason.UNDELIVERED.value,
    )


def _from_followups(chosen: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        chosen.select_from(Followup)
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .join(Person, Person.id == Followup.person_id)
        .outerjoin(Link, Link.person_id == Followup.person_id)
        .outerjoin(Chat, Chat.id == Link.chat_id)
    )


def counts(session: Session, rules: planning.Rules, now: datetime) -> Mapping[Reason, int]:
    """How many there are, by reason."""
    reason = _reason(rules.calendar.allows(now)).label("reason")
    rows = session.execute(_from_followups(select(reason, func.count())).where(*_due(now)).group_by(reason))
    found = {Reason(name): count for name, count in rows}
    held = len(_held(session, rules, now))
    if held:
        found[Reason.HELD] = found.get(Reason.HELD, 0) + held
    unplanned = sum(len(waves) for waves in unplanned_of(session, rules, now).values())
    return found | ({Reason.UNPLANNED: unplanned} if unplanned else {})


def listed(
    session: Session, rules: planning.Rules, now: datetime, reason: Reason, limit: int = 20
) -> list[Uncontacted]:
    """The first of one reason, those who have waited longest before the others."""
    if reason is Reason.UNPLANNED:
        missing = [(one, wave, None) for one, waves in unplanned_of(session, rules, now).items() for wave in waves]
        return _told(session, missing[:limit])
    why = _reason(rules.calendar.allows(now))
    chosen = select(Followup.enrolment_id, Followup.wave).where(*_due(now), why == reason.value)
    rows = session.execute(_from_followups(chosen).order_by(Followup.due_at, Followup.id).limit(limit))
    found: list[tuple[int, int, datetime | None]] = [(enrolment_id, wave, None) for enrolment_id, wave in rows]
    if reason is Reason.HELD:
        found += _held(session, rules, now)
    return _told(session, found[:limit])


def _held(session: Session, rules: planning.Rules, now: datetime) -> list[tuple[int, int, datetime]]:
    """Planned for later than its own day: the calendar holds it back, or its class was closed after that day."""
    rows = session.execute(
        _from_followups(
            select(Followup.enrolment_id, Followup.wave, Followup.due_at, Enrolment.ended_on, Person.preferred_hours)
        ).where(
            Followup.state == _S.PLANNED.value,
            Followup.due_at > now,
            Followup.due_at <= now + HELD_AT_MOST,
            Person.deceased_on.is_(None),
            Enrolment.status == EnrolmentStatus.GRADUATED.value,
            ~_answered(),
        )
    )
    return [
        (enrolment_id, wave, due_at)
        for enrolment_id, wave, due_at, ended, preferred in rows
        if ended is not None and planning.meant_at(ended, wave, rules.calendar.zone, preferred) <= now
    ]


def unplanned_of(session: Session, rules: planning.Rules, now: datetime) -> dict[int, list[int]]:
    """The waves that are due and nowhere written down, by enrolment: there should be none."""
    today = now.astimezone(rules.calendar.zone).date()
    missing: dict[int, list[int]] = {}
    for own in session.scalars(select(TrainingClass.followup_waves).distinct()).all():
        for wave in planning.waves_of(own, rules.waves):
            last = today - relativedelta(months=wave)
            chosen = (
                select(Enrolment.id)
                .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
                .where(
                    TrainingClass.followup_waves.is_(None) if own is None else TrainingClass.followup_waves == own,
                    Enrolment.status == EnrolmentStatus.GRADUATED.value,
                    Enrolment.ended_on < last,
                    Enrolment.ended_on >= last - LOOKED_BACK,
                    ~exists().where(Followup.enrolment_id == Enrolment.id, Followup.wave == wave),
                )
                .order_by(Enrolment.id)
            )
            for enrolment_id in session.scalars(chosen):
                missing.setdefault(enrolment_id, []).append(wave)
    return missing


def _told(session: Session, found: Sequence[tuple[int, int, datetime | None]]) -> list[Uncontacted]:
    """With names, for a page of them."""
    rows = session.execute(
        select(Enrolment.id, Person.id, Person.name, Programme.name, Cohort.name)
        .join(Person, Person.id == Enrolment.person_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .join(Cohort, Cohort.id == TrainingClass.cohort_id)
        .where(Enrolment.id.in_([enrolment_id for enrolment_id, _wave, _until in found]))
    )
    known = {row[0]: row[1:] for row in rows}
    return [
        Uncontacted(known[one][0], one, wave, *known[one][1:], until=until)
        for one, wave, until in found
        if one in known
    ]
