"""Unfinished registrations: whom to remind, a day after her last answer and before registration closes, and what is
over because it has closed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, and_, bindparam, or_, select, update
from sqlalchemy.orm import Session

from records import plain, talks
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.talks import StoredTalk, TalkRow, TalkState

SCRIPT = "registration"
QUIET, BEFORE_CLOSING = timedelta(days=1), timedelta(days=2)
# How often somebody was reminded: of her quiet registration, of the closing. Never of both at once.
NEVER, ONCE, TWICE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A talk with its class's closing time; `closing` where that is near."""

    talk: StoredTalk
    closes_at: datetime
    closing: bool


GOING_ON = (TalkState.OPEN, TalkState.WAITING)
# One that rests ends with its class as well, but nobody is reminded of what she cannot finish.
_ALIVE = and_(TalkRow.script == SCRIPT, plain.one_of(TalkRow.state, (*GOING_ON, TalkState.RESTING)))
_GOING_ON = plain.one_of(TalkRow.state, GOING_ON)
# Built once: every tick asks for them.
_INSTANTS = (
    select(TalkRow.state, TalkRow.touched_at, TalkRow.nudged, Cohort.closes_at, TrainingClass.cancelled_at)
    .join(TrainingClass, TrainingClass.id == TalkRow.about)
    .join(Cohort, Cohort.id == TrainingClass.cohort_id)
    .where(_ALIVE)
)
_ROWS = _INSTANTS.with_only_columns(TalkRow.id, Cohort.closes_at).order_by(TalkRow.id).limit(bindparam("limit"))
_OVER = _ROWS.where(or_(Cohort.closes_at <= bindparam("now"), TrainingClass.cancelled_at.is_not(None)))
_TO_REMIND = _ROWS.where(
    _GOING_ON,
    TalkRow.touched_at <= bindparam("quiet"),
    Cohort.closes_at > bindparam("now"),
    TrainingClass.cancelled_at.is_(None),
    or_(TalkRow.nudged == NEVER, and_(TalkRow.nudged < TWICE, Cohort.closes_at <= bindparam("near"))),
)


def _rows(session: Session, chosen: Select[int, datetime], **values: object) -> list[tuple[int, datetime]]:
    return [(talk_id, closes_at) for talk_id, closes_at in plain.rows(session, chosen, **values)]


def to_remind(session: Session, now: datetime, limit: int) -> list[Unfinished]:
    """Those whose reminder is due now."""
    near = now + BEFORE_CLOSING
    return [
        Unfinished(talk, closes_at, closes_at <= near)
        for talk_id, closes_at in _rows(session, _TO_REMIND, now=now, quiet=now - QUIET, near=near, limit=limit)
        if (talk := talks.by_id(session, talk_id)) is not None
    ]


def reminded(session: Session, one: Unfinished) -> None:
    session.execute(update(TalkRow).where(TalkRow.id == one.talk.id).values(nudged=TWICE if one.closing else ONCE))


def remind_no_more(session: Session, talk_id: int) -> None:
    """What she has just been told of needs no reminder."""
    session.execute(update(TalkRow).where(TalkRow.id == talk_id).values(nudged=TWICE))


def over(session: Session, now: datetime, limit: int) -> list[StoredTalk]:
    """Registrations whose class closed or was cancelled meanwhile."""
    found = _rows(session, _OVER, now=now, limit=limit)
    return [talk for talk_id, _closes in found if (talk := talks.by_id(session, talk_id)) is not None]


def next_due(session: Session, after: datetime) -> datetime | None:
    """The first instant after `after` at which somebody is to be reminded, or a registration is over."""
    rows = plain.rows(session, _INSTANTS)
    instants = [moment for row in rows for moment in _instants(*row)]
    return min((moment for moment in instants if moment > after), default=None)


def _instants(
    state: str, touched: datetime, nudged: int, closes: datetime, cancelled: datetime | None
) -> list[datetime]:
    """When something of a registration falls due."""
    ending = min(closes, cancelled) if cancelled is not None else closes
    if state == TalkState.RESTING.value:
        return [ending]
    quiet = [touched + QUIET] if nudged == NEVER else []
    near = [max(touched + QUIET, closes - BEFORE_CLOSING)] if nudged < TWICE else []
    return [ending, *(moment for moment in (*quiet, *near) if moment < ending)]
