"""Questions put to the officers ("Tanya petugas"), and their answers."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant, Sealed


class Question(Base):
    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    words: Mapped[str] = mapped_column(Sealed)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    answer: Mapped[str | None] = mapped_column(Sealed)
    answered_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


def ask(session: Session, chat_id: int, words: str, now: datetime) -> Question:
    question = Question(chat_id=chat_id, words=words, asked_at=now)
    session.add(question)
    session.flush()
    return question


def waiting(session: Session) -> list[Question]:
    """Those without an answer, the oldest first."""
    return list(session.scalars(select(Question).where(Question.answered_at.is_(None)).order_by(Question.id)))


def answer(session: Session, question_id: int, words: str, staff_id: int, now: datetime) -> bool:
    """Answers if nobody has: True means the answer is this officer's."""
    changed = session.execute(
        update(Question)
        .where(Question.id == question_id, Question.answered_at.is_(None))
        .values(answer=words, answered_at=now, answered_by=staff_id)
        .returning(Question.id)
    )
    return changed.first() is not None


def by_id(session: Session, question_id: int) -> Question | None:
    return session.get(Question, question_id)


def chat_of(session: Session, question_id: int) -> int | None:
    return session.scalar(select(Question.chat_id).where(Question.id == question_id))
