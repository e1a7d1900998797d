"""Follow-ups: the plan of who is asked when. One row an enrolment and wave, anchored on her own end of training."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base, Identity, Instant
from records.calendar import Calendar
from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.people import Person, PreferredHours
from records.programmes import Programme

# Days after the first asking: the reminder of this version. The ladder's later steps extend this tuple.
LADDER_DAYS = (0, 3)
# After so many days without an answer nobody is asked again: she goes to the phone list.
SILENCE_DAYS = 14
ASKING_TIME = time(9, 0)
# Whoever said at re-registration when it suits her is asked then, within the sending hours.
ASKING_TIMES: Mapping[str, time] = {
    PreferredHours.MORNING.value: ASKING_TIME,
    PreferredHours.NOON.value: time(13, 0),
    PreferredHours.AFTERNOON.value: time(15, 30),
}


class FollowupState(StrEnum):
    """`planned`: to be asked at `due_at`; `asked`: waiting for an answer; then how it ended. `misdirected`: whoever got
    the question said that it is not her.
    """

    PLANNED = "planned"
    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    COVERED = "covered"
    MISDIRECTED = "misdirected"


class Followup(Base):
    __tablename__ = "followups"
    __table_args__ = (
        UniqueConstraint("enrolment_id", "wave"),
        Index("ix_followups_state_due", "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
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


_ACTIVE = (FollowupState.PLANNED.value, FollowupState.ASKED.value)
# Whoever answers late is still heard, until the talk itself expires.
_ANSWERABLE = (*_ACTIVE, FollowupState.SILENT.value, FollowupState.UNREACHABLE.value)


@dataclass(frozen=True, slots=True)
class Due:
    """A step of a follow-up whose time has come."""

    id: int
    enrolment_id: int
    person_id: int
    wave: int
    step: int


def plan(
    session: Session,
    enrolment: Enrolment,
    waves: tuple[int, ...],
    calendar: Calendar,
    now: datetime,
    window: timedelta = timedelta(),
) -> None:
    """Writes the waves that lie ahead, and one whose `window` is still open, which is asked at the next allowed time.

    Waves are months after the end of training.
    """
    if enrolment.ended_on is None:
        raise ValueError("only a training that ended is followed up")
    preferred = session.scalar(select(Person.preferred_hours).where(Person.id == enrolment.person_id))
    for wave in waves:
        due_at = first_instant(enrolment.ended_on, wave, calendar, preferred)
        if due_at + window > now:
            session.add(
                Followup(
                    enrolment_id=enrolment.id,
                    person_id=enrolment.person_id,
                    wave=wave,
                    state=FollowupState.PLANNED.value,
                    due_at=max(due_at, calendar.next_allowed(now)),
                )
            )
    session.flush()


def first_of_class(session: Session, class_id: int) -> datetime | None:
    """When the first graduate of a class is asked next."""
    return session.scalar(
        select(func.min(Followup.due_at))
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .where(Enrolment.class_id == class_id, Followup.state == FollowupState.PLANNED.value)
    )


def step_key(enrolment_id: int, wave: int, step: int) -> str:
    """The key of the message that a step sends."""
    return f"followup:{enrolment_id}:{wave}:{step}"


def first_instant(ended_on: date, wave: int, calendar: Calendar, preferred: str | None = None) -> datetime:
    """When a wave is asked first: so many months after, in the morning or when she prefers, moved on to the next
    allowed time. Its reminder comes at the same time of day.
    """
    day = ended_on + relativedelta(months=wave)
    at = ASKING_TIME if preferred is None else ASKING_TIMES.get(preferred, ASKING_TIME)
    return calendar.next_allowed(datetime.combine(day, at, calendar.zone))


def due(session: Session, now: datetime, limit: int) -> list[Due]:
    rows = session.execute(
        select(Followup.id, Followup.enrolment_id, Followup.person_id, Followup.wave, Followup.step)
        .where(Followup.state.in_(_ACTIVE), Followup.due_at <= now)
        .order_by(Followup.due_at, Followup.id)
        .limit(limit)
    )
    return [Due(*row) for row in rows]


def next_due(session: Session, after: datetime) -> datetime | None:
    return session.scalar(select(func.min(Followup.due_at)).where(Followup.state.in_(_ACTIVE), Followup.due_at > after))


def asked_meanwhile(session: Session, person_id: int, besides: int) -> int | None:
    """Another follow-up that this person is being asked right now."""
    return session.scalar(
        select(Followup.id)
        .where(
            Followup.person_id == person_id,
            Followup.id != besides,
            Followup.state == FollowupState.ASKED.value,
        )
        .limit(1)
    )


def has_stopped(session: Session, person_id: int) -> bool:
    """Whether she said 'do not ask again'."""
    chosen = select(Followup.id).where(Followup.person_id == person_id, Followup.state == FollowupState.STOPPED.value)
    return session.scalar(chosen.limit(1)) is not None


def step_taken(session: Session, due: Due, calendar: Calendar, now: datetime) -> None:
    """This step is on its way: the next gets its date, counted from the first asking; after the last comes silence.

    Nothing happens where the follow-up ended meanwhile or the step was taken before.
    """
    followup = session.get_one(Followup, due.id)
    if followup.state not in _ACTIVE or followup.step != due.step:
        return
    followup.first_asked_at = followup.first_asked_at or now
    followup.state = FollowupState.ASKED.value
    followup.step = due.step + 1
    days = LADDER_DAYS[followup.step] if followup.step < len(LADDER_DAYS) else SILENCE_DAYS
    followup.due_at = calendar.next_allowed(followup.first_asked_at + timedelta(days=days))
    session.flush()


def end(session: Session, followup_id: int, state: FollowupState, answered_at: datetime | None = None) -> None:
    """How it ended, late answers included. Those it speaks for stay `covered`: its end is theirs."""
    session.execute(
        update(Followup)
        .where(Followup.id == followup_id, Followup.state.in_(_ANSWERABLE))
        .values(state=state.value, answered_at=answered_at)
    )


def stop_person(session: Session, person_id: int) -> None:
    """'Do not ask again': whatever was planned for her is off."""
    session.execute(
        update(Followup)
        .where(
            Followup.person_id == person_id,
            Followup.state.in_(_ACTIVE),
        )
        .values(state=FollowupState.STOPPED.value)
    )


def cover(session: Session, followup_id: int, by: int) -> None:
    """Another follow-up speaks for this one; where that has reached her already, it has for this one too."""
    reached_at = session.scalar(select(Followup.reached_at).where(Followup.id == by))
    session.execute(
        update(Followup)
        .where(Followup.id == followup_id)
        .values(state=FollowupState.COVERED.value, covered_by=by, reached_at=reached_at)
    )


def reached(session: Session, followup_id: int, now: datetime) -> None:
    """The question arrived."""
    session.execute(
        update(Followup)
        .where((Followup.id == followup_id) | (Followup.covered_by == followup_id), Followup.reached_at.is_(None))
        .values(reached_at=now)
    )


def spoken_for(session: Session, followup_id: int) -> list[Followup]:
    """The follow-up and those it covers."""
    return list(
        session.scalars(
            select(Followup)
            .where((Followup.id == followup_id) | (Followup.covered_by == followup_id))
            .order_by(Followup.id)
        )
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a follow-up asks about which training."""

    enrolment_id: int
    person_id: int
    name: str
    programme: str
    wave: int


def asked_about(session: Session, followup_id: int) -> Asked | None:
    """The follow-up's person and training, while it may still be answered."""
    row = session.execute(
        select(Followup.enrolment_id, Followup.person_id, Person.name, Programme.name, Followup.wave)
        .join(Person, Person.id == Followup.person_id)
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .join(Programme, Programme.id == TrainingClass.programme_id)
        .where(Followup.id == followup_id, Followup.state.in_(_ANSWERABLE))
    ).first()
    return None if row is None else Asked(*row)


def by_id(session: Session, followup_id: int) -> Followup | None:
    return session.get(Followup, followup_id)
