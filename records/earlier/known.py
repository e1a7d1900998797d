"""What is there already, by which the rows of a list find their place."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.batches import batched
from records.classes import TrainingClass
from records.cohorts import Cohort
from records.earlier.alumna import Earlier, plain
from records.enrolments import Enrolment
from records.people import Person
from records.programmes import Programme
from records.vault import Vault


class Known:
    """What is there already, read once for a whole list: names and numbers by which rows find their place."""

    def __init__(self, session: Session, vault: Vault, rows: Sequence[Earlier]) -> None:
        self._session, self._vault = session, vault
        self.programmes = {plain(name): id_ for id_, name in session.execute(select(Programme.id, Programme.name))}
        cohorts = session.execute(select(Cohort.id, Cohort.name, Cohort.year))
        self.cohorts = {(plain(name), year): id_ for id_, name, year in cohorts}
        self.classes = {
            (row.cohort_id, row.programme_id): row
            for row in session.scalars(select(TrainingClass).where(TrainingClass.cancelled_at.is_(None)))
        }
        self._by_nik = self._found(Person.nik_digest, {self._digest("nik", row.nik) for row in rows if row.nik})
        self._by_phone = self._found(Person.phone_digest, {self._digest("phone", r.phone) for r in rows if r.phone})
        self._rolls: dict[int, dict[int, str]] = {}

    def _digest(self, purpose: str, words: str) -> str:
        return self._vault.digest(purpose, words)

    def _found(self, column: Any, digests: set[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for some in batched(sorted(digests)):
            for digest, person_id in self._session.execute(select(column, Person.id).where(column.in_(some))):
                found.setdefault(digest, []).append(person_id)
        return found

    def class_of(self, row: Earlier) -> TrainingClass | None:
        cohort_id = self.cohorts.get((plain(row.cohort), row.year))
        programme_id = self.programmes.get(plain(row.programme))
        return None if cohort_id is None or programme_id is None else self.classes.get((cohort_id, programme_id))

    def person_of(self, row: Earlier) -> int | None:
        """The person a row speaks of, if she is known."""
        if row.nik is not None:
            same = self._by_nik.get(self._digest("nik", row.nik), [])
            return same[0] if same else self._named(row, without_nik=True)
        return self._named(row, without_nik=False)

    def _named(self, row: Earlier, *, without_nik: bool) -> int | None:
        """By phone and name, else by name within the class; of several whoever is in the class already, so that a row
        that comes again finds whom it brought. A row with a NIK is not somebody who has another.
        """
        a_class = self.class_of(row)
        roll = {} if a_class is None else self.roll(a_class.id)
        near = [] if row.phone is None else self._by_phone.get(self._digest("phone", row.phone), [])
        same = [person_id for person_id in near if self._is_named(person_id, row, without_nik=without_nik)]
        if same:
            return next((person_id for person_id in same if person_id in roll), same[0])
        if without_nik or row.phone is not None:
            return None
        return next((at for at, name in roll.items() if name == plain(row.name)), None)

    def _is_named(self, person_id: int, row: Earlier, *, without_nik: bool) -> bool:
        known = self._session.get_one(Person, person_id)
        return plain(known.name) == plain(row.name) and not (without_nik and known.nik_digest is not None)

    def remember(self, row: Earlier, person_id: int, class_id: int) -> None:
        """Whom a row has just brought: a later row may speak of her again."""
        if row.nik is not None:
            self._by_nik[self._digest("nik", row.nik)] = [person_id]
        if row.phone is not None:
            self._by_phone.setdefault(self._digest("phone", row.phone), []).append(person_id)
        self.roll(class_id)[person_id] = plain(row.name)

    def roll(self, class_id: int) -> dict[int, str]:
        """Who is in a class, by name as it is compared."""
        if class_id not in self._rolls:
            rows = self._session.execute(
                select(Person.id, Person.name)
                .join(Enrolment, Enrolment.person_id == Person.id)
                .where(Enrolment.class_id == class_id)
            )
            self._rolls[class_id] = {row.id: plain(row.name) for row in rows}
        return self._rolls[class_id]
