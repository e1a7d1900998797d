"""Planning: which waves a graduate is asked in and when, anchored on her own end of training.

Planning anew is planning: what was not asked yet becomes what a fresh plan would write, and what was asked stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from records.calendar import Calendar
from records.classes import TrainingClass
from records.enrolments import Enrolment, EnrolmentStatus
from records.followups import Followup, FollowupState
from records.people import Person, PreferredHours

ASKING_TIME = time(9, 0)
# Whoever said at re-registration when it suits her is asked then, within the sending hours.
ASKING_TIMES: Mapping[str, time] = {
    PreferredHours.MORNING.value: ASKING_TIME,
    PreferredHours.NOON.value: time(13, 0),
    PreferredHours.AFTERNOON.value: time(15, 30),
}
# Whoever is known from a list of earlier alumni is told a day before the first question that it comes.
NOTICE_AHEAD = timedelta(days=1)
# What nobody was asked yet, and may be planned anew.
UNASKED = (FollowupState.PLANNED.value, FollowupState.PASSED.value, FollowupState.CANCELLED.value)


# Built once: each graduate is planned by them.
_PREFERRED = select(Person.preferred_hours).where(Person.id == bindparam("person"))
_WRITTEN = (
    select(Followup).where(Followup.enrolment_id == bindparam("enrolment")).execution_options(populate_existing=True)
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The waves of a class that has none of its own (months after the training), the calendar, and for how long after
    its day a wave may still be asked.
    """

    waves: tuple[int, ...]
    calendar: Calendar
    window: timedelta


def plan(
    session: Session,
    enrolment: Enrolment,
    waves: Iterable[int],
    calendar: Calendar,
    now: datetime,
    window: timedelta = timedelta(),
) -> None:
    """Writes the waves of a graduate: those ahead, one whose `window` is still open (it is asked at the next allowed
    time), and as `passed` those whose window is over. A wave that is not among them any more is cancelled.
    """
    if enrolment.ended_on is None:
        raise ValueError("only a training that ended is followed up")
    preferred = session.scalar(_PREFERRED, {"person": enrolment.person_id})
    rows = {row.wave: row for row in session.scalars(_WRITTEN, {"enrolment": enrolment.id})}
    soonest = calendar.next_allowed(now if enrolment.imported_at is None else now + NOTICE_AHEAD)
    for wave in sorted(set(waves)):
        row = rows.pop(wave, None) or _new(session, enrolment, wave)
        first = first_instant(enrolment.ended_on, wave, calendar, preferred)
        if row.state in UNASKED:
            ahead = first + window > now
            row.state = (FollowupState.PLANNED if ahead else FollowupState.PASSED).value
            row.due_at = max(first, soonest) if ahead else first
    for row in rows.values():
        if row.state in UNASKED:
            row.state = FollowupState.CANCELLED.value
    session.flush()


def _new(session: Session, enrolment: Enrolment, wave: int) -> Followup:
    row = Followup(
        enrolment_id=enrolment.id, person_id=enrolment.person_id, wave=wave, state=FollowupState.PLANNED.value
    )
    session.add(row)
    return row


def replan_class(session: Session, class_id: int, rules: Rules, now: datetime) -> int:
    """Plans anew for every graduate of a class; how many they are."""
    return _replan(session, rules, now, Enrolment.class_id == class_id)


def replan_person(session: Session, person_id: int, rules: Rules, now: datetime) -> int:
    """Plans anew every training that a person has finished; how many they are."""
    return _replan(session, rules, now, Enrolment.person_id == person_id)


def _replan(session: Session, rules: Rules, now: datetime, whose: ColumnElement[bool]) -> int:
    rows = session.execute(
        select(Enrolment, TrainingClass.followup_waves)
        .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
        .where(whose, Enrolment.status == EnrolmentStatus.GRADUATED.value, Enrolment.ended_on.is_not(None))
        .order_by(Enrolment.id)
        .execution_options(populate_existing=True)
    ).all()
    for enrolment, own in rows:
        plan(session, enrolment, waves_of(own, rules.waves), rules.calendar, now, rules.window)
    return len(rows)


def counts_of_class(session: Session, class_id: int) -> dict[int, dict[str, int]]:
    """How many follow-ups of a class are in which state, by wave."""
    rows = session.execute(
        select(Followup.wave, Followup.state, func.count(Followup.id))
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .where(Enrolment.class_id == class_id)
        .group_by(Followup.wave, Followup.state)
    )
    counts: dict[int, dict[str, int]] = {}
    for wave, state, count in rows:
        counts.setdefault(wave, {})[state] = count
    return counts


def waves_of(own: str | None, usual: tuple[int, ...]) -> tuple[int, ...]:
    """The waves of a class (see TrainingClass.followup_waves), in order."""
    return usual if own is None else tuple(sorted({int(wave) for wave in own.split(",")}))


def written(waves: Iterable[int]) -> str:
    """Waves as a class keeps them."""
    return ",".join(str(wave) for wave in sorted(set(waves)))


def first_of_class(session: Session, class_id: int) -> datetime | None:
    """When the first graduate of a class is asked next."""
    return session.scalar(
        select(func.min(Followup.due_at))
        .join(Enrolment, Enrolment.id == Followup.enrolment_id)
        .where(Enrolment.class_id == class_id, Followup.state == FollowupState.PLANNED.value)
    )


def first_instant(ended_on: date, wave: int, calendar: Calendar, preferred: str | None = None) -> datetime:
    """When a wave is asked first: so many months after, in the morning or when she prefers, moved on to the next
    allowed time. Its reminders come at the same time of day.
    """
    return calendar.next_allowed(meant_at(ended_on, wave, calendar.zone, preferred))


def meant_at(ended_on: date, wave: int, zone: ZoneInfo, preferred: str | None = None) -> datetime:
    """When a wave would be asked first if every day were open."""
    at = ASKING_TIME if preferred is None else ASKING_TIMES.get(preferred, ASKING_TIME)
    return datetime.combine(ended_on + relativedelta(months=wave), at, zone)
