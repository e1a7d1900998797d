"""Scoring: what a list of scores would change in a class, kept as writing until it is said yes to, and then done whole
or not at all.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import rolls, scores
from records.applications import Application
from records.scores import Mark

Known = Mapping[int, Mapping[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Change:
    """A score that is new (no `old`) or another one than before."""

    application_id: int
    component: str
    old: Decimal | None
    new: Decimal


def changes(known: Known, marks: Iterable[Mark]) -> list[Change]:
    """Without those that stand as they are."""
    found = [
        Change(mark.application_id, mark.component, known.get(mark.application_id, {}).get(mark.component), mark.value)
        for mark in marks
    ]
    return [change for change in found if change.old != change.new]


def to_json(made: Iterable[Change]) -> str:
    rows = [[c.application_id, c.component, None if c.old is None else str(c.old), str(c.new)] for c in made]
    return json.dumps(rows, separators=(",", ":"))


def from_json(text: str) -> list[Change]:
    return [
        Change(application_id, component, None if old is None else Decimal(old), Decimal(new))
        for application_id, component, old, new in json.loads(text)
    ]


def apply(session: Session, class_id: int, made: list[Change], staff_id: int, now: datetime) -> bool:
    """Writes all of them, or none: where a score has changed since, or somebody is no longer to be scored."""
    known = scores.of_class(session, class_id)
    scorable = {each.application_id for each in rolls.scorable(session, class_id)}
    for change in made:
        if change.application_id not in scorable:
            return False
        if known.get(change.application_id, {}).get(change.component) != change.old:
            return False
    marks = (Mark(change.application_id, change.component, change.new) for change in made)
    scores.record(session, *marks, staff_id=staff_id, now=now)
    return True


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a number belongs that is not to be scored here."""

    class_id: int
    cohort_id: int


def whereabouts(session: Session, numbers: Iterable[str]) -> dict[str, Whereabouts]:
    """Of those numbers that there are."""
    rows = session.execute(
        select(Application.number, Application.class_id, Application.cohort_id).where(
            Application.number.in_([number.upper() for number in numbers])
        )
    )
    return {number: Whereabouts(class_id, cohort_id) for number, class_id, cohort_id in rows}
