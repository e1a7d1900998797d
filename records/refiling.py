"""Refiling: an application that was withdrawn, or whose class was cancelled, begins anew in a class of its cohort. Its
number stays.

One person has one application in a cohort, so that without this she could not register again before the next one.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import applications, cancelling, claims, road, steps
from records.applications import Application, ApplicationStatus, Filed, FullError
from records.enrolments import Enrolment, EnrolmentStatus
from records.steps import Kind

_A = ApplicationStatus


def ended_by_cancelling(session: Session, application: Application) -> bool:
    """Whether her way ended for no other reason than that her class was cancelled."""
    if application.status == _A.NOT_SELECTED.value:
        return _was_cancelled(session, Kind.APPLICATION, application.id)
    if application.status != _A.PARTICIPANT.value:
        return False
    latest = session.execute(
        select(Enrolment.id, Enrolment.status)
        .where(Enrolment.application_id == application.id)
        .order_by(Enrolment.id.desc())
        .limit(1)
    ).first()
    if latest is None or latest.status != EnrolmentStatus.WITHDRAWN.value:
        return False
    return _was_cancelled(session, Kind.ENROLMENT, latest.id)


def may_begin_anew(session: Session, application: Application) -> bool:
    """Whether nothing of ours stands against her registering again: she withdrew it, or her class was cancelled."""
    return application.status == _A.WITHDRAWN.value or ended_by_cancelling(session, application)


def _was_cancelled(session: Session, kind: Kind, matter_id: int) -> bool:
    step = steps.latest(session, kind, matter_id)
    return step is not None and step.reason == cancelling.REASON


def stands(session: Session, person_id: int, cohort_id: int) -> bool:
    """Whether she has an application in this cohort that cannot begin anew by registering again."""
    found = applications.in_cohort(session, person_id, cohort_id)
    return found is not None and not may_begin_anew(session, found)


def turn(session: Session, application_id: int, class_id: int, now: datetime) -> bool:
    """Begins anew in this class; True: this call did it. FullError: no more may apply to that class."""
    application = session.get_one(Application, application_id, populate_existing=True)
    if not may_begin_anew(session, application):
        return False
    if applications.is_full(session, class_id):
        raise FullError
    if not road.move(session, Kind.APPLICATION, application_id, _A.SUBMITTED, now):
        return False
    session.refresh(application)
    application.class_id, application.second_class_id, application.submitted_at = class_id, None, now
    session.flush()
    claims.release(session, application_id)
    return True


def file(session: Session, person_id: int, cohort_id: int, class_id: int, now: datetime) -> Filed:
    """Submits as `applications.file` does; whoever may begin anew turns to this class and counts as new."""
    filed = applications.file(session, person_id, cohort_id, class_id, now)
    if not filed.new and turn(session, filed.id, class_id, now):
        return Filed(filed.id, filed.number, new=True)
    return filed
