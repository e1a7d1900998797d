"""Job alerts ("Kabari lowongan"): who hears of new openings of which kejuruan. Each opening is told once, all of a day
in one message, and nothing after she has said stop.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import consents, upsert
from records.base import Base, Identity, Instant
from records.chats import Chat
from records.consents import Purpose
from records.job_openings import JobOpening, OpeningState, OpeningTrade
from records.people import Person


class JobAlert(Base):
    """One a chat: the consent with the version of its text, for whom (None: nobody known), and when it was withdrawn.
    `told_on`: the last day on which something was told.
    """

    __tablename__ = "job_alerts"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    version: Mapped[int]
    given_at: Mapped[datetime] = mapped_column(Instant)
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    told_on: Mapped[date | None]


class AlertTrade(Base):
    """A kejuruan that somebody wants to hear of, since when."""

    __tablename__ = "job_alert_trades"

    alert_id: Mapped[int] = mapped_column(ForeignKey("job_alerts.id", ondelete="CASCADE"), primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), primary_key=True, index=True)
    since: Mapped[datetime] = mapped_column(Instant)


class Telling(Base):
    """An opening that was told, and on which day: never again."""

    __tablename__ = "job_tellings"

    alert_id: Mapped[int] = mapped_column(ForeignKey("job_alerts.id", ondelete="CASCADE"), primary_key=True)
    opening_id: Mapped[int] = mapped_column(
        ForeignKey("job_openings.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    day: Mapped[date]


def by_id(session: Session, alert_id: int) -> JobAlert | None:
    chosen = select(JobAlert).where(JobAlert.id == alert_id)
    return session.scalar(chosen, execution_options={"populate_existing": True})


def of_chat(session: Session, chat_id: int) -> frozenset[int]:
    """The kejuruan (ids of programmes) that a chat hears of."""
    chosen = (
        select(AlertTrade.programme_id)
        .join(JobAlert, JobAlert.id == AlertTrade.alert_id)
        .where(JobAlert.chat_id == chat_id, JobAlert.stopped_at.is_(None))
    )
    return frozenset(session.scalars(chosen))


def follow(
    session: Session, chat_id: int, person_id: int | None, programme_id: int, version: int, now: datetime
) -> None:
    """From now on she hears of this kejuruan: a consent to the text of this version."""
    values = {"person_id": person_id, "version": version, "given_at": now, "stopped_at": None}
    if not of_chat(session, chat_id):
        upsert.upsert(session, JobAlert, {"chat_id": chat_id}, values)
    alert_id = session.scalars(select(JobAlert.id).where(JobAlert.chat_id == chat_id)).one()
    upsert.insert_new(session, AlertTrade, {"alert_id": alert_id, "programme_id": programme_id}, {"since": now})
    if person_id is not None:
        consents.give(session, person_id, Purpose.VACANCIES, version, now)


def leave(session: Session, chat_id: int, programme_id: int, now: datetime) -> None:
    """Not of this kejuruan any more; without any the consent is withdrawn."""
    hers = select(JobAlert.id).where(JobAlert.chat_id == chat_id).scalar_subquery()
    session.execute(
        delete(AlertTrade)
        .where(AlertTrade.alert_id == hers, AlertTrade.programme_id == programme_id)
        .execution_options(synchronize_session=False)
    )
    if not of_chat(session, chat_id):
        stop(session, chat_id, now)


def stop(session: Session, chat_id: int, now: datetime) -> bool:
    """Nothing any more: the consent is withdrawn. False where there was none."""
    stopped = session.execute(
        update(JobAlert)
        .where(JobAlert.chat_id == chat_id, JobAlert.stopped_at.is_(None))
        .values(stopped_at=now)
        .returning(JobAlert.id, JobAlert.person_id),
        execution_options={"synchronize_session": False},
    ).first()
    if stopped is None:
        return False
    session.execute(delete(AlertTrade).where(AlertTrade.alert_id == stopped.id))
    if stopped.person_id is not None:
        consents.withdraw(session, stopped.person_id, Purpose.VACANCIES, now)
    return True


def _new(today: Any) -> ColumnElement[bool]:
    """An opening of a kejuruan of hers, published since she asked, that she has not been told of. `today`: the day, or
    what stands for it in a statement.
    """
    return and_(
        AlertTrade.alert_id == JobAlert.id,
        OpeningTrade.programme_id == AlertTrade.programme_id,
        JobOpening.id == OpeningTrade.opening_id,
        JobOpening.state == OpeningState.LIVE.value,
        JobOpening.expires_on >= today,
        JobOpening.published_at >= AlertTrade.since,
        ~exists().where(Telling.alert_id == JobAlert.id, Telling.opening_id == JobOpening.id),
    )


# Whoever has not blocked us, and has not died.
_BLOCKED = exists().where(Chat.id == JobAlert.chat_id, Chat.unreachable_since.is_not(None))
_DIED = exists().where(Person.id == JobAlert.person_id, Person.deceased_on.is_not(None))
_REACHABLE = and_(JobAlert.stopped_at.is_(None), ~_BLOCKED, ~_DIED)
# Built once: every tick asks for it.
_HAS_NEWS = exists(select(literal(1)).where(_new(bindparam("today"))).correlate(JobAlert))
_NOT_YET = or_(JobAlert.told_on.is_(None), JobAlert.told_on < bindparam("today"))
_DUE, _DUE_TOMORROW = (
    select(JobAlert).where(_REACHABLE, which, _HAS_NEWS).order_by(JobAlert.id).limit(bindparam("limit"))
    for which in (_NOT_YET, ~_NOT_YET)
)


def due(session: Session, today: date, limit: int, *, told_today: bool = False) -> Sequence[JobAlert]:
    """Who has something new to hear, and has heard nothing today; or, `told_today`, who has and waits for tomorrow."""
    return session.scalars(_DUE_TOMORROW if told_today else _DUE, {"today": today, "limit": limit}).all()


def tell(session: Session, alert_id: int, today: date) -> int:
    """Everything new is told today; how many openings that is."""
    news = select(JobAlert.id, JobOpening.id, literal(today)).where(JobAlert.id == alert_id, _new(today)).distinct()
    columns = ["alert_id", "opening_id", "day"]
    session.execute(insert(Telling).from_select(columns, news))
    session.execute(update(JobAlert).where(JobAlert.id == alert_id).values(told_on=today))
    told = select(func.count()).where(Telling.alert_id == alert_id, Telling.day == today)
    return session.scalar(told) or 0


def told(session: Session, alert_id: int, day: date, today: date) -> list[JobOpening]:
    """What was told on a day and can still be read."""
    chosen = (
        select(JobOpening)
        .join(Telling, Telling.opening_id == JobOpening.id)
        .where(Telling.alert_id == alert_id, Telling.day == day)
        .where(JobOpening.state == OpeningState.LIVE.value, JobOpening.expires_on >= today)
        .order_by(JobOpening.published_at, JobOpening.id)
    )
    return list(session.scalars(chosen))


def move(session: Session, old_chat: int, new_chat: int) -> None:
    """The alert of a chat that got a new id, unless it has one there."""
    there = select(JobAlert.id).where(JobAlert.chat_id == new_chat)
    if session.scalar(there) is None:
        session.execute(update(JobAlert).where(JobAlert.chat_id == old_chat).values(chat_id=new_chat))
