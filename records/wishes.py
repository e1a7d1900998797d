"""Wishes ("Kabari saya"): who wants to hear when a class of a kejuruan opens, and how many want which."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.programmes import Programme


class Wish(Base):
    """One a chat and programme. `person_id`: for whom it was made when her class was cancelled, None where the chat
    asked itself; her wishes go with her record. `told_at`: since when nothing is owed.
    """

    __tablename__ = "wishes"
    __table_args__ = (UniqueConstraint("chat_id", "programme_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    told_at: Mapped[datetime | None] = mapped_column(Instant)


# Built once: every tick asks for them.
_WAITED_FOR = (
    select(func.min(Cohort.opens_at))
    .join(TrainingClass, TrainingClass.cohort_id == Cohort.id)
    .join(Wish, Wish.programme_id == TrainingClass.programme_id)
    .where(Wish.told_at.is_(None), Cohort.archived_at.is_(None), TrainingClass.cancelled_at.is_(None))
)
_NEXT_OPENING = _WAITED_FOR.where(Cohort.opens_at > bindparam("after"))
_WANTED = (
    _WAITED_FOR.with_only_columns(Wish.programme_id)
    .where(Cohort.opens_at <= bindparam("now"), Cohort.closes_at > bindparam("now"))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Demand:
    """How many wish for a programme: those not told yet, and all who ever wished and did not take it back."""

    programme_id: int
    programme: str
    waiting: int
    ever: int
    oldest: datetime | None = None


def wish(session: Session, chat_id: int, programme_id: int, now: datetime, person_id: int | None = None) -> bool:
    """Wants to hear of the next class; once told, one may wish anew. False: the wish was there already."""
    earlier = of_programme(session, chat_id, programme_id)
    if earlier is None:
        session.add(Wish(chat_id=chat_id, person_id=person_id, programme_id=programme_id, at=now))
        session.flush()
        return True
    if earlier.told_at is None:
        return False
    earlier.at, earlier.told_at = now, None
    earlier.person_id = person_id or earlier.person_id
    session.flush()
    return True


def take_back(session: Session, chat_id: int, programme_id: int) -> bool:
    """False: there was no such wish."""
    gone = delete(Wish).where(Wish.chat_id == chat_id, Wish.programme_id == programme_id).returning(Wish.id)
    return session.execute(gone).first() is not None


def by_id(session: Session, wish_id: int) -> Wish | None:
    return session.get(Wish, wish_id)


def of_programme(session: Session, chat_id: int, programme_id: int) -> Wish | None:
    return session.scalar(select(Wish).where(Wish.chat_id == chat_id, Wish.programme_id == programme_id))


def of_chat(session: Session, chat_id: int) -> dict[int, str]:
    """The programmes a chat still waits for, by name."""
    rows = session.execute(
        select(Programme.id, Programme.name)
        .join(Wish, Wish.programme_id == Programme.id)
        .where(Wish.chat_id == chat_id, Wish.told_at.is_(None))
        .order_by(Programme.name)
    )
    return {row.id: row.name for row in rows}


def untold(session: Session, programme_id: int, limit: int) -> list[Wish]:
    """The oldest wishes for a programme that nobody was told of yet."""
    chosen = select(Wish).where(Wish.programme_id == programme_id, Wish.told_at.is_(None))
    return list(session.scalars(chosen.order_by(Wish.id).limit(limit)))


def wanted(session: Session, now: datetime) -> frozenset[int]:
    """The programmes that somebody still waits for and one can register for now."""
    return frozenset(plain.rows(session, _WANTED, now=now).scalars())


def next_opening(session: Session, after: datetime) -> datetime | None:
    """The first instant after `after` at which registration opens for a class that somebody waits for."""
    return plain.scalar(session, _NEXT_OPENING, after=after)


def mark_told(session: Session, wish_id: int, now: datetime) -> bool:
    """True: the telling is this call's."""
    changed = session.execute(
        update(Wish).where(Wish.id == wish_id, Wish.told_at.is_(None)).values(told_at=now).returning(Wish.id)
    )
    return changed.first() is not None


def demand(session: Session) -> list[Demand]:
    """Every programme with how many wish for it, the most wanted first."""
    waiting = func.count(Wish.id).filter(Wish.told_at.is_(None))
    ever, oldest = func.count(Wish.id), func.min(Wish.at).filter(Wish.told_at.is_(None))
    rows = session.execute(
        select(Programme.id, Programme.name, waiting, ever, oldest)
        .outerjoin(Wish, Wish.programme_id == Programme.id)
        .group_by(Programme.id)
        .order_by(waiting.desc(), ever.desc(), Programme.name)
    )
    return [Demand(*row) for row in rows]


def instants(session: Session) -> list[tuple[int, datetime]]:
    """Programme and time of every wish, told or not."""
    rows = session.execute(select(Wish.programme_id, Wish.at).order_by(Wish.at))
    return [(programme_id, at) for programme_id, at in rows]


def move(session: Session, old_chat: int, new_chat: int) -> None:
    """The wishes of a chat that got a new id; what it wishes there already it need not wish twice."""
    there = select(Wish.programme_id).where(Wish.chat_id == new_chat).scalar_subquery()
    session.execute(
        update(Wish)
        .where(Wish.chat_id == old_chat, Wish.programme_id.not_in(there))
        .values(chat_id=new_chat)
        .execution_options(synchronize_session=False)
    )
