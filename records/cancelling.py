"""Cancelling a class: its people move to another class of the cohort, or their way ends here. All of it at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from records import applications, candidates, enrolments, people, reserves, road, selections, vacancies
from records.applications import Application, ApplicationStatus
from records.appointments import Appointment
from records.classes import TrainingClass, forget_briefs
from records.enrolments import Enrolment, EnrolmentStatus
from records.placements import Placement
from records.ranking import Outcome
from records.requirements import Candidate, Obstacle, Requirements, check
from records.sittings import Sitting
from records.steps import Kind

REASON = "class_cancelled"
_A = ApplicationStatus
# Whoever is still on the way; those with a seat keep it where they move.
ON_THE_WAY = (
    *(_A.SUBMITTED, _A.VERIFYING, _A.CORRECTION, _A.ADMINISTRATIVELY_PASSED, _A.TEST_SCHEDULED),
    *(_A.SELECTED, _A.RESERVE, _A.REREGISTERING),
)
SEATED = (_A.SELECTED.value, _A.REREGISTERING.value)
# Approved, but not placed yet: whoever does not fit where she moves is checked once more.
CHECKED = (_A.ADMINISTRATIVELY_PASSED.value, _A.TEST_SCHEDULED.value)
PLACED = (*SEATED, _A.RESERVE.value)


@dataclass(frozen=True, slots=True)
class Affected:
    """Somebody in the class: on the way by an application, or a participant by an enrolment (or both)."""

    person_id: int
    application_id: int | None
    enrolment_id: int | None
    status: str

    @property
    def holds_a_seat(self) -> bool:
        return self.enrolment_id is not None or self.status in SEATED

    @property
    def is_placed(self) -> bool:
        """By a selection: with a seat, or on the list of reserves."""
        return self.enrolment_id is not None or self.status in PLACED


@dataclass(frozen=True, slots=True)
class Room:
    """What another class of the cohort has room for: free seats, and applicants (None: any number)."""

    class_id: int
    programme_id: int
    seats: int
    applicants: int | None


def affected(session: Session, class_id: int) -> list[Affected]:
    """Everybody whose way leads through the class and nowhere else, participants first. Whoever is in reserve for
    another class too goes on waiting there (see reserves); who waits here by her second choice alone is among these.
    """
    participants = [
        Affected(one.person_id, one.application_id, one.id, one.status)
        for one in enrolments.participants(session, class_id)
    ]
    on_the_way = session.execute(
        select(Application.person_id, Application.id, Application.status)
        .where(Application.class_id == class_id, Application.status.in_([status.value for status in ON_THE_WAY]))
        .order_by(Application.id)
    )
    waiting = reserves.of_class(session, class_id)
    elsewhere = {each.application_id for each in waiting if each.elsewhere is not None}
    by_second_choice = [
        Affected(each.person_id, each.application_id, None, _A.RESERVE.value)
        for each in waiting
        if not each.first_choice and each.elsewhere is None
    ]
    return [
        *participants,
        *(Affected(person, which, None, status) for person, which, status in on_the_way if which not in elsewhere),
        *by_second_choice,
    ]


def wait_elsewhere(session: Session, waits: reserves.Waits) -> None:
    """Somebody in reserve for another class too: that is the class of her application from now on."""
    if waits.first_choice:
        turned = update(Application).where(Application.id == waits.application_id)
        session.execute(turned.values(class_id=waits.elsewhere, second_class_id=None))


def rooms(session: Session, a_class: TrainingClass) -> list[Room]:
    """The other classes of the cohort whose training has not ended, with what they have room for."""
    found = session.scalars(
        select(TrainingClass)
        .where(TrainingClass.cohort_id == a_class.cohort_id, TrainingClass.id != a_class.id)
        .where(TrainingClass.cancelled_at.is_(None), TrainingClass.graduated_at.is_(None))
        .order_by(TrainingClass.id)
    ).all()
    free = vacancies.free(session, [one.id for one in found])
    return [Room(one.id, one.programme_id, free[one.id], _left(session, one)) for one in found]


def misfits(session: Session, found: list[Affected], to_id: int) -> dict[Affected, list[Obstacle]]:
    """Those who do not meet the requirements of another class, with what stands in the way."""
    target = session.get_one(TrainingClass, to_id)
    rules = Requirements.from_json(target.requirements)
    judged = {one: check(rules, _candidate(session, one, target)) for one in found}
    return {one: obstacles for one, obstacles in judged.items() if obstacles}


def _candidate(session: Session, one: Affected, target: TrainingClass) -> Candidate:
    person = people.by_id(session, one.person_id)
    return candidates.candidate(session, person, target.starts_on, besides=one.application_id)


def _left(session: Session, a_class: TrainingClass) -> int | None:
    cap = a_class.applicant_cap
    return None if cap is None else max(0, cap - applications.count(session, a_class.id))


def cancel(session: Session, class_id: int, reason: str, now: datetime) -> bool:
    """True: this call did it. Nobody is offered a seat in it any more, nor has it as a second choice."""
    done = session.execute(
        update(TrainingClass)
        .where(TrainingClass.id == class_id, TrainingClass.cancelled_at.is_(None), TrainingClass.graduated_at.is_(None))
        .values(cancelled_at=now, cancel_reason=reason)
        .returning(TrainingClass.id)
    ).first()
    if done is None:
        return False
    session.execute(update(Application).where(Application.second_class_id == class_id).values(second_class_id=None))
    forget_briefs(session)
    return True


def transfer(session: Session, one: Affected, from_id: int, to_id: int, now: datetime, staff_id: int) -> bool:
    """To another class of the cohort: with her seat where she had one, last on its list where she was in reserve."""
    if one.application_id is not None:
        application = session.get_one(Application, one.application_id)
        if application.second_class_id == to_id:
            application.second_class_id = None
        application.class_id = to_id
        session.flush()
        if one.status == _A.RESERVE.value:
            _to_the_end(session, one.application_id, from_id, to_id)
        if one.status == _A.TEST_SCHEDULED.value and _sits_for(session, one.application_id, from_id):
            anew = _A.ADMINISTRATIVELY_PASSED
            road.move(session, Kind.APPLICATION, one.application_id, anew, now, staff_id=staff_id, reason=REASON)
    if one.enrolment_id is None:
        return True
    return _reenrol(session, one, one.enrolment_id, to_id, now, staff_id)


def recheck(session: Session, one: Affected, now: datetime, staff_id: int) -> bool:
    """Back into the queue of those to be checked, where she was approved and is not placed yet."""
    if one.application_id is None or one.enrolment_id is not None or one.status not in CHECKED:
        return False
    for back in (_A.ADMINISTRATIVELY_PASSED, _A.VERIFYING):
        moved = road.move(session, Kind.APPLICATION, one.application_id, back, now, staff_id=staff_id, reason=REASON)
    return moved


def _reenrol(session: Session, one: Affected, enrolment_id: int, to_id: int, now: datetime, staff_id: int) -> bool:
    left = EnrolmentStatus.WITHDRAWN
    if not road.move(session, Kind.ENROLMENT, enrolment_id, left, now, staff_id=staff_id, reason=REASON):
        return False
    known = select(Enrolment.id).where(Enrolment.person_id == one.person_id, Enrolment.class_id == to_id)
    if session.scalar(known) is None:
        enrolments.enrol(session, one.person_id, to_id, one.application_id, now)
    return True


def _sits_for(session: Session, application_id: int, class_id: int) -> bool:
    """Whether her test is one of this class alone; one of the whole cohort goes on."""
    own = (
        select(Appointment.id)
        .join(Sitting, Sitting.id == Appointment.sitting_id)
        .where(Appointment.application_id == application_id, Sitting.class_id == class_id)
    )
    return session.scalar(own.limit(1)) is not None


def _to_the_end(session: Session, application_id: int, from_id: int, to_id: int) -> None:
    """A reserve stands last on the list of the other class, unless she stood there already."""
    rows = session.scalars(select(Placement).where(Placement.application_id == application_id)).all()
    here = next((row for row in rows if row.class_id == from_id), None)
    if here is None or any(row.class_id == to_id and row.selection_id == here.selection_id for row in rows):
        return
    last = selections.last_positions(session, [to_id]).get(to_id, 0)
    here.class_id, here.outcome, here.position = to_id, Outcome.RESERVE.value, last + 1
    session.flush()


def end(session: Session, one: Affected, now: datetime, staff_id: int) -> bool:
    """Her way ends here, with the reason."""
    if one.enrolment_id is not None:
        left = EnrolmentStatus.WITHDRAWN
        return road.move(session, Kind.ENROLMENT, one.enrolment_id, left, now, staff_id=staff_id, reason=REASON)
    if one.application_id is None:
        return False
    out = ApplicationStatus.NOT_SELECTED
    return road.move(session, Kind.APPLICATION, one.application_id, out, now, staff_id=staff_id, reason=REASON)
