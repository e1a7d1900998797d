"""Offers: classes as a job seeker sees them, with how many have applied."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from records.applications import Application, ApplicationStatus
from records.classes import Registrable, TrainingClass
from records.cohorts import Cohort
from records.programmes import Programme
from records.requirements import Requirements


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Registrable):
    """A class as a job seeker sees it. Applicants are those who have not withdrawn; `cap`: how many may be."""

    id: int
    code: str
    programme_id: int
    programme: str
    teaches: str
    cohort_id: int
    cohort: str
    seats: int
    cap: int | None
    applicants: int
    lesson_hours: int
    starts_on: date
    ends_on: date
    place: str
    latitude: float | None
    longitude: float | None
    instructor: str | None
    facilities: str | None
    funding: str
    requirements: Requirements
    cancel_reason: str | None

    @property
    def is_full(self) -> bool:
        return self.cap is not None and self.applicants >= self.cap


_OFFER = (
    select(TrainingClass, Programme, Cohort, func.count(Application.id))
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .join(Cohort, Cohort.id == TrainingClass.cohort_id)
    .outerjoin(
        Application,
        and_(Application.class_id == TrainingClass.id, Application.status != ApplicationStatus.WITHDRAWN.value),
    )
    .group_by(TrainingClass.id, Programme.id, Cohort.id)
    .order_by(Cohort.closes_at, Programme.name, TrainingClass.id)
)


def _offers(session: Session, chosen: Select[TrainingClass, Programme, Cohort, int]) -> list[Offer]:
    return [_offer(a_class, programme, cohort, count) for a_class, programme, cohort, count in session.execute(chosen)]


def _offer(a_class: TrainingClass, programme: Programme, cohort: Cohort, applicants: int) -> Offer:
    return Offer(
        id=a_class.id,
        code=a_class.code,
        programme_id=programme.id,
        programme=programme.name,
        teaches=programme.teaches,
        cohort_id=cohort.id,
        cohort=cohort.name,
        seats=a_class.seats,
        cap=a_class.applicant_cap,
        applicants=applicants,
        lesson_hours=a_class.lesson_hours,
        starts_on=a_class.starts_on,
        ends_on=a_class.ends_on,
        place=a_class.place,
        latitude=a_class.latitude,
        longitude=a_class.longitude,
        instructor=a_class.instructor,
        facilities=a_class.facilities,
        funding=a_class.funding,
        requirements=Requirements.from_json(a_class.requirements),
        opens_at=cohort.opens_at,
        closes_at=cohort.closes_at,
        called_off=a_class.cancelled_at is not None or cohort.archived_at is not None,
        cancel_reason=a_class.cancel_reason,
    )


def open_at(session: Session, now: datetime, cohort_id: int | None = None) -> list[Offer]:
    """The classes one can register for now, of one cohort or of all."""
    chosen = _OFFER.where(
        Cohort.opens_at <= now,
        Cohort.closes_at > now,
        Cohort.archived_at.is_(None),
        TrainingClass.cancelled_at.is_(None),
    )
    return _offers(session, chosen if cohort_id is None else chosen.where(Cohort.id == cohort_id))


def by_id(session: Session, class_id: int) -> Offer | None:
    return next(iter(_offers(session, _OFFER.where(TrainingClass.id == class_id))), None)


def by_code(session: Session, code: str) -> Offer | None:
    return next(iter(_offers(session, _OFFER.where(TrainingClass.code == code))), None)


def of_cohort(session: Session, cohort_id: int) -> list[Offer]:
    """Every class of a cohort, as it will be, is or was offered."""
    return _offers(session, _OFFER.where(Cohort.id == cohort_id))
