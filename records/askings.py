"""Askings: whom a follow-up asks, about which training."""

from collections.abc import Container
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from records.classes import TrainingClass
from records.enrolments import Enrolment
from records.followups import ANSWERABLE, Followup, FollowupState
from records.people import Person
from records.programmes import Programme


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a follow-up asks about which training; `hours` is the part of the day that suits her, `snoozes` how often
    she has put it off.
    """

    enrolment_id: int
    person_id: int
    name: str
    hours: str | None
    programme: str
    wave: int
    snoozes: int


def asked_about(session: Session, followup_id: int) -> Asked | None:
    """The follow-up's person and training, while it may still be answered."""
    return _asked(session, followup_id, ANSWERABLE)


def told_about(session: Session, followup_id: int) -> Asked | None:
    """The same, whatever became of it."""
    return _asked(session, followup_id, tuple(state.value for state in FollowupState))


# The state, and then the fields of `Asked`; built once, as each tap of a questionnaire asks for it.
_ASKED = (
    select(
        *(Followup.state, Followup.enrolment_id, Followup.person_id, Person.name, Person.preferred_hours),
        *(Programme.name, Followup.wave, Followup.snoozes),
    )
    .join(Person, Person.id == Followup.person_id)
    .join(Enrolment, Enrolment.id == Followup.enrolment_id)
    .join(TrainingClass, TrainingClass.id == Enrolment.class_id)
    .join(Programme, Programme.id == TrainingClass.programme_id)
    .where(Followup.id == bindparam("followup"))
)


def _asked(session: Session, followup_id: int, states: Container[str]) -> Asked | None:
    row = session.execute(_ASKED, {"followup": followup_id}).first()
    return None if row is None or row[0] not in states else Asked(*row[1:])
