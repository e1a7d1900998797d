"""The prospect: what bringing a list would do, without doing it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from records import certificates
from records.earlier.alumna import Earlier, plain
from records.earlier.known import Known
from records.programmes import Programme
from records.vault import Vault

# Why a row cannot be brought.
NOT_GRADUATED, TAKEN, TWICE = "not graduated", "certificate taken", "twice"


@dataclass(slots=True)
class Prospect:
    """What bringing a list would do. `unfit` are rows (by place in the list) that cannot be brought, with a code."""

    new_people: int = 0
    known_people: int = 0
    there_already: int = 0
    new_programmes: list[str] = field(default_factory=list)
    new_cohorts: list[str] = field(default_factory=list)
    new_classes: int = 0
    unfit: dict[int, str] = field(default_factory=dict)


def prospect(session: Session, vault: Vault, rows: Sequence[Earlier]) -> Prospect:
    """The dry run: what `bring` would do with each row, without doing it."""
    known, found = Known(session, vault, rows), Prospect()
    numbers = [row.certificate for row in rows if row.certificate]
    taken = certificates.taken(session, numbers) if numbers else frozenset()
    seen: dict[object, int] = {}
    classes: set[tuple[str, int, str]] = set()
    for place, row in enumerate(rows):
        why = _unfit(known, row, taken, seen, place)
        if why is not None:
            found.unfit[place] = why
            continue
        _count(known, row, found, classes)
    found.new_classes = len(classes)
    return found


def _unfit(known: Known, row: Earlier, taken: frozenset[str], seen: dict[object, int], place: int) -> str | None:
    identity = row.nik or (plain(row.name), row.phone, row.ended_on)
    mark = (identity, plain(row.programme), plain(row.cohort), row.year)
    if mark in seen:
        return TWICE
    seen[mark] = place
    a_class = known.class_of(row)
    if a_class is not None and a_class.graduated_at is None:
        return NOT_GRADUATED
    person_id = known.person_of(row)
    if row.certificate in taken and not (a_class and person_id in known.roll(a_class.id)):
        return TAKEN
    return None


def _count(known: Known, row: Earlier, found: Prospect, classes: set[tuple[str, int, str]]) -> None:
    a_class, person_id = known.class_of(row), known.person_of(row)
    found.known_people += person_id is not None
    found.new_people += person_id is None
    if plain(row.programme) not in known.programmes and row.programme not in found.new_programmes:
        found.new_programmes.append(row.programme)
    cohort = f"{row.cohort} ({row.year})"
    if (plain(row.cohort), row.year) not in known.cohorts and cohort not in found.new_cohorts:
        found.new_cohorts.append(cohort)
    if a_class is None:
        classes.add((plain(row.cohort), row.year, plain(row.programme)))
    elif person_id in known.roll(a_class.id):
        found.there_already += 1


def programme_names(session: Session) -> list[str]:
    return list(session.scalars(select(Programme.name)))
