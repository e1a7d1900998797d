"""Follow-ups: one row an enrolment and wave. When they are asked is planned in `planning`; how they climb from one step
to the next is in `ladder`; this module holds the row, and how it ends.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, case, or_, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant

# Days after the first asking at which she is asked again, in other words each time.
LADDER_DAYS = (0, 3, 7)
# After so many days without an answer nobody is asked again: she goes to the phone list.
SILENCE_DAYS = 14
# It waits behind a talk that somebody touched within a day, and tries again every hour.
LEFT_ALONE, PATIENCE = timedelta(days=1), timedelta(hours=1)
# How often she may put it off, where the profile says nothing else.
MOST_SNOOZES = 5
# What marks the message that she asked for (see deliveries, `detail`).
LATER = "later"


class FollowupState(StrEnum):
    """`planned`: to be asked at `due_at`; `asked`: waiting for an answer; then how it ended.

    `silent`: the ladder is at its end; `unreachable`: nothing can be delivered (until `due_at` she is asked after all,
    should that change). `misdirected`: whoever got the question said that it is not her. `passed`: its window was over
    before it could be asked; `cancelled`: its wave was taken away before.
    """

    PLANNED = "planned"
    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    COVERED = "covered"
    MISDIRECTED = "misdirected"
    PASSED = "passed"
    CANCELLED = "cancelled"


class Followup(Base):
    __tablename__ = "followups"
    __table_args__ = (
        UniqueConstraint("enrolment_id", "wave"),
        Index("ix_followups_state_due", "state", "due_at"),
        Index("ix_followups_person_state", "person_id", "state"),
        Index(
            "ix_followups_snoozed",
            "snoozed_until",
            sqlite_where=text("snoozed_until IS NOT NULL"),
            postgresql_where=text("snoozed_until IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    wave: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))
    step: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(Instant)
    first_asked_at: Mapped[datetime | None] = mapped_column(Instant)
    reached_at: Mapped[datetime | None] = mapped_column(Instant)
    # One person is asked once, however many courses: the follow-up that speaks for this one.
    covered_by: Mapped[int | None] = mapped_column(ForeignKey("followups.id"), index=True)
    # The reminder that she asked for, how often she did, and when the questionnaire was through.
    snoozed_until: Mapped[datetime | None] = mapped_column(Instant)
    snoozes: Mapped[int] = mapped_column(default=0)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)


ACTIVE = (FollowupState.PLANNED.value, FollowupState.ASKED.value)
# Whoever answers late is still heard, until the talk itself expires.
ANSWERABLE = (
    *ACTIVE,
    FollowupState.SILENT.value,
    FollowupState.UNREACHABLE.value,
    FollowupState.MISDIRECTED.value,
)


def step_key(enrolment_id: int, wave: int, step: int) -> str:
    """The key of the message that a step sends."""
    return f"followup:{enrolment_id}:{wave}:{step}"


def later_key(enrolment_id: int, wave: int, snooze: int) -> str:
    """The key of the reminder that she asked for, the first, second ... time."""
    return f"followup:{enrolment_id}:{wave}:later:{snooze}"


def has_stopped(session: Session, person_id: int) -> bool:
    """Whether she said 'do not ask again'."""
    chosen = select(Followup.id).where(Followup.person_id == person_id, Followup.state == FollowupState.STOPPED.value)
    return session.scalar(chosen.limit(1)) is not None


def end(session: Session, followup_id: int, state: FollowupState, answered_at: datetime | None = None) -> None:
    """How it ended, late answers included. Those it speaks for stay `covered`: its end is theirs."""
    session.execute(
        update(Followup)
        .where(Followup.id == followup_id, Followup.state.in_(ANSWERABLE))
        .values(state=state.value, answered_at=answered_at, snoozed_until=None)
    )


def next_planned(session: Session, person_id: int) -> int | None:
    """What a person is asked next, by its id."""
    chosen = select(Followup.id).where(Followup.person_id == person_id, Followup.state == FollowupState.PLANNED.value)
    return session.scalar(chosen.order_by(Followup.due_at, Followup.id).limit(1))


def snooze(session: Session, followup_id: int, until: datetime, most: int = MOST_SNOOZES) -> bool:
    """She asked to be reminded at `until`; the ladder waits for that. Who changes her mind before has asked once.

    False: it ended meanwhile, or she has put it off as often as she may. Late is not too late: while she can answer,
    she can put it off.
    """
    open_ = (FollowupState.ASKED.value, FollowupState.SILENT.value, FollowupState.UNREACHABLE.value)
    snoozing = Followup.snoozed_until.is_not(None)
    changed = session.execute(
        update(Followup)
        .where(Followup.id == followup_id, Followup.state.in_(open_), or_(snoozing, Followup.snoozes < most))
        .values(
            state=FollowupState.ASKED.value,
            snoozes=case((snoozing, Followup.snoozes), else_=Followup.snoozes + 1),
            snoozed_until=until,
            due_at=until,
        )
        .returning(Followup.id)
    )
    return changed.first() is not None


def stop_person(session: Session, person_id: int) -> None:
    """'Do not ask again': whatever was planned for her is off."""
    session.execute(
        update(Followup)
        .where(
            Followup.person_id == person_id,
            Followup.state.in_(ACTIVE),
        )
        .values(state=FollowupState.STOPPED.value, snoozed_until=None)
    )


def last_stopped(session: Session, person_id: int) -> int | None:
    """A follow-up at which somebody said 'do not ask again', the latest."""
    return session.scalar(
        select(Followup.id)
        .where(Followup.person_id == person_id, Followup.state == FollowupState.STOPPED.value)
        .order_by(Followup.due_at.desc(), Followup.id.desc())
        .limit(1)
    )


def last_answered(session: Session, person_id: int) -> int | None:
    """The latest follow-up that somebody answered."""
    return session.scalar(
        select(Followup.id)
        .where(Followup.person_id == person_id, Followup.state == FollowupState.ANSWERED.value)
        .order_by(Followup.answered_at.desc(), Followup.id.desc())
        .limit(1)
    )


def by_id(session: Session, followup_id: int) -> Followup | None:
    return session.get(Followup, followup_id)
