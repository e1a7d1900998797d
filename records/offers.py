"""Offers: classes as a job seeker sees them, with how many have applied."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select
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
    select(
        TrainingClass.id,
        TrainingClass.code,
        TrainingClass.programme_id,
        Programme.name.label("programme"),
        Programme.teaches,
        TrainingClass.cohort_id,
        Cohort.name.label("cohort"),
        TrainingClass.seats,
        TrainingClass.applicant_cap.label("cap"),
        func.count(Application.id).label("applicants"),
        TrainingClass.lesson_hours,
        TrainingClass.starts_on,
        TrainingClass.ends_on,
        TrainingClass.place,
        TrainingClass.latitude,
        TrainingClass.longitude,
        TrainingClass.instructor,
        TrainingClass.facilities,
        TrainingClass.funding,
        TrainingClass.requirements,
        Cohort.opens_at,
        Cohort.closes_at,
        (TrainingClass.cancelled_at.is_not(None) | Cohort.archived_at.is_not(None)).label("called_off"),
        TrainingClass.cancel_reason,
    )
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .join(Cohort, Cohort.id == TrainingClass.cohort_id)
    .outerjoin(
        Application,
        and_(Application.class_id == TrainingClass.id, Application.status != ApplicationStatus.WITHDRAWN.value),
    )
    .group_by(TrainingClass.id, Programme.id, Cohort.id)
    .order_by(Cohort.closes_at, Programme.name, TrainingClass.id)
)
# Built once: they are asked with nearly every tap of a job seeker.
_OPEN = _OFFER.where(
    Cohort.opens_at <= bindparam("now"),
    Cohort.closes_at > bindparam("now"),
    Cohort.archived_at.is_(None),
    TrainingClass.cancelled_at.is_(None),
)
_AHEAD = _OFFER.where(
    Cohort.opens_at > bindparam("now"), Cohort.archived_at.is_(None), TrainingClass.cancelled_at.is_(None)
)
_BY_ID = _OFFER.where(TrainingClass.id == bindparam("class_id"))
_BY_CODE = _OFFER.where(TrainingClass.code == bindparam("code"))
_OF_COHORT = _OFFER.where(Cohort.id == bindparam("cohort"))
_OPEN_OF_COHORT = _OPEN.where(Cohort.id == bindparam("cohort"))


def _offers(session: Session, chosen: Select[*tuple[Any, ...]], **values: object) -> list[Offer]:
    session.flush()  # a class that was changed a moment ago is offered as it is now
    return [_offer(dict(row)) for row in session.connection().execute(chosen, values).mappings()]


def _offer(columns: dict[str, Any]) -> Offer:
    requirements = Requirements.from_json(columns.pop("requirements"))
    return Offer(**columns | {"called_off": bool(columns["called_off"])}, requirements=requirements)


def open_at(session: Session, now: datetime, cohort_id: int | None = None) -> list[Offer]:
    """The classes one can register for now, of one cohort or of all."""
    if cohort_id is None:
        return _offers(session, _OPEN, now=now)
    return _offers(session, _OPEN_OF_COHORT, now=now, cohort=cohort_id)


def ahead(session: Session, now: datetime) -> list[Offer]:
    """The classes for which registration has not opened yet."""
    return _offers(session, _AHEAD, now=now)


def by_id(session: Session, class_id: int) -> Offer | None:
    return next(iter(_offers(session, _BY_ID, class_id=class_id)), None)


def by_code(session: Session, code: str) -> Offer | None:
    return next(iter(_offers(session, _BY_CODE, code=code)), None)


def of_cohort(session: Session, cohort_id: int) -> list[Offer]:
    """Every class of a cohort, as it will be, is or was offered."""
    return _offers(session, _OF_COHORT, cohort=cohort_id)
