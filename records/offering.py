"""Offering: what staff make and change of programmes, cohorts and classes. Codes are made from names, each once."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from records.base import Base
from records.classes import TrainingClass, forget_briefs
from records.cohorts import Cohort
from records.programmes import Programme
from records.requirements import Requirements

Made = TypeVar("Made", bound=Base)

CODE_LENGTH = 24
NATIONAL = "APBN"
# What a copied class takes over as it is.
COPIED = (
    *("programme_id", "seats", "applicant_cap", "lesson_hours", "place", "latitude", "longitude", "instructor"),
    *("facilities", "funding", "requirements"),
)


def slug(words: str) -> str:
    """Letters and digits of a name as they can stand in a link, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "kelas"


def _free(session: Session, column: InstrumentedAttribute[str], wish: str) -> str:
    """The code wished for, cut to its length, with a number behind it where it is taken."""
    taken = set(session.scalars(select(column)))
    candidate, number = wish[:CODE_LENGTH].strip("-"), 1
    while candidate in taken:
        number += 1
        candidate = f"{wish[: CODE_LENGTH - len(str(number)) - 1].strip('-')}-{number}"
    return candidate


def add_programme(session: Session, values: Mapping[str, Any]) -> Programme:
    """A programme of a name and what it teaches."""
    code = _free(session, Programme.code, slug(str(values["name"])))
    return _added(session, Programme(code=code, **values))


def add_cohort(session: Session, values: Mapping[str, Any]) -> Cohort:
    """A cohort; its code, with which registration numbers begin, is the year and a number."""
    year = values["year"]
    taken = set(session.scalars(select(Cohort.code)))
    number = session.scalar(select(func.count(Cohort.id)).where(Cohort.year == year)) or 0
    while (code := f"{year}-{number + 1}") in taken:
        number += 1
    return _added(session, Cohort(code=code, **values))


def add_class(session: Session, cohort_id: int, values: Mapping[str, Any]) -> TrainingClass:
    """A class in a cohort. City money is for residents, national money for everybody, until its rules are changed."""
    cohort = session.get_one(Cohort, cohort_id)
    programme = session.get_one(Programme, values["programme_id"])
    code = _free(session, TrainingClass.code, f"{cohort.code}-{programme.code}")
    rules = Requirements(residents_only=values["funding"] != NATIONAL).to_json()
    return _added(session, TrainingClass(cohort_id=cohort_id, code=code, requirements=rules, **values))


def copy_classes(session: Session, source_id: int, cohort_id: int) -> int:
    """The classes of a cohort that were not cancelled once more, all days as much later as the cohort begins later."""
    source, cohort = session.get_one(Cohort, source_id), session.get_one(Cohort, cohort_id)
    shift = cohort.starts_on - source.starts_on
    found = session.scalars(
        select(TrainingClass)
        .where(TrainingClass.cohort_id == source_id, TrainingClass.cancelled_at.is_(None))
        .order_by(TrainingClass.id)
    ).all()
    for a_class in found:
        programme = session.get_one(Programme, a_class.programme_id)
        _added(
            session,
            TrainingClass(
                cohort_id=cohort_id,
                code=_free(session, TrainingClass.code, f"{cohort.code}-{programme.code}"),
                starts_on=a_class.starts_on + shift,
                ends_on=a_class.ends_on + shift,
                **{name: getattr(a_class, name) for name in COPIED},
            ),
        )
    return len(found)


def change_programme(session: Session, programme_id: int, values: Mapping[str, Any]) -> None:
    _change(session, session.get_one(Programme, programme_id), values)


def change_class(session: Session, class_id: int, values: Mapping[str, Any]) -> None:
    _change(session, session.get_one(TrainingClass, class_id), values)


def change_cohort(session: Session, cohort_id: int, values: Mapping[str, Any], now: datetime) -> None:
    """What lies ahead again is told again when it comes."""
    cohort = session.get_one(Cohort, cohort_id)
    _change(session, cohort, values)
    if cohort.opens_at > now:
        cohort.opened_told_at = None
    if cohort.closes_at > now:
        cohort.closed_told_at = None
    session.flush()


def archive(session: Session, cohort_id: int, at: datetime | None) -> bool:
    """Puts a cohort into the archive, or back (None); False where it was there already."""
    cohort = session.get_one(Cohort, cohort_id)
    if (cohort.archived_at is None) == (at is None):
        return False
    _change(session, cohort, {"archived_at": at})
    return True


def _change(session: Session, row: Base, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    session.flush()
    forget_briefs(session)


def _added(session: Session, made: Made) -> Made:
    session.add(made)
    session.flush()
    return made
