"""Questions put to the officers ("Tanya petugas"): promised an answer by a time, claimed by one officer, answered or
closed.
"""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, and_, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records import plain
from records.base import Base, Identity, Instant, Sealed

# How long an officer has a question to herself.
LEASE = timedelta(minutes=15)


class Question(Base):
    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    words: Mapped[str] = mapped_column(Sealed)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    promised_at: Mapped[datetime | None] = mapped_column(Instant)
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    claimed_until: Mapped[datetime | None] = mapped_column(Instant)
    answer: Mapped[str | None] = mapped_column(Sealed)
    answered_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def is_waiting(self) -> bool:
        return self.answered_at is None and self.closed_at is None


_WAITS = and_(Question.answered_at.is_(None), Question.closed_at.is_(None))
# Built once: every tick asks whether any waits.
_COUNTED = select(func.count()).select_from(Question).where(_WAITS)


def ask(session: Session, chat_id: int, words: str, now: datetime, promised_at: datetime | None = None) -> Question:
    question = Question(chat_id=chat_id, words=words, asked_at=now, promised_at=promised_at)
    session.add(question)
    session.flush()
    return question


def waiting(session: Session) -> list[Question]:
    """Those neither answered nor closed, the oldest first."""
    return list(session.scalars(select(Question).where(_WAITS).order_by(Question.id)))


def count_waiting(session: Session) -> int:
    return plain.scalar(session, _COUNTED) or 0


def claim(session: Session, question_id: int, staff_id: int, now: datetime) -> bool:
    """Takes a question for a quarter of an hour, or longer still where it is hers; False where another has it."""
    free = or_(Question.claimed_by.is_(None), Question.claimed_by == staff_id, Question.claimed_until <= now)
    changed = session.execute(
        update(Question)
        .where(Question.id == question_id, _WAITS, free)
        .values(claimed_by=staff_id, claimed_until=now + LEASE)
        .returning(Question.id)
    )
    return changed.first() is not None


def answer(session: Session, question_id: int, words: str, staff_id: int, now: datetime) -> bool:
    """Answers if nobody has: True means the answer is this officer's."""
    changed = session.execute(
        update(Question)
        .where(Question.id == question_id, _WAITS)
        .values(answer=words, answered_at=now, answered_by=staff_id)
        .returning(Question.id)
    )
    return changed.first() is not None


def close(session: Session, question_id: int, staff_id: int, now: datetime) -> bool:
    """Closes what needs no answer; True means that this officer did."""
    changed = session.execute(
        update(Question)
        .where(Question.id == question_id, _WAITS)
        .values(closed_at=now, answered_by=staff_id)
        .returning(Question.id)
    )
    return changed.first() is not None


def by_id(session: Session, question_id: int) -> Question | None:
    return session.get(Question, question_id)


def chat_of(session: Session, question_id: int) -> int | None:
    return session.scalar(select(Question.chat_id).where(Question.id == question_id))
